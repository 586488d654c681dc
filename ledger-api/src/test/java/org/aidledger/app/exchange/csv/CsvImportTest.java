package org.aidledger.app.exchange.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.actor.Way;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.csv.CsvReport.Outcome;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.gateway.Request;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.text.Texts;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table of payments goes in as a whole or not at all, and shows before what would become of every row. */
class CsvImportTest {

    private static final String HEADING =
            "project,kind,date,amount,currency,account,party,purpose,paid_from,category,voucher\n";
    private static final String RECEIPT =
            "PRJ-1,receipt,2024-04-01,50.50,usd,bidv-usd,\"Đối tác A, Hà Nội\",,,,GBC-1\n";
    private static final String ADVANCE = "PRJ-1,disbursement,2024-04-02,60,USD,bidv-usd,Sở Y tế,advance,,,UNC-1\n";
    private static final String SPENT = "PRJ-1,expenditure,2024-04-03,40,USD,,Cửa hàng,,advance,Vật tư,HĐ-1\n";
    private static final String TOO_MUCH = "PRJ-1,disbursement,2024-04-04,999,USD,bidv-usd,,,,,UNC-2\n";

    private static final ActorId LAN = new ActorId("lan");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private TestLedger served;

    @BeforeEach
    void open() {
        served = TestLedger.demo();
        AidStory.financed(served.as("officer"), "PRJ-1");
    }

    @AfterEach
    void close() {
        served.close();
    }

    private CsvReport run(String table, Way way, boolean dryRun) throws IOException {
        return run(table.getBytes(UTF_8), way, dryRun);
    }

    private CsvReport run(byte[] table, Way way, boolean dryRun) throws IOException {
        return run(table, LAN, way, dryRun);
    }

    private CsvReport run(byte[] table, ActorId actor, Way way, boolean dryRun) throws IOException {
        return new CsvImport(served.ledger(), Clock.systemUTC(), new CsvLimits(10_000, 5, 40)).run(
                new ByteArrayInputStream(table), "folder/payments.csv", Submitter.atCommandLine(actor.value()), way,
                dryRun);
    }

    private long size() {
        return served.ledger().gateway().reader().size();
    }

    @Test
    void a_dry_run_decides_every_row_on_those_before_it_and_writes_nothing() throws Exception {
        long before = size();
        CsvReport report = run(HEADING + ADVANCE + SPENT + TOO_MUCH + RECEIPT, Way.DECIDED, true);
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.rows()).extracting(CsvReport.Row::line).containsExactly(2, 3, 4, 5);
        assertThat(report.rows()).extracting(CsvReport.Row::isRefused).containsExactly(false, false, true, false);
        assertThat(report.rows().get(2).refusals()).extracting(CsvRefusal::code)
                .contains("funding.exceeds-approved", "funding.exceeds-cash");
        assertThat(report.rows().get(2).refusals().getFirst().reason(Texts.ENGLISH)).contains("999 USD");
        assertThat(report.rows().get(2).refusals().getFirst().advice(Texts.VIETNAMESE)).contains("báo cáo");
        assertThat(report.rows().getFirst().command()).isEqualTo("disbursement of 60 USD, project PRJ-1, 2024-04-02");
        CsvReport good = run(HEADING + ADVANCE + SPENT, Way.DECIDED, true);
        assertThat(good.outcome()).isEqualTo(Outcome.WOULD_IMPORT);
        assertThat(run(HEADING + SPENT, Way.DECIDED, true).outcome()).as("nothing advanced yet")
                .isEqualTo(Outcome.REFUSED);
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void a_table_goes_in_as_a_whole_with_its_bytes_and_says_from_which_line_each_event_is() throws Exception {
        long before = size();
        CsvReport report = run("\ufeff# from the bank\n" + HEADING + RECEIPT + ADVANCE + SPENT, Way.DECIDED, false);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.firstIndex()).isEqualTo(before);
        assertThat(report.lastIndex()).isEqualTo(size() - 1);
        List<Entry> entries = served.ledger().gateway().reader().leaves(before, 100).stream()
                .map(served.ledger().gateway().catalogue()::decode).toList();
        assertThat(entries).extracting(entry -> (Object) entry.payload().getClass()).containsExactly(
                FundsReceived.class, FundsDisbursed.class, ExpenditureRecorded.class, FileImported.class);
        assertThat(entries.get(1).metadata()).containsAllEntriesOf(Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY,
                "DECIDED", MetadataKeys.SOURCE_NAME, "payments.csv", MetadataKeys.SOURCE_LINE, "4",
                MetadataKeys.SOURCE_SHA256, Objects.requireNonNull(report.sha256()), MetadataKeys.BOOKING_PERIOD,
                "2024-04"));
        var run = (FileImported) entries.getLast().payload();
        assertThat(run.format()).isEqualTo("csv-1");
        assertThat(run.transactions()).isEqualTo(3);
        served.ledger().views().catchUp();
        var figures = served.ledger().views().balances().ofProject("PRJ-1", AsOf.now()).currencies().getFirst();
        assertThat(figures.figure(Measure.CASH_ON_HAND)).isEqualByComparingTo("90.50");
        assertThat(figures.figure(Measure.OUTSTANDING_ADVANCES)).isEqualByComparingTo("20");
        assertThat(new DatabaseVerification(served.ledger().database(),
                List.of(served.ledger().checkpoints().latest().checkpoint())).run(done -> {
                    // nobody watches
                }).fault()).isEmpty();

        CsvReport again = run("\ufeff# from the bank\n" + HEADING + RECEIPT + ADVANCE + SPENT, Way.DECIDED, false);
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.firstIndex()).isEqualTo(before);
        CsvReport otherwise = run("\ufeff# from the bank\n" + HEADING + RECEIPT + ADVANCE + SPENT, Way.REPORTED,
                false);
        assertThat(Objects.requireNonNull(otherwise.refusal()).code()).isEqualTo("csv.other-way");
    }

    @Test
    void one_refused_row_keeps_all_out() throws Exception {
        long before = size();
        assertThat(run(HEADING + RECEIPT + TOO_MUCH, Way.DECIDED, false).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void a_reported_fact_goes_in_with_its_broken_rules_noted() throws Exception {
        CsvReport report = run(HEADING + TOO_MUCH, Way.REPORTED, false);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.rows().getFirst().breaches()).extracting(CsvRefusal::code)
                .contains("funding.exceeds-approved");
    }

    @Test
    void who_administers_users_imports_no_decision_and_who_imported_does_not_administer() throws Exception {
        var grant = new GrantRole(new ActorStreamId("ACT-hoa"), GrantedRole.OFFICER, DAY, null, DocumentRef.of("3/QĐ"),
                DAY);
        assertThat(served.ledger().gateway().send(grant, Request.of("chief", Way.DECIDED, "rest")))
                .isInstanceOf(org.aidledger.gateway.Outcome.Recorded.class);
        CsvReport report = run((HEADING + RECEIPT).getBytes(UTF_8), new ActorId("chief"), Way.DECIDED, false);
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.rows().getFirst().refusals()).extracting(CsvRefusal::code)
                .containsExactly("segregation.administers");

        assertThat(run(HEADING + RECEIPT, Way.DECIDED, false).outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(served.ledger().gateway().send(grant, Request.of(LAN.value(), Way.DECIDED, "rest")))
                .isInstanceOf(org.aidledger.gateway.Outcome.Refused.class);
    }

    @Test
    void semicolons_separate_where_a_spreadsheet_writes_them() throws Exception {
        assertThat(run("project;kind;date;amount;currency\nPRJ-1;Expenditure;2024-05-01;1.5;USD\n", Way.REPORTED, true)
                .outcome()).isEqualTo(Outcome.WOULD_IMPORT);
    }

    @Test
    void what_cannot_be_read_is_said_with_its_line_and_what_to_do() throws Exception {
        String row = "PRJ-1,receipt,2024-04-01,1,USD\n";
        String heading = "project,kind,date,amount,currency\n";
        assertWhole("csv.empty", 0, heading);
        assertWhole("csv.empty", 0, "");
        assertWhole("csv.column-missing", 1, "project,kind,date,amount\nPRJ-1,receipt,2024-04-01,1\n");
        assertWhole("csv.column-unknown", 1, "project,kind,date,amount,currency,colour\n" + row);
        assertWhole("csv.column-twice", 1, "project,kind,date,amount,currency,kind\n" + row);
        assertWhole("csv.cells-differ", 3, heading + row + "PRJ-1,receipt,2024-04-01,1,000.00,USD\n");
        assertWhole("csv.malformed", 2, heading + "\"PRJ-1\"x,receipt,2024-04-01,1,USD\n");
        assertWhole("csv.cells-differ", 2, heading + "\"PRJ-1,receipt");
        assertWhole("csv.too-large", 7, heading + row.repeat(6));
        assertWhole("csv.too-large", 2, heading + "PRJ-1,receipt,2024-04-01,1," + "U".repeat(41) + "\n");
        assertWhole("csv.too-large", 0, heading + "#".repeat(10_000));
        assertThat(Objects.requireNonNull(
                run((heading + "Hà Nội,receipt,2024-04-01,1,USD\n").getBytes(ISO_8859_1), Way.DECIDED, true).refusal())
                .code()).isEqualTo("csv.not-utf-8");
        assertRow("csv.project-unknown", "PRJ-9,receipt,2024-04-01,1,USD\n");
        assertRow("csv.choice-unknown", "PRJ-1,gift,2024-04-01,1,USD\n");
        assertRow("csv.date-unreadable", "PRJ-1,receipt,01/04/2024,1,USD\n");
        assertRow("csv.amount-unreadable", "PRJ-1,receipt,2024-04-01,\"1,000\",USD\n");
        assertRow("csv.cell-missing", "PRJ-1,receipt,2024-04-01,1,\n");
        assertRow("csv.currency-unreadable", "PRJ-1,receipt,2024-04-01,1,\"U\u0007\"\n");
    }

    private void assertWhole(String code, int line, String table) throws IOException {
        CsvRefusal refusal = Objects.requireNonNull(run(table, Way.DECIDED, true).refusal(), table);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.line()).as(table).isEqualTo(line);
        assertSaid(refusal);
    }

    private void assertRow(String code, String row) throws IOException {
        CsvReport report = run("project,kind,date,amount,currency\n" + row, Way.REPORTED, false);
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        CsvRefusal refusal = report.rows().getFirst().refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.line()).isEqualTo(2);
        assertSaid(refusal);
    }

    private static void assertSaid(CsvRefusal refusal) {
        for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
            assertThat(refusal.reason(language)).doesNotStartWith(refusal.code()).doesNotContain("{");
            assertThat(refusal.advice(language)).doesNotStartWith(refusal.code()).doesNotContain("{");
        }
    }

    @Test
    void a_row_of_a_closed_month_is_booked_in_the_first_open_one() throws Exception {
        served.as("officer").posts(AidStory.PROJECTS, AidStory.registration("PRJ-Z")
                .replace("\"donors\"", "\"aidOwner\":{\"ref\":\"VN-Z\"},\"donors\"")).thenStatus(201);
        served.as("accountant").posts("/api/v1/periods", "{\"period\":\"PER-Z\",\"entity\":\"VN-Z\","
                + "\"first\":\"2024-04\",\"effectiveDate\":\"2024-05-01\"}").thenStatus(201);
        served.as("accountant").posts("/api/v1/periods/PER-Z/closings",
                "{\"month\":\"2024-04\",\"effectiveDate\":\"2024-05-01\"}").thenStatus(201);
        long before = size();
        CsvReport report = run(HEADING + "PRJ-Z,receipt,2024-04-01,5,USD,,Someone,,,,\n"
                + "PRJ-Z,receipt,2024-05-02,6,USD,,Someone,,,,\n", Way.REPORTED, false);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.rows().getFirst().bookedIn()).isEqualTo("2024-05");
        assertThat(report.rows().getLast().bookedIn()).isNull();
        Entry receipt = served.ledger().gateway().catalogue()
                .decode(served.ledger().gateway().reader().leaf(before).orElseThrow());
        assertThat(receipt.metadata()).containsEntry(MetadataKeys.BOOKING_PERIOD, "2024-05");
    }
}
