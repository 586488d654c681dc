package org.aidledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.iati.intake.ImportProgress;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.Views;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.testing.TestData;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.RebuildReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every real file in one ledger: live balances, rebuilt balances and a fold over the raw leaves that shares no code with either
 * are equal, for every project and currency, at random clocks.
 */
class IndependentFoldTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CLOCK_PAIRS = 20;

    /** One amount found in a leaf, under the name of the measure it belongs to. */
    private record Amount(long index, LocalDate effective, String key, BigDecimal amount) {
    }

    @Test
    void live_rebuilt_and_independently_folded_balances_are_equal_at_random_clocks() throws IOException {
        long seed = System.nanoTime();
        List<Path> files = TestData.filesIn("iati/activities");
        try (TestLedger served = TestLedger.demo()) {
            Ledger ledger = served.ledger();
            for (Path file : files) {
                new IatiImport(ledger).run(file, Submitter.atCommandLine("auditor"), null, false, ImportProgress.NONE);
            }
            long size = ledger.gateway().reader().size();
            assertThat(ledger.views().awaitIndex(size - 1, Duration.ofMinutes(2))).isTrue();
            List<Amount> amounts = amounts(ledger, size);
            List<AsOf> questions = questions(new Random(seed), size);
            for (AsOf question : questions) {
                assertThat(asStored(ledger, question)).as("live, seed %s, %s", seed, question)
                        .isEqualTo(folded(amounts, question));
            }
            for (String view : Views.names()) {
                RebuildReport report = ledger.views().rebuild(view, Progress.SILENT);
                assertThat(report.comparison()).as("%s, live and rebuilt", view)
                        .isEqualTo(RebuildReport.Comparison.EQUAL);
            }
            for (AsOf question : questions) {
                assertThat(asStored(ledger, question)).as("rebuilt, seed %s, %s", seed, question)
                        .isEqualTo(folded(amounts, question));
            }
        }
    }

    private static List<AsOf> questions(Random random, long size) {
        List<AsOf> questions = new ArrayList<>();
        questions.add(AsOf.now());
        for (int i = 0; i < CLOCK_PAIRS; i++) {
            questions.add(
                    AsOf.of(LocalDate.of(2005, 1, 1).plusDays(random.nextInt(365 * 22)), random.nextLong(size + 1)));
        }
        return questions;
    }

    private static List<Amount> amounts(Ledger ledger, long size) {
        List<Amount> amounts = new ArrayList<>();
        for (long from = 0; from < size; from += 5_000) {
            for (byte[] leaf : ledger.gateway().reader().leaves(from, 5_000)) {
                JsonNode event = JSON.readTree(leaf);
                String measure = measure(event);
                if (measure != null) {
                    JsonNode money = event.get("payload").get("money");
                    String key = event.get("stream").asString() + " " + money.get("currency").asString() + " ";
                    BigDecimal amount = new BigDecimal(money.get("amount").asString());
                    LocalDate effective = LocalDate.parse(event.get("effectiveDate").asString());
                    for (String one : measure.split(" ")) {
                        amounts.add(new Amount(event.get("index").asLong(), effective, key + one, amount));
                    }
                }
            }
        }
        return amounts;
    }

    /** Which measures an event of an import moves, read off DOMAIN's table by hand; null for none. */
    private static @Nullable String measure(JsonNode event) {
        JsonNode payload = event.get("payload");
        String direction = payload.has("direction") ? payload.get("direction").asString() : "";
        return switch (event.get("type").asString()) {
            case "aid.AidPledged" -> "PLEDGED_" + direction;
            case "aid.CommitmentSigned" -> "COMMITTED_" + direction;
            case "aid.FundsReceived" -> "RECEIVED";
            case "aid.FundsDisbursed" -> "DISBURSED TRANSFERRED_OUT";
            case "aid.CommitmentChanged" -> "COMMITTED_" + direction;
            case "aid.ExpenditureRecorded" ->
                payload.get("paidFrom").asString().equals("ACCOUNT") ? "EXPENDITURE DISBURSED" : "EXPENDITURE";
            default -> null;
        };
    }

    private static Map<String, BigDecimal> folded(List<Amount> amounts, AsOf question) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Amount amount : amounts) {
            boolean counts = (question.known() == null || amount.index() < question.known())
                    && (question.effective() == null || !amount.effective().isAfter(question.effective()));
            if (counts) {
                sums.merge(amount.key(), amount.amount(), BigDecimal::add);
            }
        }
        return nonZero(sums);
    }

    private static Map<String, BigDecimal> asStored(Ledger ledger, AsOf question) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        List<Measure> measures =
                List.of(Measure.PLEDGED_IN, Measure.PLEDGED_OUT, Measure.COMMITTED_IN, Measure.COMMITTED_OUT,
                        Measure.RECEIVED, Measure.DISBURSED, Measure.TRANSFERRED_OUT, Measure.EXPENDITURE);
        List<ProjectBalance> balances = new ArrayList<>();
        ledger.views().balances().ofEachProject(question, balances::add);
        for (ProjectBalance balance : balances) {
            balance.currencies().forEach(figures -> measures.forEach(measure -> {
                BigDecimal amount = figures.figure(measure);
                sums.put(balance.project() + " " + figures.currency() + " " + measure,
                        amount == null ? BigDecimal.ZERO : amount);
            }));
        }
        return nonZero(sums);
    }

    private static Map<String, BigDecimal> nonZero(Map<String, BigDecimal> sums) {
        sums.values().removeIf(amount -> amount.signum() == 0);
        sums.replaceAll((key, amount) -> amount.stripTrailingZeros());
        return sums;
    }
}
