package org.aidledger.view.balance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.RandomLives;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.balance.TrialBalance.AccountBalance;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.Rebuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BalancesTest {

    private static final int BLOCK = 64;
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final TestLog LOG = new TestLog();
    private static final RandomLives LIVES = new RandomLives(SEED, 12);
    private static final Balances BALANCES = new Balances(LOG.app());

    @BeforeAll
    static void live() {
        System.out.println("BalancesTest seed " + SEED);
        LIVES.live(LOG, 900);
        TestView.build(new BalanceProjection(BLOCK), LOG.app(), LOG.entries(), 37);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Test
    void every_figure_at_any_clocks_equals_adding_up_from_the_beginning() {
        Random random = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            AsOf asOf = anyClocks(random);
            var expected = NaiveFold.balances(LOG.entries(), asOf, false);
            var found = new TreeMap<String, Map<Currency, Map<Account, BigDecimal>>>();
            BALANCES.ofEachProject(asOf, project -> {
                found.put(project.project(), accounts(BALANCES.trialBalance(project.project(), asOf)));
                assertThat(BALANCES.ofProject(project.project(), asOf)).isEqualTo(project);
                for (CurrencyFigures figures : project.currencies()) {
                    var accounts =
                            requireNonNull(expected.get(project.project())).getOrDefault(figures.currency(), Map.of());
                    assertThat(figures.figures()).usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                            .isEqualTo(Measure.ofProject(accounts, project.keepsCash()));
                }
            });
            assertThat(found).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .as("%s", asOf).isEqualTo(expected);
        }
    }

    @Test
    void totals_of_all_projects_at_any_clocks_equal_adding_up_from_the_beginning() {
        Random random = new Random(SEED + 1);
        List<AsOf> questions = new ArrayList<>(List.of(AsOf.now(), AsOf.of(null, 0L), AsOf.of(null, (long) BLOCK)));
        for (int i = 0; i < 100; i++) {
            questions.add(anyClocks(random));
        }
        for (AsOf asOf : questions) {
            var expected = NaiveFold.balances(LOG.entries(), asOf, true).getOrDefault("", Map.of());
            assertThat(accounts(BALANCES.trialBalance(null, asOf))).as("%s", asOf).usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(expected);
            assertThat(BALANCES.totals(asOf).currencies()).extracting(CurrencyFigures::currency)
                    .containsExactlyElementsOf(expected.keySet());
        }
    }

    @Test
    void the_trial_balance_is_zero_for_every_project_and_currency_at_any_clocks() {
        Random random = new Random(SEED + 2);
        for (int i = 0; i < 15; i++) {
            AsOf asOf = anyClocks(random);
            BALANCES.ofEachProject(asOf, project -> accounts(BALANCES.trialBalance(project.project(), asOf)).values()
                    .forEach(accounts -> assertThat(accounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isZero()));
        }
    }

    @Test
    void the_postings_behind_a_figure_add_up_to_it() {
        Random random = new Random(SEED + 3);
        AsOf asOf = anyClocks(random);
        BALANCES.ofEachProject(asOf, project -> {
            for (CurrencyFigures figures : project.currencies()) {
                List<Posting> behind = pages(project.project(), Measure.DISBURSED, figures.currency(), asOf);
                assertThat(behind.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(figures.figures().get(Measure.DISBURSED));
            }
        });
    }

    @Test
    void blocks_hold_the_same_sums_whatever_batches_they_were_made_from() {
        Rebuilder rebuilder = new Rebuilder(LOG.app(), LOG.reader(), Catalogue.ledger());

        assertThat(rebuilder.rebuild(new BalanceProjection(BLOCK), Progress.SILENT).equal()).isTrue();
    }

    @Test
    void a_view_that_is_behind_the_question_answers_at_what_it_holds_and_says_so() {
        var answer = BALANCES.totals(AsOf.of(null, LOG.size() + 1)).asOf();

        assertThat(answer.known()).isEqualTo(LOG.size());
        assertThat(answer.behind()).isTrue();
        assertThat(BALANCES.totals(AsOf.of(null, LOG.size())).asOf().behind()).isFalse();
    }

    private static List<Posting> pages(String project, Measure measure, Currency currency, AsOf asOf) {
        List<Posting> all = new ArrayList<>();
        AsOf.Answered at = BALANCES.answered(asOf);
        List<Posting> page = BALANCES.postings(project, measure, currency, at, null, 3);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = BALANCES.postings(project, measure, currency, at, page.getLast().place(), 3);
        }
        return all;
    }

    private static AsOf anyClocks(Random random) {
        return new AsOf(random.nextInt(5) == 0 ? null : LIVES.day(),
                random.nextInt(5) == 0 ? null : random.nextLong(LOG.size() + 1),
                random.nextInt(3) == 0 ? YearMonth.of(2025, random.nextInt(1, 13)) : null);
    }

    private static Map<Currency, Map<Account, BigDecimal>> accounts(TrialBalance trial) {
        Map<Currency, Map<Account, BigDecimal>> accounts = new TreeMap<>();
        for (AccountBalance balance : trial.accounts()) {
            accounts.computeIfAbsent(balance.currency(), currency -> new TreeMap<>()).put(balance.account(),
                    balance.amount());
        }
        return accounts;
    }
}
