package org.aidledger.app.exchange.iati.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;

/** One project as it was known and true at the clocks asked for: what is registered, what stands, and what was amended of it. */
final class ExportedProject {

    private static final String PIPELINE = "1";
    private static final String IMPLEMENTATION = "2";

    /**
     * A movement that stands, with what was amended of it by field.
     *
     * @param amended null values are fields that were taken away
     */
    record Standing(Movement movement, Map<String, @Nullable String> amended) {
    }

    private final SortedMap<Long, Movement> standing = new TreeMap<>();
    private final Map<Long, Map<String, @Nullable String>> amendedEntries = new HashMap<>();
    private final Map<String, @Nullable String> amended = new HashMap<>();
    private @Nullable ProjectRegistered registered;
    private @Nullable String sourceSha256;
    private String status = PIPELINE;
    private boolean statusReported;

    private ExportedProject() {
    }

    /** @param id of a project that was registered by then */
    static ExportedProject read(ProjectId id, AsOf.Answered asOf, EntryReader log, Catalogue catalogue) {
        var project = new ExportedProject();
        log.eachLeafOf(id.value(), leaf -> {
            Entry entry = catalogue.decode(leaf);
            if (entry.index() < asOf.known()) {
                project.add(entry);
            }
        });
        LocalDate effective = asOf.effective();
        if (effective != null) {
            project.standing.values().removeIf(movement -> movement.effectiveDate().isAfter(effective));
        }
        return project;
    }

    private void add(Entry entry) {
        switch ((ProjectEvent) entry.payload()) {
            case ProjectRegistered event -> {
                registered = event;
                sourceSha256 = entry.metadata().get(MetadataKeys.SOURCE_SHA256);
            }
            case Movement event -> {
                standing.put(entry.version(), event);
                if (event instanceof FundsReceived && !statusReported) {
                    status = IMPLEMENTATION;
                }
            }
            case EntryCorrected event -> {
                if (event.reentered() == null) {
                    standing.remove(event.corrected());
                } else {
                    standing.put(event.corrected(), event.reentered());
                    amendedEntries.remove(event.corrected());
                }
            }
            case FactAmended event -> {
                Long about = event.entry();
                Map<String, @Nullable String> fields = about == null ? amended
                        : amendedEntries.computeIfAbsent(about, version -> new HashMap<>());
                fields.put(event.field(), event.becomes());
            }
            case ActivityStatusReported event -> {
                status = event.status();
                statusReported = true;
            }
            case AidApproved _ -> {
                // Approved and not begun is still the pipeline.
            }
            default -> {
                // Nothing that an activity file says.
            }
        }
    }

    ProjectRegistered registered() {
        if (registered == null) {
            throw new IllegalStateException("the project was not registered by then");
        }
        return registered;
    }

    /** The registration's field as amended; the value given where it was not. */
    @Nullable
    String amended(String field, @Nullable String registeredValue) {
        return amended.containsKey(field) ? amended.get(field) : registeredValue;
    }

    /** Digest of the file that the project was first reported in; null for one registered here. */
    @Nullable
    String sourceSha256() {
        return sourceSha256;
    }

    /** By IATI's code list: as last reported, else what follows from the money. */
    String status() {
        return status;
    }

    /** What stands, in the order it was first entered. */
    List<Standing> standing() {
        var rows = new ArrayList<Standing>(standing.size());
        standing.forEach((version, movement) -> rows
                .add(new Standing(movement, amendedEntries.getOrDefault(version, Map.of()))));
        return rows;
    }
}
