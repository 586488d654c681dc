package org.aidledger.app.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aidledger.app.deadline.DeadlineLine.Basis;
import org.aidledger.project.ReportKind;
import org.aidledger.rules.Deadline;
import org.aidledger.rules.RuleSet;
import org.aidledger.rules.RuleSets;
import org.aidledger.rules.Term;
import org.aidledger.view.AsOf;
import org.aidledger.view.deadline.Obligation;
import org.aidledger.view.deadline.Obligation.Kind;
import org.aidledger.view.deadline.Obligations;
import org.aidledger.view.deadline.Reporting;
import org.jspecify.annotations.Nullable;

/**
 * What is due and overdue on a day. Where the event that starts a term names its last day, that day counts, as it was told;
 * elsewhere the days are counted by the rule set in force when the term began, with the public holidays of the rule files. What
 * neither names a day for is not in the list.
 */
public final class Deadlines {

    /** How far ahead the list looks where it is not said. */
    public static final int WITHIN_DAYS = 90;

    /** The furthest it looks. */
    public static final int WITHIN_DAYS_MAX = 3_660;

    /** The most lines an answer holds; the counts are of all. */
    public static final int LINES_MAX = 1_000;

    /** Certificates are valid for at most three years by it, from 1 November 2022. */
    private static final Basis CERTIFICATE = new Basis(null, "Nghị định 58/2022/NĐ-CP", "?", null, null);
    private static final LocalDate CERTIFICATE_FROM = LocalDate.of(2022, 11, 1);

    private static final Map<Kind, Deadline> TERMS = Map.of(Kind.APPRAISAL, Deadline.APPRAISAL, Kind.OPINION,
            Deadline.OPINION, Kind.EMERGENCY_APPROVAL, Deadline.EMERGENCY_APPROVAL, Kind.IDLE_APPROVAL,
            Deadline.IDLE_APPROVAL, Kind.PERIODIC_REPORT, Deadline.PERIODIC_REPORT);

    private static final Comparator<DeadlineLine> URGENT_FIRST = Comparator.comparing(DeadlineLine::due)
            .thenComparing(line -> line.obligation().kind()).thenComparing(line -> line.obligation().stream())
            .thenComparing(line -> line.obligation().part());

    private final Obligations obligations;
    private final RuleSets rules;

    public Deadlines(Obligations obligations, RuleSets rules) {
        this.obligations = obligations;
        this.rules = rules;
    }

    /**
     * The work list.
     *
     * @param lines the most urgent first, at most {@value #LINES_MAX}
     * @param counts of all lines, by kind
     */
    public record WorkList(AsOf.Answered asOf, LocalDate day, int withinDays, List<DeadlineLine> lines,
            Map<Kind, Count> counts) {
        public WorkList {
            lines = List.copyOf(lines);
            counts = Map.copyOf(counts);
        }

        public long overdue() {
            return counts.values().stream().mapToLong(Count::overdue).sum();
        }

        public long due() {
            return counts.values().stream().mapToLong(Count::due).sum();
        }
    }

    /** How many of a kind are overdue, and how many are due in the time looked ahead. */
    public record Count(long overdue, long due) {
    }

    /**
     * @param day counted to
     * @param withinDays how far ahead, 0 to {@value #WITHIN_DAYS_MAX}
     * @param kind only these; null for all
     * @param question how much was known; its effective date is replaced by the day
     * @param skipped how many lines were on the pages before; on a day, at a number of events, the list is always the same
     * @throws IllegalArgumentException when {@code withinDays} is out of bounds
     */
    public WorkList on(LocalDate day, int withinDays, @Nullable Kind kind, AsOf question, long skipped, int limit) {
        Obligations.Found found = obligations.on(day, question);
        List<DeadlineLine> lines = lines(found, day, withinDays);
        lines.removeIf(line -> kind != null && line.obligation().kind() != kind);
        return new WorkList(found.asOf(), day, withinDays,
                lines.stream().skip(skipped).limit(Math.clamp(limit, 1, LINES_MAX)).toList(), counts(lines));
    }

    /** Every line, however many there are, the most urgent first. */
    public List<DeadlineLine> all(LocalDate day, int withinDays, AsOf question) {
        return lines(obligations.on(day, question), day, withinDays);
    }

    private List<DeadlineLine> lines(Obligations.Found found, LocalDate day, int withinDays) {
        if (withinDays < 0 || withinDays > WITHIN_DAYS_MAX) {
            throw new IllegalArgumentException("0 to " + WITHIN_DAYS_MAX + " days ahead, not " + withinDays);
        }
        LocalDate last = day.plusDays(withinDays);
        List<DeadlineLine> lines = new ArrayList<>();
        found.open().forEach(open -> add(open, day, last, lines));
        found.reporting().forEach(project -> reports(project, last).forEach(report -> add(report, day, last, lines)));
        lines.sort(URGENT_FIRST);
        return lines;
    }

    private static Map<Kind, Count> counts(List<DeadlineLine> lines) {
        Map<Kind, Count> counts = new EnumMap<>(Kind.class);
        for (DeadlineLine line : lines) {
            counts.merge(line.obligation().kind(), new Count(line.isOverdue() ? 1 : 0, line.isOverdue() ? 0 : 1),
                    (a, b) -> new Count(a.overdue + b.overdue, a.due + b.due));
        }
        return counts;
    }

    private void add(Obligation obligation, LocalDate day, LocalDate last, List<DeadlineLine> lines) {
        Deadline deadline = TERMS.get(obligation.kind());
        LocalDate told = obligation.due();
        LocalDate due = told != null || deadline == null ? told : rules.dueFrom(deadline, obligation.startedOn());
        if (due != null && !due.isAfter(last)) {
            lines.add(new DeadlineLine(obligation, due, due.toEpochDay() - day.toEpochDay(),
                    basis(obligation, deadline)));
        }
    }

    private @Nullable Basis basis(Obligation obligation, @Nullable Deadline deadline) {
        if (deadline == null) {
            return obligation.kind() == Kind.CERTIFICATE && !obligation.startedOn().isBefore(CERTIFICATE_FROM)
                    ? CERTIFICATE
                    : null;
        }
        RuleSet inForce = rules.inForceOn(obligation.startedOn());
        Term term = inForce.term(deadline);
        return term == null ? null
                : new Basis(inForce.id(), inForce.legalBasis(), term.article(), term.amount(), term.unit().name());
    }

    /**
     * The reports of a project that are not filed: one on each first half-year and one on each year at whose end it was under
     * way, and that ends no later than the list looks ahead.
     */
    private static List<Obligation> reports(Reporting project, LocalDate last) {
        List<Obligation> missing = new ArrayList<>();
        for (int year = project.begunOn().getYear(); year <= last.getYear(); year++) {
            add(project, ReportKind.HALF_YEAR, LocalDate.of(year, Month.JUNE, 30), last, missing);
            add(project, ReportKind.YEAR, LocalDate.of(year, Month.DECEMBER, 31), last, missing);
        }
        return missing;
    }

    private static void add(Reporting project, ReportKind kind, LocalDate end, LocalDate last,
            List<Obligation> missing) {
        LocalDate ended = project.endedOn();
        boolean owed = !end.isBefore(project.begunOn()) && (ended == null || !end.isAfter(ended)) && !end.isAfter(last);
        boolean filed = project.filed().stream().anyMatch(report -> report.kind().equals(kind.name())
                && report.coversTo().equals(end)
                || report.kind().equals(ReportKind.FINAL.name()) && !report.coversTo().isBefore(end));
        if (owed && !filed) {
            missing.add(new Obligation(Kind.PERIODIC_REPORT, project.stream(), project.titleVi(), project.titleEn(),
                    kind.name() + "/" + end, null, project.startIndex(), end, null));
        }
    }
}
