package org.aidledger.app.exchange.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.aidledger.app.exchange.csv.CsvRefusal;
import org.aidledger.text.Texts;
import org.junit.jupiter.api.Test;

class StatementFileTest {

    private static final String FILE = """
            kind,date,amount,currency,value_date,reference,counterparty,description
            opening,2026-01-01,1000.00,USD,,,,
            line,2026-01-05,-12.50,usd,2026-01-04,UNC-1,"Nguyễn Văn A, Huế",Tạm ứng
            closing,2026-01-31,987.50,USD,,,,
            """;

    private static StatementFile.Reading read(String text) {
        return StatementFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(String text) {
        List<CsvRefusal> refusals = read(text).refusals();
        assertThat(refusals).allSatisfy(one -> {
            assertThat(one.reason(Texts.VIETNAMESE)).doesNotContain("csv.", "{");
            assertThat(one.advice(Texts.VIETNAMESE)).doesNotContain("csv.", "{");
            assertThat(one.advice(Texts.ENGLISH)).doesNotContain("csv.", "{");
        });
        return refusals.stream().map(one -> one.line() + " " + one.code()).toList();
    }

    @Test
    void a_statement_is_its_balances_with_its_first_and_last_day_and_its_lines() {
        StatementFile.Statement statement = Objects.requireNonNull(read(FILE).statement());
        assertThat(statement.from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(statement.opening()).hasToString("1000.00 USD");
        assertThat(statement.closing()).hasToString("987.50 USD");
        assertThat(statement.rows()).singleElement().satisfies(row -> {
            assertThat(row.fileLine()).isEqualTo(3);
            assertThat(row.line().amount()).isEqualByComparingTo("-12.5");
            assertThat(row.line().counterparty()).isEqualTo("Nguyễn Văn A, Huế");
            assertThat(row.line().valueDate()).isEqualTo(LocalDate.of(2026, 1, 4));
        });
        assertThat(read("\ufeff" + FILE.replace("\"Nguyễn Văn A, Huế\"", "A").replace(',', ';')).statement())
                .isNotNull();
    }

    @Test
    void every_row_that_cannot_be_read_is_told_at_once_with_its_column() {
        String wrong = FILE.replace("2026-01-05", "05/01/2026").replace("987.50", "987,50 USD".replace(',', '\''));
        assertThat(places(wrong)).containsExactly("3 csv.date-unreadable", "4 csv.amount-unreadable");
        assertThat(read(wrong).refusals()).extracting(one -> one.arguments().get("column"))
                .containsExactly("date", "amount");
        assertThat(places(FILE.replace("line,", "item,"))).containsExactly("3 csv.choice-unknown");
        assertThat(places(FILE.replace("-12.50,usd", "-12.50,EUR"))).containsExactly("3 csv.currencies-differ");
        assertThat(places(FILE.replace("line,2026-01-05,-12.50", "line,2026-01-05,")))
                .containsExactly("3 csv.cell-missing");
    }

    @Test
    void a_statement_has_one_opening_and_one_closing_balance() {
        assertThat(places(FILE.replace("opening", "line"))).containsExactly("0 csv.balance-missing");
        assertThat(places(FILE.replace("line,", "closing,"))).containsExactly("4 csv.balance-twice");
        assertThat(places("")).containsExactly("0 csv.empty");
    }

    @Test
    void nothing_in_a_heading_is_left_out_in_silence() {
        assertThat(places(FILE.replace("reference", "ref"))).containsExactly("1 csv.column-unknown");
        assertThat(places(FILE.replace("value_date", "date"))).containsExactly("1 csv.column-twice");
        assertThat(places("kind,date,amount\nopening,2026-01-01,1\n")).containsExactly("1 csv.column-missing");
        assertThat(places(FILE + "line,2026-01-06\n")).containsExactly("5 csv.cells-differ");
        assertThat(StatementFile.read(new byte[] {(byte) 0xc3, 0x28}).refusals()).extracting(CsvRefusal::code)
                .containsExactly("csv.not-utf-8");
    }
}
