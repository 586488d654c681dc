package org.aidledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.actor.Way;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;
import org.aidledger.period.PeriodCommand.ClosePeriod;
import org.aidledger.period.PeriodCommand.OpenPeriods;
import org.aidledger.period.PeriodCommand.ReopenPeriod;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.period.SealedSheet;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Direction;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closings against postings, each decided on a node of its own over one PostgreSQL. */
class PeriodRaceTest {

    private static final PeriodId PERIODS = new PeriodId("PER-1");
    private static final ReportingEntity OWNER = new ReportingEntity("Sở Y tế");
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final Request OFFICER = Request.of("lan", Way.DECIDED, "rest");
    private static final Request ACCOUNTANT = Request.of("minh", Way.DECIDED, "rest");
    private static final int MONTHS = 6;
    private static final int PROJECTS = 2;

    private TestDatabase database;
    private LedgerGateway posting;
    private LedgerGateway closing;

    @BeforeEach
    void open() {
        database = TestDatabase.createMigrated();
        posting = new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
        closing = new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        posting.close();
        closing.close();
        database.close();
    }

    @Test
    void nothing_posts_into_a_closed_period_however_the_closing_and_the_postings_race() throws Exception {
        recorded(closing.send(new OpenPeriods(PERIODS, OWNER, FIRST, FIRST.atDay(1)), ACCOUNTANT));
        for (int p = 0; p < PROJECTS; p++) {
            recorded(posting.send(register(project(p)), OFFICER));
        }
        AtomicBoolean closed = new AtomicBoolean();
        try (ExecutorService officers = Executors.newFixedThreadPool(PROJECTS)) {
            List<Future<?>> posts = new ArrayList<>();
            for (int p = 0; p < PROJECTS; p++) {
                ProjectId project = project(p);
                posts.add(officers.submit(() -> {
                    for (int i = 0; !closed.get(); i++) {
                        recorded(posting.send(pledge(project, FIRST.plusMonths(i % MONTHS).atDay(3)), OFFICER));
                    }
                }));
            }
            try {
                for (int m = 0; m < MONTHS; m++) {
                    closeOnWhatIsThere(FIRST.plusMonths(m));
                }
            } finally {
                closed.set(true);
            }
            for (Future<?> post : posts) {
                post.get();
            }
        }
        requireSealed(entries());
    }

    /** As the edge does it: sum the sheet over what is there, and again when something was booked meanwhile. */
    private void closeOnWhatIsThere(YearMonth month) {
        while (true) {
            SealedSheet sheet = new SealedSheet(closing.reader().size(), 0, "00".repeat(32));
            Outcome outcome = closing.send(new ClosePeriod(PERIODS, month, sheet, FIRST.atDay(1)), ACCOUNTANT);
            if (outcome instanceof Outcome.Recorded) {
                return;
            }
            assertThat(codes(outcome)).containsAnyOf("period.sheet-outdated", "stream.contended");
        }
    }

    /** Whatever is booked in a month a closing seals comes before what the sheet counts. */
    private static void requireSealed(List<Entry> entries) {
        List<PeriodClosed> closings = entries.stream().map(Entry::payload).filter(PeriodClosed.class::isInstance)
                .map(PeriodClosed.class::cast).toList();
        assertThat(closings).extracting(PeriodClosed::month).hasSize(MONTHS).isSorted();
        int carriedOver = 0;
        for (Entry entry : entries) {
            if (!(entry.payload() instanceof Movement)) {
                continue;
            }
            YearMonth booked = YearMonth.parse(entry.metadata().get(MetadataKeys.BOOKING_PERIOD));
            for (PeriodClosed one : closings) {
                assertThat(booked.isAfter(one.month()) || entry.index() < one.sheet().size())
                        .as("event %s booked in %s, and the sheet of %s", entry.index(), booked, one).isTrue();
            }
            carriedOver += booked.equals(YearMonth.from(entry.effectiveDate())) ? 0 : 1;
        }
        assertThat(carriedOver).as("postings that found their own month closed").isPositive();
    }

    @Test
    void a_reopened_month_takes_postings_again_and_is_sealed_anew_without_who_posted() {
        recorded(closing.send(new OpenPeriods(PERIODS, OWNER, FIRST, FIRST.atDay(1)), ACCOUNTANT));
        recorded(posting.send(register(project(0)), OFFICER));
        closeOnWhatIsThere(FIRST);
        recorded(posting.send(pledge(project(0), FIRST.atDay(3)), OFFICER));
        assertThat(bookedLast()).isEqualTo("2024-02");
        recorded(closing.send(new ReopenPeriod(PERIODS, FIRST, DocumentRef.of("5/QĐ"), FIRST.atDay(1)), ACCOUNTANT));
        recorded(posting.send(pledge(project(0), FIRST.atDay(3)), OFFICER));
        assertThat(bookedLast()).isEqualTo("2024-01");
        assertThat(codes(posting.send(pledge(project(0), FIRST.atDay(3)), ACCOUNTANT)))
                .containsExactly("segregation.closed-period");
        SealedSheet sheet = new SealedSheet(closing.reader().size(), 0, "00".repeat(32));
        assertThat(codes(closing.send(new ClosePeriod(PERIODS, FIRST, sheet, FIRST.atDay(1)), OFFICER)))
                .containsExactly("segregation.posted-in-period");
        closeOnWhatIsThere(FIRST);
    }

    @Test
    void who_posted_before_periods_were_opened_does_not_close_the_month_either() {
        recorded(posting.send(register(project(0)), OFFICER));
        recorded(posting.send(pledge(project(0), FIRST.atDay(3)), OFFICER));
        recorded(closing.send(new OpenPeriods(PERIODS, OWNER, FIRST, FIRST.atDay(1)), ACCOUNTANT));
        SealedSheet before = new SealedSheet(1, 0, "00".repeat(32));
        assertThat(codes(closing.send(new ClosePeriod(PERIODS, FIRST, before, FIRST.atDay(1)), ACCOUNTANT)))
                .containsExactly("period.sheet-outdated");
        SealedSheet sheet = new SealedSheet(closing.reader().size(), 0, "00".repeat(32));
        assertThat(codes(closing.send(new ClosePeriod(PERIODS, FIRST, sheet, FIRST.atDay(1)), OFFICER)))
                .containsExactly("segregation.posted-in-period");
        closeOnWhatIsThere(FIRST);
    }

    @Test
    void a_month_closed_anew_on_another_node_is_known_before_a_posting_is_refused() {
        recorded(closing.send(new OpenPeriods(PERIODS, OWNER, FIRST, FIRST.atDay(1)), ACCOUNTANT));
        recorded(posting.send(register(project(0)), OFFICER));
        closeOnWhatIsThere(FIRST);
        recorded(posting.send(new ReopenPeriod(PERIODS, FIRST, DocumentRef.of("5/QĐ"), FIRST.atDay(1)), ACCOUNTANT));
        assertThat(codes(posting.send(pledge(project(0), FIRST.atDay(3)), ACCOUNTANT)))
                .containsExactly("segregation.closed-period");
        SealedSheet sheet = new SealedSheet(closing.reader().size(), 0, "00".repeat(32));
        recorded(closing.send(new ClosePeriod(PERIODS, FIRST, sheet, FIRST.atDay(1)),
                Request.of("hoa", Way.DECIDED, "rest")));
        recorded(posting.send(pledge(project(0), FIRST.atDay(3)), ACCOUNTANT));
        assertThat(bookedLast()).isEqualTo("2024-02");
    }

    @Test
    void a_reporting_entity_has_one_stream_of_periods_whichever_node_opens_it() {
        recorded(closing.send(new OpenPeriods(PERIODS, OWNER, FIRST, FIRST.atDay(1)), ACCOUNTANT));
        assertThat(codes(posting.send(new OpenPeriods(new PeriodId("PER-2"), OWNER, FIRST, FIRST.atDay(1)), OFFICER)))
                .containsExactly("period.entity-has-periods");
    }

    private String bookedLast() {
        return Objects.requireNonNull(entries().getLast().metadata().get(MetadataKeys.BOOKING_PERIOD));
    }

    private List<Entry> entries() {
        return posting.reader().leaves(0, Integer.MAX_VALUE).stream().map(posting.catalogue()::decode).toList();
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private static List<String> codes(Outcome outcome) {
        return ((Outcome.Refused) outcome).refusals().stream().map(Refusal::code).toList();
    }

    private static ProjectId project(int number) {
        return new ProjectId("PRJ-" + number);
    }

    private static LedgerCommand register(ProjectId project) {
        return new RegisterProject(project, project.value(), null, "Clean water", AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(Party.named("A donor")), null,
                Party.named(OWNER.key()), List.of(), List.of(), null, null, FIRST.atDay(1));
    }

    private static LedgerCommand pledge(ProjectId project, LocalDate date) {
        return new PledgeAid(project, Direction.IN, Party.named("A donor"), Money.of("1", "USD"), null, null, date);
    }
}
