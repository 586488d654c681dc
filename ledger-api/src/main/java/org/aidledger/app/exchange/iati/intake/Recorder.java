package org.aidledger.app.exchange.iati.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.Position;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.Draft;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.Terms;
import org.aidledger.period.ReportingEntity;
import org.aidledger.project.Postings;
import org.aidledger.project.Postings.Posting;
import org.aidledger.project.ProjectEvent;
import org.jspecify.annotations.Nullable;

/** Renders decided events, with where in which file each comes from and who took it in, and puts them into the spool. */
final class Recorder {

    private final Spool spool;
    private final Catalogue catalogue;
    private final SourceFile source;
    private final int eventsMax;
    private final ActorId actor;
    private final Postings postings;
    private final Map<Tag, Long> preconditions;
    private final Map<String, String> provenance;

    /**
     * @param postings say which month carries what moves money
     * @param preconditions where what that rests on is gathered
     */
    Recorder(Spool spool, Catalogue catalogue, SourceFile source, Submitter by, int eventsMax, Postings postings,
            Map<Tag, Long> preconditions) {
        this.actor = by.actor();
        this.postings = postings;
        this.preconditions = preconditions;
        this.spool = spool;
        this.catalogue = catalogue;
        this.source = source;
        this.eventsMax = eventsMax;
        this.provenance = by.provenance(Way.REPORTED, source.name(), source.sha256());
    }

    /** Records the run itself, which belongs to no project. By it its actor is known as one who enters facts. */
    void record(String stream, long version, LedgerEvent event, Position at) {
        spool(stream, version, event, at, null, List.of(Tag.posts(actor.value())));
    }

    /**
     * Records an event of a project, whatever a rule about persons says of it: it is reported. Money is booked in the month it
     * moved, and a correction in the month it is made; where the entity has closed that month, in its first open one.
     *
     * @param entity whose books the project is in, or null
     * @param at the place in the file it comes from
     * @throws RefusedFile when these are more events than an import may have
     */
    void record(@Nullable ReportingEntity entity, long version, ProjectEvent event, Position at, List<Tag> tags) {
        var carried = new ArrayList<>(tags);
        Posting posting = postings.post(event, entity, actor, Way.REPORTED,
                Terms.gathered(preconditions, carried::add));
        spool(event.project().value(), version, event, at, posting.month(), carried);
    }

    private void spool(String stream, long version, LedgerEvent event, Position at, @Nullable YearMonth month,
            List<Tag> tags) {
        if (spool.events() == eventsMax) {
            throw new RefusedFile(ImportRefusal.at(source.name(), at, "import.too-many-events",
                    Map.of("max", Integer.toString(eventsMax))));
        }
        var metadata = new HashMap<>(provenance);
        metadata.put(MetadataKeys.SOURCE_LINE, Integer.toString(at.line()));
        if (month != null) {
            metadata.put(MetadataKeys.BOOKING_PERIOD, month.toString());
        }
        spool.add(Draft.of(catalogue, UUID.randomUUID(), stream, version, metadata, event), tags);
    }
}
