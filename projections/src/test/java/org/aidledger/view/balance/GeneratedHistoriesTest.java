package org.aidledger.view.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Currency;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.GeneratedHistory;
import org.aidledger.project.GeneratedHistory.Told;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectId;
import org.aidledger.view.AsOf;
import org.aidledger.view.Projection;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.portfolio.PortfolioProjection;
import org.aidledger.view.project.ProjectProjection;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.Rebuilder;
import org.aidledger.view.trail.TrailProjection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold of any history, whatever its figures are: tried on lives that the ledger's own decisions allowed, which post in
 * every way there is.
 */
class GeneratedHistoriesTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int PROJECTS = 12;
    private static final TestLog LOG = new TestLog();

    @BeforeAll
    static void live() {
        System.out.println("GeneratedHistoriesTest seed " + SEED);
        List<List<Told>> lives = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            lives.add(new ArrayList<>(GeneratedHistory.of(SEED + i, new ProjectId("PRJ-" + i), 150)));
        }
        Random random = new Random(SEED);
        while (!lives.isEmpty()) {
            List<Told> life = lives.get(random.nextInt(lives.size()));
            if (life.isEmpty()) {
                lives.remove(life);
            } else {
                append(life.removeFirst());
            }
        }
    }

    private static Entry append(Told told) {
        LOG.clock(LOG.clock().plusSeconds(60));
        return LOG.append(told.event().project().value(),
                Map.of(MetadataKeys.ACTOR, told.actor(), MetadataKeys.WAY, told.way()), told.event());
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    static List<Projection> projections() {
        return List.of(new BalanceProjection(64), new ProjectProjection(), new TrailProjection(),
                new PortfolioProjection());
    }

    @Test
    void the_lives_post_to_every_account_there_is() {
        Set<Account> posted = LOG.entries().stream().flatMap(entry -> Postings.of(entry).stream())
                .map(Posting::account).collect(Collectors.toSet());

        assertThat(posted).as("seed %d", SEED).hasSizeGreaterThan(Account.values().length * 3 / 4);
    }

    @ParameterizedTest
    @MethodSource("projections")
    void replay_equals_live_and_splitting_a_batch_changes_nothing(Projection projection) {
        Random random = new Random(SEED);
        TestView.build(projection, LOG.app(), List.of(), 1);
        for (int from = 0; from < LOG.size();) {
            int to = (int) Math.min(LOG.size(), from + random.nextInt(1, 120));
            TestView.fold(projection, LOG.app(), LOG.entries().subList(from, to), random.nextInt(1, 50));
            from = to;
        }
        Rebuilder rebuilder = new Rebuilder(LOG.app(), LOG.reader(), Catalogue.ledger());

        assertThat(rebuilder.rebuild(projection, Progress.SILENT).equal()).as("seed %d", SEED).isTrue();
    }

    @Test
    void the_postings_of_every_event_add_up_to_zero_in_each_currency_on_each_day() {
        for (Entry entry : LOG.entries()) {
            assertThat(sums(Postings.of(entry).stream(),
                    posting -> posting.currency() + " " + posting.effectiveDate())).as("%s", entry).isEmpty();
        }
    }

    @Test
    void a_reversal_restores_every_balance() {
        Map<String, Map<Long, Entry>> standing = new TreeMap<>();
        int reversals = 0;
        for (Entry entry : LOG.entries()) {
            Map<Long, Entry> stands = standing.computeIfAbsent(entry.stream(), key -> new TreeMap<>());
            switch (entry.payload()) {
                case Movement movement -> stands.put(entry.version(), entry);
                case EntryCorrected e -> {
                    stands.remove(e.corrected());
                    if (e.reentered() != null) {
                        stands.put(e.corrected(), with(entry, e.reentered()));
                    }
                }
                default -> {
                    // moves no money
                }
            }
        }
        for (Map<Long, Entry> stands : standing.values()) {
            for (Map.Entry<Long, Entry> one : stands.entrySet()) {
                Movement movement = (Movement) one.getValue().payload();
                Entry reversal = with(one.getValue(), new EntryCorrected(movement.project(), one.getKey(), "ĐC",
                        CorrectionReason.OTHER, "test", movement, null, null, LocalDate.of(2026, 3, 31)));
                assertThat(sums(Stream.concat(Postings.of(one.getValue()).stream(), Postings.of(reversal).stream()),
                        GeneratedHistoriesTest::place)).as("seed %d, %s", SEED, movement).isEmpty();
                reversals++;
            }
        }
        assertThat(reversals).isGreaterThan(50);
    }

    @Test
    void an_entry_and_its_reversal_leave_the_figures_of_a_project_as_they_were() {
        try (TestLog log = new TestLog()) {
            List<Told> life = GeneratedHistory.of(SEED, new ProjectId("PRJ-R"), 200);
            Map<Long, Long> before = new HashMap<>();
            for (Told told : life) {
                log.append("PRJ-R", Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY, "REPORTED"), told.event());
                if (told.event() instanceof Movement movement) {
                    long version = log.nextVersion("PRJ-R") - 1;
                    before.put(log.size() - 1, log.size() + 1);
                    log.append("PRJ-R", Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY, "REPORTED"),
                            new EntryCorrected(movement.project(), version, "ĐC", CorrectionReason.OTHER, "test",
                                    movement, null, null, LocalDate.of(2026, 3, 31)));
                }
            }
            TestView.build(new BalanceProjection(), log.app(), log.entries(), 64);
            Balances there = new Balances(log.app());
            before.forEach((without, with) -> assertThat(accounts(there, "PRJ-R", AsOf.of(null, with)))
                    .as("seed %d, event %d", SEED, without)
                    .isEqualTo(accounts(there, "PRJ-R", AsOf.of(null, without))));
            assertThat(before).isNotEmpty();
        }
    }

    @Test
    void as_of_any_day_and_event_equals_folding_up_to_there() {
        TestView.build(new BalanceProjection(64), LOG.app(), LOG.entries(), 100);
        Balances balances = new Balances(LOG.app());
        Random random = new Random(SEED);
        for (int i = 0; i < 40; i++) {
            LocalDate effective = LocalDate.of(2019, 6, 1).plusDays(random.nextInt(2_500));
            AsOf asOf = AsOf.of(random.nextInt(4) == 0 ? null : effective, random.nextLong(LOG.size() + 1));
            String project = "PRJ-" + random.nextInt(PROJECTS);
            Map<String, BigDecimal> expected = new TreeMap<>();
            NaiveFold.balances(LOG.entries(), asOf, false).getOrDefault(project, Map.of())
                    .forEach((currency, accounts) -> accounts.forEach((account, amount) -> put(expected, account,
                            currency, amount)));
            assertThat(accounts(balances, project, asOf)).as("seed %d, %s of %s", SEED, asOf, project)
                    .isEqualTo(expected);
        }
    }

    private static Map<String, BigDecimal> accounts(Balances balances, String project, AsOf asOf) {
        Map<String, BigDecimal> accounts = new TreeMap<>();
        balances.trialBalance(project, asOf).accounts()
                .forEach(one -> put(accounts, one.account(), one.currency(), one.amount()));
        return accounts;
    }

    /** Zero is as good as nothing, and digits after the last that counts are no difference. */
    private static void put(Map<String, BigDecimal> accounts, Account account, Currency currency, BigDecimal amount) {
        if (amount.signum() != 0) {
            accounts.put(account + " " + currency, amount.stripTrailingZeros());
        }
    }

    private static Entry with(Entry entry, ProjectEvent event) {
        return new Entry(entry.index(), new UUID(0, 0), entry.stream(), entry.version(), event.effectiveDate(),
                entry.recordedAt(), "test", 0, entry.metadata(), event);
    }

    private static String place(Posting posting) {
        return posting.account() + " " + posting.currency() + " " + posting.effectiveDate() + " "
                + posting.moneyAccount() + " " + posting.donor() + " " + posting.fundingSource();
    }

    private static Map<String, BigDecimal> sums(Stream<Posting> postings,
            Function<Posting, String> place) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        postings.forEach(posting -> sums.merge(place.apply(posting), posting.amount(), BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }
}
