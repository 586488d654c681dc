package org.aidledger.app.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every list and balance leaves as a file that says what it is, and that no spreadsheet carries out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportRoutesTest {

    private static final String FORMULA = "=HYPERLINK(\\\"http://x\\\",\\\"pay\\\")";

    private TestLedger served;
    private Caller auditor;
    private long size;

    @BeforeAll
    void tell() {
        served = TestLedger.demo();
        auditor = served.as("auditor");
        Caller officer = served.as("officer");
        AidStory.financed(officer, "PRJ-1");
        officer.posts("/api/v1/projects", AidStory.registration("PRJ-2").replace("Clean water for schools", FORMULA))
                .thenStatus(201);
        AidStory story = AidStory.registered(officer, "PRJ-3");
        story.enters("pledges", "\"direction\":\"IN\",\"donor\":{\"name\":\"+84 donor\"},\"money\":"
                + "{\"amount\":\"123456789012345.67\",\"currency\":\"USD\"}");
        size = served.ledger().gateway().reader().size();
        assertThat(served.ledger().views().awaitIndex(size - 1, Duration.ofSeconds(20))).isTrue();
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void a_csv_file_is_stamped_and_keeps_every_digit() throws IOException {
        Answer answer = auditor.gets("/api/v1/exports/balances.csv").thenStatus(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Known-At")).isEqualTo(Long.toString(size));
        assertThat(answer.header("Content-Disposition")).contains("aid-ledger-balances-" + size + ".csv");
        assertThat(answer.text()).startsWith("# query: balances\r\n").contains("# made by: auditor\r\n")
                .contains("# last event index: " + (size - 1) + "\r\n")
                .contains("# root: " + served.ledger().published().root(size).base64() + "\r\n");
        List<NamedCsvRecord> rows = records(answer);
        assertThat(rows).extracting(row -> row.getField("project")).containsExactly("PRJ-1", "PRJ-3");
        assertThat(rows.getFirst().getField("cashOnHand")).isEqualTo("100");
        assertThat(rows.getLast().getField("cashOnHand")).as("not recorded").isEmpty();
        assertThat(rows.getLast().getField("pledgedIn")).isEqualTo("123456789012345.67");
    }

    @Test
    void a_text_that_begins_like_a_formula_is_shown_and_not_carried_out() throws IOException {
        List<NamedCsvRecord> rows = records(auditor.gets("/api/v1/exports/projects.csv").thenStatus(200));
        assertThat(rows).extracting(row -> row.getField("titleEn")).contains("'=HYPERLINK(\"http://x\",\"pay\")");
        assertThat(records(auditor.gets("/api/v1/exports/postings.csv?subject=PRJ-3").thenStatus(200)))
                .extracting(row -> row.getField("donor")).containsOnly("'+84 donor");
        assertThat(records(auditor.gets("/api/v1/exports/postings.csv?subject=PRJ-3")))
                .extracting(row -> row.getField("amount")).contains("-123456789012345.67");
    }

    @Test
    void a_workbook_holds_numbers_as_numbers_text_as_text_and_says_what_it_is() throws IOException {
        Answer answer = auditor.gets("/api/v1/exports/postings.xlsx").thenStatus(200);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.bytes()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(6)).isEqualTo("amount");
            assertThat(rows.stream().skip(1).filter(row -> row.getCellText(2).equals("PRJ-1"))).isNotEmpty()
                    .allSatisfy(row -> assertThat(row.getCell(6).getType()).isEqualTo(CellType.NUMBER));
            assertThat(rows.stream().filter(row -> row.getCellText(2).equals("PRJ-3"))).isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.getCell(6).getType()).as("too long for a number").isEqualTo(CellType.STRING);
                        assertThat(row.getCellText(11)).isEqualTo("+84 donor");
                    });
            assertThat(rows.stream().skip(1).filter(row -> row.getCell(6).getType() == CellType.NUMBER)
                    .map(row -> row.getCellAsNumber(6).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isZero();
            List<Row> about = workbook.findSheet("about").orElseThrow().read();
            assertThat(about).extracting(row -> row.getCellText(0)).contains("query", "root", "last event index");
            assertThat(about).extracting(row -> row.getCellText(1)).contains("postings", "auditor");
        }
    }

    @Test
    void every_table_comes_in_both_forms() throws IOException {
        for (String table : List.of("projects", "totals", "balances", "cash", "trial-balance", "postings",
                "trail.csv?subject=PRJ-1", "portfolio.csv?subject=sector", "portfolio.csv?subject=year",
                "inspections", "findings", "deadlines", "signals", "signals.csv?subject=PRJ-1",
                "headline.csv?subject=2023-01-01/2023-08-31", "targets", "donors", "periods")) {
            String csv = table.contains(".") ? table : table + ".csv";
            assertThat(auditor.gets("/api/v1/exports/" + csv).thenStatus(200).text()).contains("\r\n\"");
            byte[] xlsx = auditor.gets("/api/v1/exports/" + csv.replace(".csv", ".xlsx")).thenStatus(200).bytes();
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
                assertThat(workbook.getFirstSheet().read()).as(table).isNotEmpty();
            }
        }
    }

    @Test
    void a_file_of_an_earlier_point_is_that_of_then() throws IOException {
        String then = "/api/v1/exports/totals.csv?known=2";
        assertThat(records(auditor.gets(then).thenStatus(200))).singleElement()
                .satisfies(row -> assertThat(row.getField("pledgedIn")).isEqualTo("120"));
        assertThat(records(auditor.gets("/api/v1/exports/projects.csv?known=1").thenStatus(200))).hasSize(1);
    }

    @Test
    void what_there_is_not_is_said() {
        auditor.gets("/api/v1/exports/everything.csv").thenProblem(404, "request.not-found");
        auditor.gets("/api/v1/exports/totals.pdf").thenProblem(404, "request.not-found");
        auditor.gets("/api/v1/exports/balances.csv?subject=PRJ-9").thenProblem(404, "request.not-found");
        auditor.gets("/api/v1/exports/portfolio.csv?subject=colour").thenProblem(400, "request.wrong-parameter");
        auditor.gets("/api/v1/exports/trail.csv").thenProblem(400, "request.wrong-parameter");
        auditor.gets("/api/v1/exports/totals.csv?subject=PRJ-1").thenProblem(400, "request.wrong-parameter");
        served.anyone().gets("/api/v1/exports/totals.csv").thenStatus(401);
    }

    @Test
    void a_file_that_fails_half_way_is_broken_off_and_never_ends_as_a_whole_one() throws Exception {
        try (TestLedger damaged = TestLedger.demo()) {
            AidStory.financed(damaged.as("officer"), "PRJ-1");
            long events = damaged.ledger().gateway().reader().size();
            assertThat(damaged.ledger().views().awaitIndex(events - 1, Duration.ofSeconds(20))).isTrue();
            execute(damaged, "insert into views_balance.posting select event_index, recorded_at, effective_date,"
                    + " 100 + 2 * n + line, project, account, case n when 1500 then 'NONE SUCH' else contra end, currency,"
                    + " amount, booking_period, money_account, donor, funding_source from generate_series(1, 1500) as n,"
                    + " (select * from views_balance.posting where event_index = (select max(event_index)"
                    + " from views_balance.posting)) as last");

            for (String path : List.of("exports/postings.csv", "projects/PRJ-1/figures/USD/received/proof")) {
                for (String accept : List.of("*/*", "text/html,*/*;q=0.8")) {
                    assertThat(received(damaged, "/api/v1/" + path, accept)).as(path + " " + accept)
                            .startsWith("HTTP/1.1 200").contains("PRJ-1").doesNotContain("urn:aidledger", "<html")
                            .doesNotEndWith("0\r\n\r\n");
                }
                assertThatThrownBy(() -> damaged.as("auditor").gets("/api/v1/" + path)).as(path)
                        .hasMessageContaining("was not answered").hasCauseInstanceOf(IOException.class);
            }
            assertThat(received(damaged, "/api/v1/exports/postings.xlsx", "*/*")).startsWith("HTTP/1.1 200")
                    .as("the end of an archive, without which no workbook opens").doesNotContain("PK\5\6")
                    .doesNotEndWith("0\r\n\r\n");
        }
    }

    private static void execute(TestLedger ledger, String sql) throws SQLException {
        try (Connection connection = ledger.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every byte the server sends until the connection ends, however it ends. */
    private static String received(TestLedger ledger, String path, String accept) throws IOException {
        var received = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", URI.create(ledger.address()).getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                    + "\r\nAuthorization: Basic "
                    + Base64.getEncoder().encodeToString("auditor:auditor".getBytes(UTF_8))
                    + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            socket.getInputStream().transferTo(received);
        } catch (SocketException reset) {
            // as good an end as any: what came before is what counts
        }
        return received.toString(UTF_8);
    }

    private static List<NamedCsvRecord> records(Answer answer) throws IOException {
        try (var reader = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new String(answer.bytes(), UTF_8))) {
            return reader.stream().toList();
        }
    }
}
