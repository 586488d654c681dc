package org.aidledger.app.exchange.table;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.app.deadline.Deadlines;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.Views;
import org.aidledger.document.DocumentRef;
import org.aidledger.text.Texts;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.inspection.InspectionDetail;
import org.aidledger.view.inspection.InspectionSummary;
import org.aidledger.view.inspection.Inspections;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.portfolio.ProvinceList;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.aidledger.view.trail.Trail;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/** The lists and balances of the ledger, each as a table at the clocks asked for. */
public final class LedgerTables {

    /** The portfolio by province, by the list of 2025. */
    private static final String PROVINCES_OF_2025 = "province-" + ProvinceList.OF_2025.key();

    private final Balances balances;
    private final Projects projects;
    private final Trail trail;
    private final Inspections inspections;
    private final Portfolio portfolio;
    private final BankAccounts bank;
    private final WorkTables work;
    private final MeetingTables meeting;

    public LedgerTables(Ledger ledger) {
        Views views = ledger.views();
        this.balances = views.balances();
        this.projects = views.projects();
        this.trail = views.trail();
        this.inspections = views.inspections();
        this.portfolio = views.portfolio();
        this.bank = views.bank();
        this.work = new WorkTables(views, new Deadlines(views.obligations(), ledger.gateway().rules()),
                Clock.systemUTC());
        this.meeting = new MeetingTables(views);
    }

    /**
     * A table.
     *
     * @param subject the project it is about; for the trail a project or an inspection, for the portfolio the dimension, for the
     *        headline the period ({@code 2023-01-01/2023-08-31}, and {@code /FXR-...} to convert), for targets the table of
     *        rates; null for all
     * @param asOf what every view can answer at
     * @return empty when the table is of one subject and none is given, or none that there is, or of all and one is given
     */
    public Optional<Table> table(TableName name, @Nullable String subject, AsOf.Answered asOf) {
        if (!name.takes(subject)) {
            return Optional.empty();
        }
        var question = new AsOf(asOf.effective(), asOf.known(), asOf.booked());
        return switch (name) {
            case PROJECTS -> Optional.of(projects(asOf.known()));
            case TOTALS -> Optional.of(totals(question));
            case BALANCES -> Optional.of(balances(subject, question));
            case CASH -> Optional.of(cash(subject, question));
            case TRIAL_BALANCE -> Optional.of(trialBalance(subject, question));
            case POSTINGS -> Optional.of(postings(subject, asOf));
            case TRAIL -> Optional.ofNullable(subject).map(stream -> trail(stream, question));
            case PORTFOLIO -> Optional.ofNullable(subject).flatMap(asked -> asked.equals(PROVINCES_OF_2025)
                    ? Optional.of(portfolio(Dimension.PROVINCE, ProvinceList.OF_2025, question))
                    : Dimension.of(asked).map(one -> portfolio(one, ProvinceList.AS_RECORDED, question)));
            case INSPECTIONS -> Optional.of(inspections(asOf.known()));
            case FINDINGS -> Optional.of(work.findings(asOf));
            case DEADLINES -> Optional.of(work.deadlines(asOf));
            case SIGNALS -> Optional.of(work.signals(subject, question));
            case HEADLINE -> Optional.ofNullable(subject).flatMap(period -> meeting.headline(period, asOf.known()));
            case TARGETS -> meeting.targets(subject, question);
            case DONORS -> Optional.of(work.donors(asOf.known()));
            case PERIODS -> Optional.of(work.periods(asOf.known()));
            case BANK -> Optional.of(BankTable.of(bank, subject, question));
        };
    }

    /** Sectors by the OECD's list; what belongs to no value comes last, under an empty cell. */
    private Table portfolio(Dimension dimension, ProvinceList provinces, AsOf question) {
        return table(TableName.PORTFOLIO, measures(dimension.key(), "projects", "currency"), sink -> {
            for (Group group : portfolio.by(dimension, Portfolio.DAC, provinces, null, question).groups()) {
                for (CurrencyFigures figures : group.currencies()) {
                    sink.row(cells(figures, group.value(), group.projects()));
                }
            }
        });
    }

    private Table projects(long known) {
        return table(TableName.PROJECTS, List.of("id", "code", "titleVi", "titleEn", "kind", "budgetTreatment",
                "perspective", "donors", "managingAgency", "aidOwner", "status", "effectiveDate", "registeredIndex"),
                sink -> {
                    @Nullable String after = null;
                    List<ProjectRow> page;
                    do {
                        page = projects.search("", known, after, Projects.PAGE_MAX);
                        for (ProjectRow p : page) {
                            sink.row(Arrays.asList(p.id(), p.code(), p.titleVi(), p.titleEn(), p.kind(),
                                    p.budgetTreatment(), p.perspective(), p.donors(), p.managingAgency(), p.aidOwner(),
                                    p.status(), p.effectiveDate(), p.registeredIndex()));
                            after = p.id();
                        }
                    } while (page.size() == Projects.PAGE_MAX);
                });
    }

    private Table totals(AsOf question) {
        return table(TableName.TOTALS, measures("currency"), sink -> {
            for (CurrencyFigures figures : balances.totals(question).currencies()) {
                sink.row(cells(figures));
            }
        });
    }

    private Table balances(@Nullable String project, AsOf question) {
        return table(TableName.BALANCES, measures("project", "code", "currency"), sink -> {
            for (ProjectBalance balance : each(project, question)) {
                String code = projects.find(balance.project(), Long.MAX_VALUE).map(ProjectRow::code).orElse(null);
                for (CurrencyFigures figures : balance.currencies()) {
                    sink.row(cells(figures, balance.project(), code));
                }
            }
        });
    }

    private static List<String> measures(String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(Measure.values()).map(Measure::key)).toList();
    }

    /** A measure that is not recorded is an empty cell, which is not zero. */
    private static List<?> cells(CurrencyFigures figures, @Nullable Object... first) {
        var cells = new ArrayList<@Nullable Object>(Arrays.asList(first));
        cells.add(figures.currency().code());
        for (Measure measure : Measure.values()) {
            cells.add(figures.figure(measure));
        }
        return cells;
    }

    private Table cash(@Nullable String project, AsOf question) {
        return table(TableName.CASH, List.of("project", "moneyAccount", "currency", "amount"), sink -> {
            for (ProjectBalance balance : each(project, question)) {
                for (ProjectBalance.Cash cash : balance.cash()) {
                    sink.row(List.of(balance.project(), cash.moneyAccount(), cash.currency(), cash.amount()));
                }
            }
        });
    }

    private List<ProjectBalance> each(@Nullable String project, AsOf question) {
        if (project != null) {
            return List.of(balances.ofProject(project, question));
        }
        var each = new ArrayList<ProjectBalance>();
        balances.ofEachProject(question, each::add);
        return each;
    }

    private Table trialBalance(@Nullable String project, AsOf question) {
        return table(TableName.TRIAL_BALANCE, List.of("currency", "account", "amount"), sink -> {
            for (var account : balances.trialBalance(project, question).accounts()) {
                sink.row(List.of(account.currency(), account.account(), account.amount()));
            }
        });
    }

    private Table postings(@Nullable String project, AsOf.Answered asOf) {
        return table(TableName.POSTINGS, List.of("index", "line", "project", "account", "contra", "currency", "amount",
                "effectiveDate", "recordedAt", "bookingPeriod", "moneyAccount", "donor", "fundingSource"), sink -> {
                    @Nullable Posting last = null;
                    List<Posting> page;
                    do {
                        page = balances.postings(project, asOf, last == null ? null : last.place(), Balances.PAGE_MAX);
                        for (Posting p : page) {
                            sink.row(Arrays.asList(p.index(), p.line(), p.project(), p.account(), p.contra(),
                                    p.currency(), p.amount(), p.effectiveDate(), p.recordedAt(), p.bookingPeriod(),
                                    p.moneyAccount(), p.donor(), p.fundingSource()));
                            last = p;
                        }
                    } while (page.size() == Balances.PAGE_MAX);
                });
    }

    private Table trail(String subject, AsOf question) {
        return table(TableName.TRAIL, List.of("index", "stream", "version", "type", "effectiveDate", "recordedAt",
                "bookingPeriod", "actor", "way", "channel", "reason", "documents", "sourceName", "sourceLine",
                "sourceSha256", "refersTo", "vi", "en"), sink -> {
                    @Nullable Long after = null;
                    do {
                        Trail.Page page = trail.of(subject, question, after, Trail.PAGE_MAX);
                        for (TrailLine line : page.lines()) {
                            sink.row(cells(line));
                        }
                        after = page.next();
                    } while (after != null);
                });
    }

    private static List<?> cells(TrailLine line) {
        return Arrays.asList(line.index(), line.entry().stream(), line.entry().version(), line.entry().type(),
                line.entry().effectiveDate(), line.entry().recordedAt(), line.bookingPeriod(), line.actor(), line.way(),
                line.channel(), line.reason(),
                String.join("; ", line.documents().stream().map(DocumentRef::reference).toList()), line.sourceName(),
                line.sourceLine(), line.sourceSha256(), line.refersTo(), line.sentence(Texts.VIETNAMESE),
                line.sentence(Texts.ENGLISH));
    }

    private Table inspections(long known) {
        return table(TableName.INSPECTIONS, List.of("id", "title", "openedOn", "openedIndex", "concludedOn", "checks",
                "findings"), sink -> {
                    @Nullable Long before = null;
                    List<InspectionSummary> page;
                    do {
                        page = inspections.all(before, Inspections.PAGE_MAX);
                        for (InspectionSummary summary : page) {
                            inspection(summary, known, sink);
                            before = summary.firstIndex();
                        }
                    } while (page.size() == Inspections.PAGE_MAX);
                });
    }

    /** As it was known then, and left out where it was not open yet. */
    private void inspection(InspectionSummary summary, long known, Table.Sink sink) throws IOException {
        Optional<InspectionDetail> then = inspections.inspection(summary.id(), known);
        var opened = then.map(InspectionDetail::opened).orElse(null);
        if (then.isPresent() && opened != null) {
            InspectionDetail detail = then.get();
            var concluded = detail.concluded();
            sink.row(Arrays.asList(summary.id(), summary.title(), opened.entry().effectiveDate(),
                    opened.entry().index(),
                    concluded == null ? null : concluded.entry().effectiveDate(), detail.checks().size(),
                    detail.findings().size()));
        }
    }

    private static Table table(TableName name, List<String> columns, Table.Rows rows) {
        return new Table(name.key(), columns, rows);
    }
}
