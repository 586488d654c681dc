package org.aidledger.app.exchange.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.aidledger.app.demo.SamplePortfolio;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.iati.intake.ImportProgress;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.testing.Program;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.money.Currency;
import org.aidledger.testing.TestData;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Account;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.FundingSource;
import org.aidledger.view.balance.Posting;
import org.aidledger.view.balance.ProjectBalance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A journal says the same balances as the ledger, to the last digit, added up by programs that are not ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalTest {

    private static final Pattern AMOUNT = Pattern.compile("(-?[0-9.]+) ([A-Z]+)");

    @TempDir Path folder;
    private TestLedger served;
    private Ledger ledger;

    @BeforeAll
    void load() throws IOException {
        served = TestLedger.demo();
        ledger = served.ledger();
        SamplePortfolio.load(ledger, (done, total) -> {
            // nobody watches
        });
        take("odd.xml", new ByteArrayInputStream(ODD.getBytes(UTF_8)));
        ledger.views().catchUp();
    }

    private static final String ODD = """
            <iati-activities version="2.03"><iati-activity default-currency="usd.9">
              <iati-identifier>ODD</iati-identifier>
              <reporting-org ref="XX-DONOR" type="21"><narrative>A donor</narrative></reporting-org>
              <participating-org role="1" ref="XX-DONOR"/>
              <activity-status code="2"/>
              <transaction><transaction-type code="11"/><transaction-date iso-date="1998-02-03"/>
                <value value-date="1998-02-03">1234567890123456789012.00001</value>
                <provider-org><narrative>"A", the
                  ; donor</narrative></provider-org></transaction>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2044-02-03"/>
                <value value-date="2044-02-03" currency="VND">-0.5</value></transaction>
            </iati-activity></iati-activities>""";

    private void take(String name, InputStream in) throws IOException {
        new IatiImport(ledger).run(in, name, Submitter.atCommandLine("auditor"), null, false, ImportProgress.NONE);
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void hledger_adds_up_the_same_balances_at_any_clocks() throws Exception {
        Program hledger = Program.orSkip("hledger");
        for (String file : List.of("activities/who-arg.xml", "activities/worldbank-679.xml",
                "snapshots/bcie-2025-12-12.xml", "snapshots/bcie-2025-12-16.xml")) {
            try (InputStream in = Files.newInputStream(TestData.at("iati/" + file))) {
                take(file, in);
            }
        }
        ledger.views().catchUp();
        long size = ledger.gateway().reader().size();
        for (AsOf question : List.of(AsOf.now(), AsOf.of(LocalDate.of(2021, 6, 30), null),
                AsOf.of(null, size - 2_000), AsOf.of(LocalDate.of(2025, 3, 31), 200L))) {
            Path journal = write(null, question);
            String csv = hledger.run("-f", journal.toString(), "balance", "--flat", "-E", "-N", "-O", "csv");
            assertThat(amounts(csv)).as("%s", question).isEqualTo(trialBalances(question));
        }
    }

    @Test
    void one_project_alone_adds_up_too() throws Exception {
        Program hledger = Program.orSkip("hledger");
        Path journal = write("PRJ-DEMO-03", AsOf.now());
        String csv = hledger.run("-f", journal.toString(), "balance", "--flat", "-E", "-N", "-O", "csv");
        Map<String, BigDecimal> expected = trialBalances(AsOf.now());
        expected.keySet().removeIf(name -> !name.contains("PRJ-DEMO-03"));
        assertThat(expected).isNotEmpty();
        assertThat(amounts(csv)).isEqualTo(expected);
    }

    @Test
    void beancount_finds_nothing_wrong_with_it() throws Exception {
        Program beancount = Program.orSkip("bean-check");
        assertThat(beancount.run(write(null, AsOf.now()).toString())).isBlank();
    }

    @Test
    void a_journal_says_what_it_is_and_balances_event_by_event() throws Exception {
        String journal = Files.readString(write(null, AsOf.now()));
        long size = ledger.gateway().reader().size();
        assertThat(journal).startsWith("; Aid Ledger").contains("; query: journal of all projects\n")
                .contains("; known events: " + size + "\n")
                .contains("; root: " + ledger.published().root(size).base64())
                .contains("; made by: lan\n")
                .contains("1998-02-03 * \"PRJ-").containsPattern(", donor \"A\", the +; donor")
                .contains("; currency XQHFHDGECODJ stands for usd.9")
                .contains("  1234567890123456789012.00001 XQHFHDGECODJ\n")
                .contains("  -0.5 VND\n").contains("1998-02-03 open ");
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String transaction : journal.split("\n\n")) {
            AMOUNT.matcher(transaction.replaceAll("(?m)^ *;.*$", "")).results()
                    .forEach(amount -> sums.merge(amount.group(2), new BigDecimal(amount.group(1)), BigDecimal::add));
            assertThat(sums.values()).as(transaction).allSatisfy(sum -> assertThat(sum).isZero());
        }
    }

    @Test
    void names_stay_different_and_readable() {
        assertThat(JournalNames.account(posting("PRJ-a.b_c", "bidv usd"))).isEqualTo(
                "Assets:Cash:PRJ-a--2Eb--5Fc:M-bidv--20usd");
        assertThat(JournalNames.account(posting("PRJ-a--2Eb", "a-"))).isEqualTo(
                "Assets:Cash:PRJ-a---2D2Eb:M-a-");
    }

    private static Posting posting(String project, String moneyAccount) {
        return new Posting(0, 0, project, Account.CASH,
                Account.GRANT_INCOME, Currency.of("USD"), BigDecimal.ONE,
                LocalDate.EPOCH, Instant.EPOCH, YearMonth.of(2025, 1), moneyAccount, null,
                FundingSource.AID);
    }

    private Path write(@Nullable String project, AsOf question) throws IOException {
        Balances balances = ledger.views().balances();
        AsOf.Answered asOf = balances.answered(question);
        Path file = Files.createTempFile(folder, "aid", ".journal");
        try (Writer out = Files.newBufferedWriter(file)) {
            new Journal(balances).write(project,
                    new ExportStamp("journal of all projects", asOf, ledger.published().root(asOf.known()).base64(),
                            Instant.parse("2026-01-02T03:04:05Z"), "lan"),
                    out);
        }
        return file;
    }

    /** Every account of every project, by the name it has in a journal, and its balance in each currency. */
    private Map<String, BigDecimal> trialBalances(AsOf question) {
        Balances balances = ledger.views().balances();
        List<ProjectBalance> projects = new ArrayList<>();
        balances.ofEachProject(question, projects::add);
        Map<String, BigDecimal> found = new TreeMap<>();
        for (ProjectBalance project : projects) {
            for (var account : balances.trialBalance(project.project(), question).accounts()) {
                String name = JournalNames.account(new Posting(0, 0, project.project(), account.account(),
                        account.account(), account.currency(), account.amount(), LocalDate.EPOCH, Instant.EPOCH,
                        YearMonth.of(2025, 1), null, null, FundingSource.AID));
                put(found, name, account.amount(), JournalNames.currency(account.currency()));
            }
        }
        return found;
    }

    /** What hledger prints, with the money accounts of a project's cash put together. */
    private static Map<String, BigDecimal> amounts(String csv) {
        Map<String, BigDecimal> found = new TreeMap<>();
        csv.lines().skip(1).forEach(line -> {
            String name = line.substring(1, line.indexOf("\",\"")).replaceFirst(":M-.*", "");
            AMOUNT.matcher(line.substring(line.indexOf("\",\""))).results().forEach(
                    amount -> put(found, name, new BigDecimal(amount.group(1)), amount.group(2)));
        });
        return found;
    }

    private static void put(Map<String, BigDecimal> found, String name, BigDecimal amount, String currency) {
        if (amount.signum() != 0) {
            found.merge(name + " " + currency, amount.stripTrailingZeros(),
                    (one, other) -> one.add(other).stripTrailingZeros());
        }
    }
}
