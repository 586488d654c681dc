package org.aidledger.view.signal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.project.ProjectId;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what may be worth a look, as of any effective date and as known at any time. There is no table behind it: the signals of
 * a project are a pure function of its events, read from the log whenever they are asked for; the last few answers are kept,
 * since the same question has the same answer for ever.
 */
public final class Signals {

    private static final int LEAVES_A_READ = 5_000;
    private static final int ANSWERS_KEPT = 4;

    private static final String INSPECTIONS = "select leaf from ledger.entry"
            + " where stream >= 'INS-' and stream < 'INS.' and type = 'inspection.InspectionOpened' and index < :known"
            + " order by index";
    private static final String OF_ONE =
            "select leaf from ledger.entry where stream = :project and index < :known order by version";
    private static final String OF_ALL = "select leaf from ledger.entry"
            + " where (stream, version) > (:stream, :version) and stream < 'PRJ.' and index < :known"
            + " order by stream, version limit :limit";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Thresholds thresholds;
    /** The last few answers, the one asked for longest ago first. */
    private final Map<Key, Answer> answers = new LinkedHashMap<>(ANSWERS_KEPT, 0.75f, true);

    private record Key(@Nullable LocalDate effective, long known) {
    }

    public Signals(DataSource dataSource, Catalogue catalogue, Thresholds thresholds) {
        this.jdbc = JdbcClient.create(dataSource);
        this.catalogue = catalogue;
        this.thresholds = thresholds;
    }

    /**
     * What was found.
     *
     * @param asOf the clocks it was looked for at; its {@code booked} is not looked at
     * @param day to which ages were counted: the effective date asked for or, without one, the day the last event known was recorded
     * @param projects those with a signal, the heaviest first, then by id
     */
    public record Answer(AsOf.Answered asOf, LocalDate day, List<ProjectSignals> projects) {
        public Answer {
            projects = List.copyOf(projects);
        }
    }

    /** The thresholds in use. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** Every project that has a signal: the order in which to look at them. */
    public Answer all(AsOf question) {
        AsOf.Answered asOf = answered(question);
        Key key = new Key(asOf.effective(), asOf.known());
        Answer kept;
        synchronized (answers) {
            kept = answers.get(key);
        }
        Answer answer = kept != null ? kept : find(asOf);
        synchronized (answers) {
            answers.put(key, answer);
            if (answers.size() > ANSWERS_KEPT) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return new Answer(asOf, answer.day, answer.projects);
    }

    /** One project; without a signal its list is empty. */
    public Answer ofProject(String project, AsOf question) {
        AsOf.Answered asOf = answered(question);
        LocalDate day = day(asOf);
        List<Entry> entries = decode(jdbc.sql(OF_ONE).param("project", project).param("known", asOf.known())
                .query(byte[].class).list());
        return new Answer(asOf, day, look(project, entries, inspections(asOf), asOf.effective(), day).stream()
                .toList());
    }

    private Answer find(AsOf.Answered asOf) {
        LocalDate day = day(asOf);
        Map<String, List<Entry>> inspections = inspections(asOf);
        List<ProjectSignals> found = new ArrayList<>();
        List<Entry> project = new ArrayList<>();
        List<Entry> read = read(ProjectId.PREFIX, -1, asOf);
        while (!read.isEmpty()) {
            for (Entry entry : read) {
                if (!project.isEmpty() && !project.getFirst().stream().equals(entry.stream())) {
                    look(project.getFirst().stream(), project, inspections, asOf.effective(), day)
                            .ifPresent(found::add);
                    project.clear();
                }
                project.add(entry);
            }
            read = read(read.getLast().stream(), read.getLast().version(), asOf);
        }
        if (!project.isEmpty()) {
            look(project.getFirst().stream(), project, inspections, asOf.effective(), day).ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(ProjectSignals::weight).reversed()
                .thenComparing(ProjectSignals::project));
        return new Answer(asOf, day, found);
    }

    private List<Entry> read(String stream, long version, AsOf.Answered asOf) {
        return decode(jdbc.sql(OF_ALL).param("stream", stream).param("version", version).param("known", asOf.known())
                .param("limit", LEAVES_A_READ).query(byte[].class).list());
    }

    private Optional<ProjectSignals> look(String project, List<Entry> entries, Map<String, List<Entry>> inspections,
            @Nullable LocalDate through, LocalDate day) {
        History history =
                History.of(List.copyOf(entries), inspections.getOrDefault(project, List.of()), through, day);
        List<Signal> signals = in(history, thresholds);
        return signals.isEmpty() ? Optional.empty()
                : Optional.of(new ProjectSignals(project, ProjectSignals.weigh(signals, thresholds.countedMax()),
                        history.inspections().isEmpty() ? null : history.inspections().getLast().stream(), signals));
    }

    /** All there is to find in one history, the heaviest first. */
    static List<Signal> in(History history, Thresholds thresholds) {
        List<Signal> signals = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            int weight = thresholds.weight(kind);
            if (weight > 0) {
                kind.detection().in(history, thresholds).forEach(found -> signals
                        .add(new Signal(kind, weight, found.text(), found.arguments(), found.events())));
            }
        }
        signals.sort(Comparator.comparingInt(Signal::weight).reversed().thenComparing(Signal::kind)
                .thenComparing(signal -> signal.events().getFirst()));
        return signals;
    }

    /** By project, the openings of the inspections that look at it. */
    private Map<String, List<Entry>> inspections(AsOf.Answered asOf) {
        Map<String, List<Entry>> byProject = new HashMap<>();
        for (Entry entry : decode(jdbc.sql(INSPECTIONS).param("known", asOf.known()).query(byte[].class).list())) {
            if (entry.payload() instanceof InspectionOpened opened) {
                opened.projects().stream().distinct().forEach(project -> byProject
                        .computeIfAbsent(project.value(), key -> new ArrayList<>()).add(entry));
            }
        }
        return byProject;
    }

    private List<Entry> decode(List<byte[]> leaves) {
        return leaves.stream().map(catalogue::decode).toList();
    }

    private AsOf.Answered answered(AsOf question) {
        return question.answeredAt(jdbc.sql("select size from ledger.head order by step desc limit 1")
                .query(Long.class).optional().orElse(0L));
    }

    private LocalDate day(AsOf.Answered asOf) {
        LocalDate effective = asOf.effective();
        return effective != null ? effective
                : jdbc.sql("select recorded_at from ledger.entry where index = ?").param(asOf.known() - 1)
                        .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant).map(VietNam::dateOf)
                        .orElse(LocalDate.EPOCH);
    }
}
