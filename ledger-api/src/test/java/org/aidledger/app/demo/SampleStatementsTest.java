package org.aidledger.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.table.LedgerTables;
import org.aidledger.app.exchange.table.TableForm;
import org.aidledger.app.exchange.table.TableName;
import org.aidledger.app.platform.Views;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.view.AsOf;
import org.aidledger.view.bank.BankPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleStatementsTest {

    private static final String ACCOUNT = "BNK-DEMO-01.aid-account.USD";

    private static TestLedger served;
    private static Views views;

    @BeforeAll
    static void load() {
        served = TestLedger.demo();
        SamplePortfolio.load(served.ledger(), (done, total) -> {
        });
        SampleStatements.load(served.ledger());
        views = served.ledger().views();
        views.catchUp();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static BankPosition on(LocalDate day) {
        return views.bank().history(ACCOUNT, AsOf.now()).flatMap(history -> BankPosition.of(history, day))
                .orElseThrow();
    }

    @Test
    void the_first_statement_is_reconciled_and_the_second_has_one_on_either_side() {
        BankPosition april = on(LocalDate.of(2025, 4, 30));
        assertThat(april.reconciled()).isNotNull();
        assertThat(april.matched()).hasSize(3);
        BankPosition may = on(LocalDate.of(2025, 5, 31));
        assertThat(may.reconciled()).isNull();
        assertThat(may.lines()).singleElement()
                .satisfies(one -> assertThat(one.line().amount()).isEqualByComparingTo("-15"));
        assertThat(may.entries()).singleElement()
                .satisfies(one -> assertThat(one.entry().reference()).isEqualTo("HĐ-002"));
        assertThat(may.difference()).isEqualByComparingTo("11985");
    }

    @Test
    void both_sides_are_a_table() throws Exception {
        var tables = new LedgerTables(served.ledger());
        AsOf.Answered asOf = AsOf.now().answeredAt(views.position());
        var out = new ByteArrayOutputStream();
        TableForm.CSV.write(tables.table(TableName.BANK, ACCOUNT, asOf).orElseThrow(),
                new ExportStamp("bank", asOf, "root", Instant.EPOCH, "lan"), out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains(ACCOUNT))).hasSize(11);
    }

    @Test
    void the_files_are_kept_and_the_log_is_sound() {
        assertThat(new DatabaseVerification(served.ledger().database(), List.of()).run(done -> {
        }).isSound()).isTrue();
    }
}
