package org.aidledger.view.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Direction;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.aidledger.view.AsOf;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.balance.Sheet.Line;
import org.aidledger.view.balance.TrialBalance.AccountBalance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SheetsTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);
    private static final LocalDate DAY = LocalDate.of(2024, 2, 5);
    private static final TestLog LOG = new TestLog();
    private static final Sheets SHEETS = new Sheets(LOG.app());
    private static final Balances BALANCES = new Balances(LOG.app());
    private static long sealedAt;

    @BeforeAll
    static void book() {
        register("PRJ-1", "NGO-OWNER");
        register("PRJ-2", "NGO-OWNER");
        register("PRJ-3", "NGO-OTHER");
        pledge("PRJ-1", "100.50", "2024-01");
        pledge("PRJ-1", "20", "2024-02");
        pledge("PRJ-1", "7", "2024-03");
        pledge("PRJ-2", "5", "2024-02");
        pledge("PRJ-2", "-5", "2024-02");
        pledge("PRJ-3", "1000", "2024-02");
        sealedAt = LOG.size();
        pledge("PRJ-1", "1", "2024-03");
        TestView.build(new BalanceProjection(), LOG.app(), LOG.entries(), 4);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static void register(String id, String owner) {
        LOG.append(id, Map.of(), new ProjectRegistered(new ProjectId(id), id, null, null, AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(), null, new Party(owner, "Chủ khoản viện trợ"),
                List.of(), List.of(), null, null, DAY));
    }

    private static void pledge(String id, String amount, String booked) {
        LOG.append(id, Map.of("bookingPeriod", booked),
                new AidPledged(new ProjectId(id), Direction.IN, null, Money.of(amount, "USD"), null, null, DAY));
    }

    @Test
    void a_sheet_counts_what_its_entity_booked_up_to_the_month_and_nothing_else() {
        Sheet sheet = SHEETS.sheet("PER-1", "NGO-OWNER", FEBRUARY, sealedAt);

        assertThat(sheet.lines()).extracting(Line::project, Line::account, line -> line.amount().toPlainString())
                .containsExactly(tuple("PRJ-1", Account.PLEDGE_IN, "120.50"),
                        tuple("PRJ-1", Account.PLEDGE_MEMO, "-120.50"));
        assertThat(sheet.canonical()).isEqualTo("""
                aid-ledger-sheet-v1
                PER-1
                2024-02
                9
                PRJ-1\tPLEDGE_IN\tUSD\t120.5
                PRJ-1\tPLEDGE_MEMO\tUSD\t-120.5
                """);
        assertThat(sheet.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_figure_booked_up_to_the_month_is_the_one_on_the_sealed_sheet() {
        Sheet sheet = SHEETS.sheet("PER-1", "NGO-OWNER", FEBRUARY, sealedAt);

        TrialBalance trial = BALANCES.trialBalance("PRJ-1", new AsOf(null, sealedAt, FEBRUARY));

        assertThat(trial.accounts()).extracting(AccountBalance::account, AccountBalance::amount)
                .containsExactlyElementsOf(sheet.lines().stream()
                        .map(line -> tuple(line.account(), line.amount())).toList());
    }

    @Test
    void a_sheet_over_more_than_the_view_holds_is_not_summed() {
        assertThatThrownBy(() -> SHEETS.sheet("PER-1", "NGO-OWNER", FEBRUARY, LOG.size() + 1))
                .isInstanceOf(IllegalStateException.class);
    }
}
