package org.aidledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aidledger.app.demo.InventedPortfolio;
import org.aidledger.app.demo.SamplePortfolio;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.iati.intake.ImportProgress;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.Views;
import org.aidledger.app.testing.LeafFold;
import org.aidledger.app.testing.StoredBalances;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.testing.TestData;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.RebuildReport;
import org.junit.jupiter.api.Test;

/**
 * Live balances, rebuilt balances and a fold over the raw leaves that shares no code with either are equal: every measure of every
 * project in every currency, at random clocks.
 */
class IndependentFoldTest {

    private static final int CLOCK_PAIRS = 20;
    /** Some of every story that an invented project can have. */
    private static final int INVENTED = 120;

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void balances_of_every_real_file_are_what_its_leaves_say() throws IOException {
        List<Path> files = TestData.filesIn("iati/activities");
        try (TestLedger served = TestLedger.demo()) {
            for (Path file : files) {
                new IatiImport(served.ledger()).run(file, Submitter.atCommandLine("auditor"), null, false,
                        ImportProgress.NONE);
            }
            assertEqual(served.ledger(), LocalDate.of(2005, 1, 1), 22);
        }
    }

    @Test
    void balances_of_the_invented_portfolio_and_of_every_movement_there_is_are_what_their_leaves_say() {
        try (TestLedger served = TestLedger.demo()) {
            EveryMovement.tell(served.ledger());
            LeafFold fold = assertEqual(served.ledger(), EveryMovement.FIRST_DAY, 1);
            assertThat(notZero(fold)).containsAll(Stream.of(Measure.values()).map(Measure::key).toList());
            SamplePortfolio.load(served.ledger(), (done, total) -> {
            });
            InventedPortfolio.load(served.ledger(), InventedPortfolio.SEED, INVENTED, (done, total) -> {
            });
            assertEqual(served.ledger(), LocalDate.of(2019, 1, 1), 8);
        }
    }

    private static Set<String> notZero(LeafFold fold) {
        Set<String> measures = new TreeSet<>();
        fold.at(AsOf.now()).values().forEach(figures -> figures.forEach((measure, amount) -> {
            if (!amount.equals("0")) {
                measures.add(measure);
            }
        }));
        return measures;
    }

    private LeafFold assertEqual(Ledger ledger, LocalDate first, int years) {
        long size = ledger.gateway().reader().size();
        assertThat(ledger.views().awaitIndex(size - 1, Duration.ofMinutes(2))).isTrue();
        LeafFold fold = fold(ledger, size);
        List<AsOf> questions = questions(new Random(seed), size, first, years);
        for (AsOf question : questions) {
            assertThat(StoredBalances.at(ledger, question)).as("live, seed %s, %s", seed, question)
                    .isEqualTo(fold.at(question));
        }
        for (String view : Views.names()) {
            RebuildReport report = ledger.views().rebuild(view, Progress.SILENT);
            assertThat(report.comparison()).as("%s, live and rebuilt", view).isEqualTo(RebuildReport.Comparison.EQUAL);
        }
        for (AsOf question : questions) {
            assertThat(StoredBalances.at(ledger, question)).as("rebuilt, seed %s, %s", seed, question)
                    .isEqualTo(fold.at(question));
        }
        return fold;
    }

    private static List<AsOf> questions(Random random, long size, LocalDate first, int years) {
        List<AsOf> questions = new ArrayList<>();
        questions.add(AsOf.now());
        for (int i = 0; i < CLOCK_PAIRS; i++) {
            questions.add(
                    AsOf.of(first.plusDays(random.nextInt(365 * years)), random.nextLong(size + 1)));
        }
        return questions;
    }

    private static LeafFold fold(Ledger ledger, long size) {
        LeafFold fold = new LeafFold();
        for (long from = 0; from < size; from += 5_000) {
            ledger.gateway().reader().leaves(from, 5_000).forEach(fold::add);
        }
        return fold;
    }
}
