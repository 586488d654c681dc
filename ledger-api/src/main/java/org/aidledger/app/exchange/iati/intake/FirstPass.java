package org.aidledger.app.exchange.iati.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.iati.Excerpt;
import org.aidledger.app.exchange.iati.IatiActivity;
import org.aidledger.app.exchange.iati.IatiReader;
import org.aidledger.app.exchange.iati.IatiReading;
import org.aidledger.app.exchange.iati.Oddity;
import org.aidledger.app.exchange.iati.Position;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.eventstore.Tag;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.intake.FileRemark;
import org.aidledger.intake.ImportRunEvent.FileCompared;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.intake.ImportRunId;
import org.aidledger.project.Inspectors;
import org.aidledger.project.Postings;
import org.aidledger.project.ProjectContext;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectId;
import org.aidledger.project.ProjectState;
import org.aidledger.rules.RuleSets;
import org.jspecify.annotations.Nullable;

/** Reads a file and decides it into the spool, one activity in memory at a time; nothing is written to the ledger. */
final class FirstPass {

    private static final String FORMAT = "iati-2.03";
    private static final int WORDS_CHARACTERS_MAX = 100;
    private static final int REMARK_BYTES_MAX = 700;

    private final ImportRequest request;
    private final LocalDate today;
    private final ImportLimits limits;
    private final EntryReader log;
    private final TagIndex tags;
    private final Catalogue catalogue;
    private final Spool spool;
    private final RuleSets rules;
    private final Recorder recorder;
    private final FileComparison comparison;

    private final Set<String> publishers = new LinkedHashSet<>();
    private final Map<String, Long> firstVersions = new HashMap<>();
    private final Map<Tag, Long> preconditions = new HashMap<>();
    private long breaches;
    private int readAgain;
    private @Nullable ProjectId latest;
    private ProjectState latestState = ProjectState.empty();

    /**
     * @param today in Viet Nam
     * @param tags with nothing remembered from an earlier attempt
     */
    FirstPass(ImportRequest request, LocalDate today, ImportLimits limits, EntryReader log, TagIndex tags,
            Catalogue catalogue, Spool spool, RuleSets rules) {
        this.request = request;
        this.today = today;
        this.limits = limits;
        this.log = log;
        this.tags = tags;
        this.catalogue = catalogue;
        this.spool = spool;
        this.rules = rules;
        RecordedEvents events = index -> catalogue.decode(log.leaf(index).orElseThrow()).payload();
        this.recorder = new Recorder(spool, catalogue, request.source(), request.by(), limits.eventsMax(),
                new Postings(tags, events), preconditions);
        this.comparison = new FileComparison(request.source(), today, limits.forReader(), log, catalogue);
    }

    /**
     * @return what is to be appended
     * @throws RefusedFile when the file cannot be taken in
     */
    ImportBatch run(ImportProgress progress) throws IOException {
        SourceFile source = request.source();
        try (InputStream file = source.open(); var counted = new CountedInput(file)) {
            IatiReading end = new IatiReader(limits.forReader()).read(source.name(), counted, activity -> {
                take(activity);
                progress.read(counted.bytes(), source.length());
            });
            return switch (end) {
                case IatiReading.Complete complete -> {
                    recordRun(complete);
                    progress.read(source.length(), source.length());
                    yield new ImportBatch(request, spool, firstVersions, preconditions, progress);
                }
                case IatiReading.Refused(var refusal) -> throw new RefusedFile(ImportRefusal.of(refusal));
            };
        }
    }

    private void take(IatiActivity activity) {
        rememberPublisher(activity);
        ProjectId project = ReportedProject.idOf(activity);
        String stream = project.value();
        Long begunAt = firstVersions.get(stream);
        Optional<EarlierReport> earlier =
                begunAt != null && begunAt == 0 ? Optional.empty() : comparison.reportOf(project);
        if (begunAt == null) {
            firstVersions.put(stream, earlier.map(report -> report.state().nextVersion()).orElse(0L));
        }
        ProjectState state = earlier.map(EarlierReport::state).orElseGet(() -> state(project, activity));
        spool.begin(stream);
        boolean inspects = Inspectors.include(request.by().actor(), project, tags,
                (tag, seen) -> preconditions.merge(tag, seen, Math::min));
        var context = new ProjectContext(Way.REPORTED, request.by().actor(), today, inspects, rules);
        var intake = new ProjectIntake(request.source().name(), project, state, context, recorder,
                state.nextVersion() == 0 ? List.of(Absences.reportedBy(activity)) : List.of());
        earlier.ifPresentOrElse(
                report -> new ProjectComparison(comparison, report, intake, context).take(activity,
                        request.perspective()),
                () -> intake.take(activity, request.perspective()));
        breaches += intake.breaches();
        latest = project;
        latestState = intake.state();
    }

    private void rememberPublisher(IatiActivity activity) {
        IatiActivity.ReportingOrg org = activity.reportingOrg();
        if (org != null && org.ref() != null && publishers.size() < FileImported.PUBLISHERS_MAX) {
            publishers.add(Excerpt.of(org.ref(), WORDS_CHARACTERS_MAX));
        }
    }

    /** The project so far: empty, unless its identifier was in the file before. Only one project is kept in memory. */
    private ProjectState state(ProjectId project, IatiActivity activity) {
        if (project.equals(latest)) {
            return latestState;
        }
        readAgain += spool.eventsOf(project.value());
        if (readAgain > limits.eventsReadAgainMax()) {
            throw new RefusedFile(ImportRefusal.at(request.source().name(), activity.position(),
                    "import.too-many-repetitions", Map.of("max", Integer.toString(limits.eventsReadAgainMax()))));
        }
        ProjectState state = ProjectState.empty();
        spool.replay(project.value(), catalogue,
                event -> state.evolve((ProjectEvent) event));
        return state;
    }

    /** The last event says what file all the others came from. */
    private void recordRun(IatiReading.Complete end) {
        SourceFile source = request.source();
        ImportRunId run = ImportRunId.of(source.sha256());
        String generated = end.header().generatedDatetime();
        long version = log.lastVersionOf(run.value()).orElse(-1L) + 1;
        firstVersions.put(run.value(), version);
        spool.begin(run.value());
        Optional<FileCompared> compared = comparison.result();
        if (compared.isPresent()) {
            recorder.record(run.value(), version++, compared.get(), new Position(1, 1));
        }
        recorder.record(run.value(), version, new FileImported(run, FORMAT, source.name(), source.sha256(),
                source.length(), generated == null ? null : Excerpt.of(generated, WORDS_CHARACTERS_MAX),
                List.copyOf(publishers), request.perspective(), end.activities(), end.transactions(), breaches,
                remarks(end.oddities()), today), new Position(1, 1));
    }

    private static List<FileRemark> remarks(List<Oddity> oddities) {
        var room = new LeafRoom();
        var remarks = new ArrayList<FileRemark>();
        for (Oddity odd : oddities) {
            if (remarks.size() < FileImported.REMARKS_MAX) {
                remarks.add(new FileRemark(odd.kind().code(), odd.line(),
                        room.text("remark", odd.detail(), REMARK_BYTES_MAX)));
            }
        }
        return remarks;
    }
}
