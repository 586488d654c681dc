package org.aidledger.app.exchange.iati.intake;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.iati.Position;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.Draft;
import org.aidledger.eventstore.Tag;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;

/** Renders decided events, with where in which file each comes from and who took it in, and puts them into the spool. */
final class Recorder {

    private static final String CHANNEL = "import";

    private final Spool spool;
    private final Catalogue catalogue;
    private final SourceFile source;
    private final int eventsMax;
    private final Map<String, String> provenance;

    Recorder(Spool spool, Catalogue catalogue, SourceFile source, ActorId actor, int eventsMax) {
        this.spool = spool;
        this.catalogue = catalogue;
        this.source = source;
        this.eventsMax = eventsMax;
        this.provenance = Map.of(MetadataKeys.ACTOR, actor.value(), MetadataKeys.WAY, Way.REPORTED.name(),
                MetadataKeys.CHANNEL, CHANNEL, MetadataKeys.SOURCE_NAME, source.name(), MetadataKeys.SOURCE_SHA256,
                source.sha256());
    }

    /**
     * @param at the place in the file it comes from
     * @throws RefusedFile when these are more events than an import may have
     */
    void record(String stream, long version, LedgerEvent event, Position at, List<Tag> tags) {
        if (spool.events() == eventsMax) {
            throw new RefusedFile(ImportRefusal.at(source.name(), at, "import.too-many-events",
                    Map.of("max", Integer.toString(eventsMax))));
        }
        var metadata = new HashMap<>(provenance);
        metadata.put(MetadataKeys.SOURCE_LINE, Integer.toString(at.line()));
        if (event instanceof Movement || event instanceof EntryCorrected) {
            // No period is closed yet, so money is booked in the month it moved, and a correction in the month it is made.
            metadata.put(MetadataKeys.BOOKING_PERIOD, YearMonth.from(event.effectiveDate()).toString());
        }
        spool.add(Draft.of(catalogue, UUID.randomUUID(), stream, version, metadata, event), tags);
    }
}
