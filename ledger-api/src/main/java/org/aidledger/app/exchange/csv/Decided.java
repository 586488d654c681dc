package org.aidledger.app.exchange.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aidledger.actor.ActorRefusal.Administers;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.csv.CsvReport.Row;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Decision;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.Refusal;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.eventstore.Draft;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.eventstore.Terms;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.intake.ImportRunId;
import org.aidledger.project.Inspectors;
import org.aidledger.project.Postings;
import org.aidledger.project.Postings.Posting;
import org.aidledger.project.ProjectContext;
import org.aidledger.project.ProjectDecisions;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.ProjectId;
import org.aidledger.project.ProjectState;
import org.aidledger.rules.RuleSets;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, decided one after the other on what the log holds and on the rows before: what can be paid in row three is
 * what row two received. Nothing is written here.
 */
final class Decided {

    static final String FORMAT = "csv-1";

    private final CsvSource source;
    private final Way way;
    private final LocalDate today;
    private final EntryReader log;
    private final TagIndex tags;
    private final Postings postings;
    private final Catalogue catalogue;
    private final Function<String, @Nullable ProjectId> projects;
    private final RuleSets rules;

    private final Map<ProjectId, ProjectState> states = new HashMap<>();
    private final Map<ProjectId, Boolean> inspecting = new HashMap<>();
    private final Map<String, Long> firstVersions = new HashMap<>();
    private final Map<Tag, Long> preconditions = new HashMap<>();
    private final Set<ProjectId> touched = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<BulkAppend.Item> items = new ArrayList<>();
    private long breaches;

    /**
     * @param tags with nothing remembered from an earlier attempt
     * @param projects finds a project by id or code; null when there is none
     * @param rules by which decided rows are judged
     */
    Decided(CsvSource source, Way way, LocalDate today, EntryReader log, TagIndex tags, Catalogue catalogue,
            Function<String, @Nullable ProjectId> projects, RuleSets rules) {
        this.source = source;
        this.way = way;
        this.today = today;
        this.log = log;
        this.tags = tags;
        this.postings = new Postings(tags, this::recorded);
        this.catalogue = catalogue;
        this.projects = projects;
        this.rules = rules;
    }

    /** Decides all rows, whatever becomes of each. */
    Decided all(List<CsvRow> table) {
        table.forEach(row -> rows.add(decide(row, said(row))));
        if (rows.stream().noneMatch(Row::isRefused)) {
            recordRun();
        }
        return this;
    }

    private static String said(CsvRow row) {
        return "%s of %s %s, project %s, %s".formatted(row.said(Column.KIND), row.said(Column.AMOUNT),
                row.said(Column.CURRENCY), row.said(Column.PROJECT), row.said(Column.DATE));
    }

    private Row decide(CsvRow row, String said) {
        if (administers() && way == Way.DECIDED) {
            return refused(row, said, List.of(new Administers(source.by().actor().value())));
        }
        try {
            String named = row.needed(Column.PROJECT);
            ProjectId project = projects.apply(named);
            if (project == null) {
                throw row.unreadable("csv.project-unknown", Map.of("value", named));
            }
            ProjectState state = states.computeIfAbsent(project, this::read);
            var decision = ProjectDecisions.decide(state, row.command(project), context(project));
            return switch (decision) {
                case Decision.Refused<ProjectEvent>(var refusals) -> refused(row, said, refusals);
                case Decision.Accepted<ProjectEvent>(var events) -> posted(row, said, project, state, events);
            };
        } catch (CsvRow.Unreadable unreadable) {
            return new Row(row.line(), said, List.of(unreadable.refusal()), null, List.of());
        }
    }

    private Row posted(CsvRow row, String said, ProjectId project, ProjectState state, List<ProjectEvent> events) {
        var carried = new ArrayList<Carried>(events.size());
        @Nullable String later = null;
        for (ProjectEvent event : events) {
            var tags = new ArrayList<Tag>();
            Posting posting = postings.post(event, state.reportingEntity(), source.by().actor(), way,
                    Terms.gathered(preconditions, tags::add));
            if (!posting.broken().isEmpty()) {
                return refused(row, said, posting.broken());
            }
            YearMonth month = posting.month();
            if (month != null && !month.equals(YearMonth.from(event.effectiveDate()))) {
                later = month.toString();
            }
            carried.add(new Carried(event, month, tags));
        }
        return new Row(row.line(), said, List.of(), later, record(row, project, state, carried));
    }

    /** An event, the month that carries it where it moves money, and the tags that make that known. */
    private record Carried(ProjectEvent event, @Nullable YearMonth month, List<Tag> tags) {
    }

    private LedgerEvent recorded(long index) {
        return catalogue.decode(log.leaf(index).orElseThrow()).payload();
    }

    private ProjectState read(ProjectId project) {
        ProjectState state = ProjectState.empty();
        log.eachLeafOf(project.value(), leaf -> state.evolve((ProjectEvent) catalogue.decode(leaf).payload()));
        firstVersions.put(project.value(), state.nextVersion());
        return state;
    }

    /** Who administers users enters nothing else, in a file as little as one by one. */
    private boolean administers() {
        return preconditions.computeIfAbsent(Tag.administers(source.by().actor().value()), tags::lastSeen) >= 0;
    }

    private ProjectContext context(ProjectId project) {
        boolean inspects =
                inspecting.computeIfAbsent(project, asked -> Inspectors.include(source.by().actor(), asked, tags,
                        (tag, seen) -> preconditions.merge(tag, seen, Math::min)));
        return new ProjectContext(way, source.by().actor(), today, inspects, rules);
    }

    private static Row refused(CsvRow row, String said, List<? extends Refusal> rules) {
        return new Row(row.line(), said,
                rules.stream().map(rule -> new CsvRefusal(row.line(), rule.code(), rule.arguments())).toList(), null,
                List.of());
    }

    private List<CsvRefusal> record(CsvRow row, ProjectId project, ProjectState state, List<Carried> events) {
        var noted = new ArrayList<CsvRefusal>();
        for (Carried one : events) {
            ProjectEvent event = one.event;
            touched.add(project);
            add(project.value(), state.nextVersion(), event, row.line(), one.month, one.tags);
            state.evolve(event);
            if (event instanceof RuleBreachNoted breach) {
                noted.add(new CsvRefusal(row.line(), breach.rule(), breach.evidence()));
                breaches++;
            }
        }
        return noted;
    }

    private void add(String stream, long version, LedgerEvent event, int line, @Nullable YearMonth month,
            List<Tag> tagged) {
        var metadata = new HashMap<>(source.by().provenance(way, source.name(), source.sha256()));
        metadata.put(MetadataKeys.SOURCE_LINE, Integer.toString(line));
        if (month != null) {
            metadata.put(MetadataKeys.BOOKING_PERIOD, month.toString());
        }
        items.add(new BulkAppend.Item(
                Draft.of(catalogue, UUID.randomUUID(), stream, version, metadata, event), tagged));
    }

    /** The last event says what file all the others came from; by it the actor is known as one who enters facts. */
    private void recordRun() {
        ImportRunId run = ImportRunId.of(source.sha256());
        long version = log.lastVersionOf(run.value()).orElse(-1L) + 1;
        firstVersions.put(run.value(), version);
        add(run.value(), version, new FileImported(run, FORMAT, source.name(), source.sha256(), source.bytes().length,
                null, List.of(), null, touched.size(), rows.size(), breaches, List.of(), today), 1, null,
                List.of(Tag.posts(source.by().actor().value())));
    }

    List<Row> rows() {
        return rows;
    }

    /** All of it, to be appended at once; only when no row is refused. */
    BulkAppend.Batch batch() {
        return new CsvBatch(source, way, List.copyOf(items), Map.copyOf(firstVersions), Map.copyOf(preconditions));
    }
}
