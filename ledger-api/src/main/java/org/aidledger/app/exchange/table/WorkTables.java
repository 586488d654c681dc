package org.aidledger.app.exchange.table;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.app.deadline.DeadlineLine;
import org.aidledger.app.deadline.DeadlineLine.Basis;
import org.aidledger.app.deadline.Deadlines;
import org.aidledger.app.platform.Views;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.text.Texts;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.deadline.Obligation;
import org.aidledger.view.donor.DonorRow;
import org.aidledger.view.donor.Donors;
import org.aidledger.view.inspection.FindingRow;
import org.aidledger.view.period.PeriodHistory;
import org.aidledger.view.period.PeriodSummary;
import org.aidledger.view.period.Periods;
import org.aidledger.view.signal.ProjectSignals;
import org.aidledger.view.signal.Signal;
import org.aidledger.view.signal.Signals;
import org.jspecify.annotations.Nullable;

/** The work lists, donors and closed months as tables. Days are counted to the effective date asked for, else to today. */
final class WorkTables {

    private final Views views;
    private final Deadlines deadlines;
    private final Clock clock;

    WorkTables(Views views, Deadlines deadlines, Clock clock) {
        this.views = views;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    private LocalDate day(AsOf.Answered asOf) {
        return Objects.requireNonNullElseGet(asOf.effective(), () -> VietNam.dateOf(clock.instant()));
    }

    Table deadlines(AsOf.Answered asOf) {
        LocalDate day = day(asOf);
        return table(TableName.DEADLINES, List.of("day", "due", "daysLeft", "overdue", "kind", "stream", "titleVi",
                "titleEn", "part", "detail", "legalBasis", "article", "term", "unit", "startIndex", "startedOn"),
                sink -> {
                    for (DeadlineLine line : deadlines.all(day, Deadlines.WITHIN_DAYS, AsOf.of(null, asOf.known()))) {
                        Obligation one = line.obligation();
                        Basis basis = line.basis();
                        sink.row(Arrays.asList(day, line.due(), line.daysLeft(), line.isOverdue(), one.kind(),
                                one.stream(), one.titleVi(), one.titleEn(), one.part(), one.detail(),
                                basis == null ? null : basis.legalBasis(), basis == null ? null : basis.article(),
                                basis == null ? null : basis.amount(), basis == null ? null : basis.unit(),
                                one.startIndex(), one.startedOn()));
                    }
                });
    }

    Table signals(@Nullable String project, AsOf question) {
        return table(TableName.SIGNALS, List.of("project", "projectWeight", "inspection", "kind", "weight", "vi", "en",
                "events"), sink -> {
                    Signals signals = views.signals();
                    Signals.Answer answer =
                            project == null ? signals.all(question) : signals.ofProject(project, question);
                    for (ProjectSignals one : answer.projects()) {
                        for (Signal signal : one.signals()) {
                            sink.row(Arrays.asList(one.project(), one.weight(), one.inspection(), signal.kind().key(),
                                    signal.weight(), signal.sentence(Texts.VIETNAMESE), signal.sentence(Texts.ENGLISH),
                                    signal.events().stream().map(String::valueOf).collect(Collectors.joining(" "))));
                        }
                    }
                });
    }

    Table findings(AsOf.Answered asOf) {
        LocalDate day = day(asOf);
        return table(TableName.FINDINGS, List.of("day", "inspection", "number", "project", "severity", "text", "state",
                "amount", "currency", "raisedOn", "raisedIndex", "due", "overdue", "ageDays"), sink -> {
                    for (FindingRow one : views.findings().all(day, asOf.known())) {
                        sink.row(Arrays.asList(day, one.inspection(), one.number(), one.project(), one.severity(),
                                one.text(), one.state(), one.amount(), one.currency(), one.raisedOn(),
                                one.raisedIndex(), one.due(), one.overdue(), one.ageDays()));
                    }
                });
    }

    Table donors(long known) {
        return table(TableName.DONORS, List.of("id", "kind", "name", "nameVi", "country", "registeredOn",
                "registeredIndex", "certificate", "validTo", "suspended"), sink -> {
                    @Nullable String after = null;
                    List<DonorRow> page;
                    do {
                        page = views.donors().search("", known, after, Donors.PAGE_MAX).donors();
                        for (DonorRow one : page) {
                            sink.row(Arrays.asList(one.id(), one.kind(), one.name(), one.nameVi(), one.country(),
                                    one.registeredOn(), one.registeredIndex(), one.certificate(), one.validTo(),
                                    one.suspended()));
                            after = one.id();
                        }
                    } while (page.size() == Donors.PAGE_MAX);
                });
    }

    /** A row for each closing, so that a month that was reopened and closed again has two. */
    Table periods(long known) {
        return table(TableName.PERIODS, List.of("id", "entity", "first", "closedThrough", "month", "closedOn",
                "closedBy", "sheetSize", "sheetLines", "sheetSha256", "closingIndex"), sink -> {
                    @Nullable Long after = null;
                    List<PeriodSummary> page;
                    do {
                        page = views.periods().all(after, Periods.PAGE_MAX);
                        for (PeriodSummary summary : page) {
                            closings(summary, known, sink);
                            after = summary.openedIndex();
                        }
                    } while (page.size() == Periods.PAGE_MAX);
                });
    }

    private void closings(PeriodSummary summary, long known, Table.Sink sink) throws IOException {
        Optional<PeriodHistory> history = views.periods().history(summary.id(), known);
        if (history.isPresent()) {
            for (Entry entry : history.get().events()) {
                if (entry.payload() instanceof PeriodClosed closed) {
                    sink.row(Arrays.asList(summary.id(), summary.entity(), summary.first(),
                            history.get().closedThrough(), closed.month(), closed.effectiveDate(),
                            entry.metadata().get(MetadataKeys.ACTOR), closed.sheet().size(), closed.sheet().lines(),
                            closed.sheet().sha256(), entry.index()));
                }
            }
        }
    }

    private static Table table(TableName name, List<String> columns, Table.Rows rows) {
        return new Table(name.key(), columns, rows);
    }
}
