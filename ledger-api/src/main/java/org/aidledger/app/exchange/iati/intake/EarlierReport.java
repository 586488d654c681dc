package org.aidledger.app.exchange.iati.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.ProjectId;
import org.aidledger.project.ProjectState;
import org.aidledger.project.StatementEvent.FactAmended;
import org.jspecify.annotations.Nullable;

/**
 * What earlier files said of a project, as the log holds it. What officers did since is in the state and not in here: a file is
 * compared with files.
 */
final class EarlierReport {

    /**
     * A transaction an earlier file said, and no later one withdrew.
     *
     * @param version in the stream, of the entry first made
     * @param fields what is said besides date and money, as last amended by a file
     */
    record Row(long version, RowKey key, SortedMap<String, String> fields) {
    }

    private final ProjectId project;
    private final ProjectState state = ProjectState.empty();
    /** By version; whatever a comparison has found again is taken out. */
    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Set<List<Object>> noted = new HashSet<>();
    private @Nullable SortedMap<String, String> registration;
    private @Nullable String status;
    private boolean begun;

    private EarlierReport(ProjectId project) {
        this.project = project;
    }

    /** Empty when the log does not know the project. */
    static Optional<EarlierReport> of(ProjectId project, EntryReader log, Catalogue catalogue) {
        var report = new EarlierReport(project);
        log.eachLeafOf(project.value(), leaf -> report.add(catalogue.decode(leaf)));
        return report.state.nextVersion() == 0 ? Optional.empty() : Optional.of(report);
    }

    private void add(Entry entry) {
        ProjectEvent event = (ProjectEvent) entry.payload();
        if (entry.metadata().containsKey(MetadataKeys.SOURCE_SHA256)) {
            addReported(event, entry.version());
        }
        state.evolve(event);
    }

    private void addReported(ProjectEvent event, long version) {
        switch (event) {
            case ProjectRegistered registered -> registration = Stated.of(registered);
            case ActivityStatusReported reported -> status = reported.status();
            case Movement movement -> {
                IatiFlow flow = movement.iati();
                if (flow != null) {
                    rows.put(version, new Row(version, RowKey.of(movement), Stated.of(flow)));
                }
            }
            case EntryCorrected corrected -> {
                if (corrected.reasonCode() == CorrectionReason.WITHDRAWN_BY_PUBLISHER) {
                    rows.remove(corrected.corrected());
                }
            }
            case FactAmended amended -> {
                Long entry = amended.entry();
                Row row = entry == null ? null : rows.get(entry);
                SortedMap<String, String> fields = row != null ? row.fields : entry == null ? registration : null;
                if (fields != null) {
                    amend(fields, amended);
                }
            }
            case RuleBreachNoted breach -> noted.add(note(breach));
            default -> {
                // Nothing that a file says.
            }
        }
    }

    private static void amend(SortedMap<String, String> fields, FactAmended amended) {
        String becomes = amended.becomes();
        if (becomes == null) {
            fields.remove(amended.field());
        } else {
            fields.put(amended.field(), becomes);
        }
    }

    ProjectId project() {
        return project;
    }

    /** The project as it stands, whoever changed it; the comparison goes on with it. */
    ProjectState state() {
        return state;
    }

    /** What files say of the project itself; null when it was registered by an officer. */
    @Nullable
    SortedMap<String, String> registration() {
        return registration;
    }

    /** The status last reported by a file. */
    @Nullable
    String status() {
        return status;
    }

    /** True once, for the first activity of a file that is compared with this. */
    boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    /** Whether the same was noted about the same event before; from now on it was. */
    boolean noteOnce(RuleBreachNoted breach) {
        return noted.add(note(breach));
    }

    /** The line of the file is not part of what is noted. */
    private static List<Object> note(RuleBreachNoted breach) {
        return List.of(breach.rule(), breach.about(), breach.evidence().getOrDefault("detail", ""));
    }

    /** What no activity of this file has found again so far, in the order it was entered. */
    List<Row> left() {
        return List.copyOf(rows.values());
    }

    /**
     * Finds an activity's transactions among those said earlier, as a multiset: whatever agrees in everything first, then in
     * parties and reference, then in type, dates, value and currency alone.
     *
     * @return for each of them what it was, or null for one that is new; what is found is not found again
     */
    List<@Nullable Row> match(List<RowKey> keys, List<SortedMap<String, String>> fields) {
        var found = new ArrayList<@Nullable Row>(keys.size());
        keys.forEach(key -> found.add(null));
        match(keys, fields, fieldsOfOne -> fieldsOfOne, found);
        match(keys, fields, Stated::identifying, found);
        match(keys, fields, fieldsOfOne -> Map.of(), found);
        return found;
    }

    private void match(List<RowKey> keys, List<SortedMap<String, String>> fields,
            Function<SortedMap<String, String>, Map<String, String>> likeness, List<@Nullable Row> found) {
        var left = new HashMap<List<Object>, Queue<Row>>();
        rows.values().forEach(row -> left
                .computeIfAbsent(List.of(row.key, likeness.apply(row.fields)), key -> new ArrayDeque<>()).add(row));
        for (int i = 0; i < keys.size(); i++) {
            if (found.get(i) == null) {
                Queue<Row> like = left.get(List.of(keys.get(i), likeness.apply(fields.get(i))));
                Row row = like == null ? null : like.poll();
                if (row != null) {
                    found.set(i, row);
                    rows.remove(row.version);
                }
            }
        }
    }
}
