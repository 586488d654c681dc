package org.aidledger.app.exchange.iati.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.aidledger.app.demo.SamplePortfolio;
import org.aidledger.app.exchange.ExportStamp;
import org.aidledger.app.exchange.Submitter;
import org.aidledger.app.exchange.iati.export.IatiExport.Reporter;
import org.aidledger.app.exchange.iati.intake.FactChange;
import org.aidledger.app.exchange.iati.intake.IatiImport;
import org.aidledger.app.exchange.iati.intake.ImportProgress;
import org.aidledger.app.exchange.iati.intake.ImportReport;
import org.aidledger.app.exchange.iati.intake.ImportReport.Outcome;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.testing.TestData;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.ProjectBalance;
import org.junit.jupiter.api.Test;

/** What goes out as IATI follows the standard's schema, and comes in again as the same balances. */
class IatiExportTest {

    private static final List<Measure> REPORTED = List.of(Measure.PLEDGED_IN, Measure.PLEDGED_OUT,
            Measure.COMMITTED_IN, Measure.COMMITTED_OUT, Measure.RECEIVED, Measure.DISBURSED, Measure.EXPENDITURE);

    @Test
    void real_files_and_their_corrections_go_out_and_come_in_again_as_the_same_balances() throws Exception {
        try (TestLedger first = TestLedger.demo(); TestLedger second = TestLedger.demo()) {
            for (String file : List.of("activities/who-arg.xml", "activities/worldbank-679.xml",
                    "activities/usaid-bb.xml", "activities/dfid-bf.xml", "snapshots/bcie-2025-12-12.xml",
                    "snapshots/bcie-2025-12-16.xml")) {
                try (InputStream in = Files.newInputStream(TestData.at("iati/" + file))) {
                    take(first.ledger(), file, in);
                }
            }
            byte[] xml = export(first.ledger(), AsOf.now());
            assertValid(xml);
            ImportReport again = take(second.ledger(), "export.xml", new ByteArrayInputStream(xml));
            assertThat(again.outcome()).isEqualTo(Outcome.IMPORTED);
            assertThat(figures(second.ledger(), AsOf.now())).isEqualTo(figures(first.ledger(), AsOf.now()));

            ImportReport same = take(first.ledger(), "export.xml", new ByteArrayInputStream(xml));
            var comparison = Objects.requireNonNull(same.comparison());
            assertThat(comparison.vanished().transactions()).isZero();
            assertThat(comparison.appeared().transactions()).isZero();
            assertThat(comparison.activities()).isEqualTo(again.activities());
            assertThat(comparison.byActivity().stream().flatMap(activity -> activity.facts().stream())
                    .map(FactChange::field)).doesNotContain("sectors", "titleEn", "titleVi");
        }
    }

    @Test
    void what_was_known_and_true_then_goes_out_as_of_then() throws Exception {
        try (TestLedger first = TestLedger.demo(); TestLedger second = TestLedger.demo()) {
            long known = 0;
            for (String file : List.of("bcie-2025-12-12.xml", "bcie-2025-12-16.xml")) {
                try (InputStream in = Files.newInputStream(TestData.at("iati/snapshots/" + file))) {
                    known = known == 0 ? take(first.ledger(), file, in).size() : known;
                }
            }
            AsOf then = AsOf.of(LocalDate.of(2024, 6, 30), known);
            take(second.ledger(), "export.xml", new ByteArrayInputStream(export(first.ledger(), then)));
            assertThat(figures(second.ledger(), AsOf.now())).isEqualTo(figures(first.ledger(), then)).isNotEmpty();
        }
    }

    @Test
    void the_sample_portfolio_follows_the_schema_and_keeps_its_promises_and_spending() throws Exception {
        try (TestLedger first = TestLedger.demo(); TestLedger second = TestLedger.demo()) {
            SamplePortfolio.load(first.ledger(), (done, total) -> {
                // nobody watches
            });
            byte[] xml = export(first.ledger(), AsOf.now());
            assertValid(xml);
            ImportReport again = take(second.ledger(), "export.xml", new ByteArrayInputStream(xml));
            assertThat(again.refusal()).isNull();
            assertThat(again.breachesByRule().keySet()).noneMatch(rule -> rule.startsWith("iati."));
            for (Measure measure : List.of(Measure.PLEDGED_IN, Measure.COMMITTED_IN, Measure.EXPENDITURE)) {
                assertThat(of(measure, figures(second.ledger(), AsOf.now()))).as("%s", measure)
                        .isEqualTo(of(measure, figures(first.ledger(), AsOf.now()))).isNotEmpty();
            }
        }
    }

    private static Map<String, BigDecimal> of(Measure measure, Map<String, BigDecimal> figures) {
        var some = new TreeMap<>(figures);
        some.keySet().removeIf(key -> !key.endsWith(" " + measure));
        return some;
    }

    private static ImportReport take(Ledger ledger, String name, InputStream in) throws IOException {
        ImportReport report =
                new IatiImport(ledger).run(in, name, Submitter.atCommandLine("auditor"), null, false,
                        ImportProgress.NONE);
        ledger.views().catchUp();
        return report;
    }

    private static byte[] export(Ledger ledger, AsOf question) throws IOException {
        ledger.views().catchUp();
        AsOf.Answered asOf = question.answeredAt(ledger.views().position());
        var out = new ByteArrayOutputStream();
        new IatiExport(ledger.views().projects(), ledger.gateway().reader(), ledger.gateway().catalogue()).write(null,
                new Reporter("XX-LEDGER", "10", "A ledger -- of aid"),
                new ExportStamp("all", asOf, ledger.published().root(asOf.known()).base64(),
                        Instant.parse("2026-01-02T03:04:05Z"), "lan"),
                out);
        return out.toByteArray();
    }

    private static void assertValid(byte[] xml) throws Exception {
        Path schema = TestData.at("iati/xsd/iati-activities-schema.xsd");
        Schema iati = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schema.toFile());
        assertThatCode(() -> iati.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml))))
                .doesNotThrowAnyException();
    }

    /** By the code people know a project by, currency and measure; zero left out. */
    private static Map<String, BigDecimal> figures(Ledger ledger, AsOf question) {
        var figures = new TreeMap<String, BigDecimal>();
        var balances = new ArrayList<ProjectBalance>();
        ledger.views().balances().ofEachProject(question, balances::add);
        for (ProjectBalance balance : balances) {
            String code = ledger.views().projects().find(balance.project(), Long.MAX_VALUE).orElseThrow().code();
            balance.currencies().forEach(currency -> REPORTED.forEach(measure -> {
                BigDecimal amount = currency.figure(measure);
                if (amount != null && amount.signum() != 0) {
                    figures.put(code + " " + currency.currency() + " " + measure, amount.stripTrailingZeros());
                }
            }));
        }
        return figures;
    }
}
