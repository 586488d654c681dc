package org.aidledger.app.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.aidledger.app.exchange.iati.ActivityId;
import org.aidledger.app.testing.Answer;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.TlogProof;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.BundleVerdict;
import org.aidledger.tlog.evidence.BundleVerdict.Figure;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Members;
import org.aidledger.tlog.evidence.Problem;
import org.aidledger.tlog.evidence.Trust;
import org.aidledger.tlog.evidence.VerdictReport;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.aidledger.view.balance.Balances;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One figure that leads to its events and proves itself, and the figures of a month that was closed. */
class FigureProofTest {

    private static final int PLEDGES = Balances.PAGE_MAX + 1;
    private static final String MANY = ActivityId.projectOf("XM-B", "MANY-1").value();
    private static final String CASH = "/figures/USD/cashOnHand";

    @TempDir private static Path folder;
    private static EvidenceLedger ledger;
    private static long lastPledge;

    /** A project whose figure has one posting more than are read at once. */
    @BeforeAll
    static void serve() {
        ledger = new EvidenceLedger();
        String pledge = "<transaction><transaction-type code='13'/><transaction-date iso-date='2024-05-02'/>"
                + "<value value-date='2024-05-02'>0.25</value></transaction>";
        Answer imported = ledger.served.as("officer").with("Content-Type", "application/xml")
                .posts("/api/v1/imports?name=many.xml", ("""
                        <iati-activities version="2.03"><iati-activity default-currency="USD">
                        <iati-identifier>MANY-1</iati-identifier><reporting-org ref="XM-B" type="21"><narrative>B</narrative>
                        </reporting-org><title><narrative>Pledged often</narrative></title><description><narrative>d</narrative>
                        </description><participating-org role="4" type="21" ref="XM-B"/><activity-status code="2"/>
                        <activity-date type="2" iso-date="2023-01-01"/>""" + pledge.repeat(PLEDGES)
                        + "</iati-activity></iati-activities>").getBytes(StandardCharsets.UTF_8))
                .thenStatus(201);
        long last = Long.parseLong(imported.at("/lastIndex"));
        lastPledge = last - 1; // what follows it is the import's own event
        assertThat(ledger.served.ledger().views().awaitIndex(last, Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static VerifierKey key() {
        return ledger.served.ledger().checkpoints().identity().verifierKey();
    }

    private static BundleVerdict verdict(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "bundle", ".zip"), bytes);
        return BundleVerifier.verify(file, new Trust(Optional.of(key()), List.of(), 0, Optional.empty()));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    @Test
    void a_figure_comes_with_its_postings_their_events_their_proofs_and_the_checkpoint_in_one_answer() {
        Answer answer = ledger.served.as("auditor").gets("/api/v1/projects/PRJ-1" + CASH + "/proof").thenStatus(200);

        JsonNode json = answer.json();
        assertThat(json.get("amount").asString()).isEqualTo("39.50");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode posting : json.get("postings")) {
            sum = sum.add(new BigDecimal(posting.get("counted").asString()));
        }
        assertThat(sum).isEqualByComparingTo("39.50");
        SignedCheckpoint checkpoint =
                SignedCheckpoint.parse(json.get("checkpoint").asString().getBytes(StandardCharsets.UTF_8));
        checkpoint.verify(key());
        assertThat(json.get("vkey").asString()).isEqualTo(key().toString());
        assertThat(json.get("events")).isNotEmpty().allSatisfy(event -> {
            TlogProof proof = TlogProof.parse(event.get("proof").asString().getBytes(StandardCharsets.UTF_8));
            proof.verify(Base64.getDecoder().decode(event.get("leaf").asString()), key());
            assertThat(proof.checkpoint()).isEqualTo(checkpoint);
            assertThat(proof.inclusion().index()).isEqualTo(event.get("index").asLong());
        });
        assertThat(ledger.served.as("auditor").gets(json.get("file").asString()).thenStatus(200).bytes())
                .as("the file it names is there").isNotEmpty();
    }

    @Test
    void a_figure_of_more_postings_than_a_page_has_them_all_in_one_answer() {
        JsonNode json = ledger.served.as("auditor").gets("/api/v1/projects/" + MANY + "/figures/USD/pledgedIn/proof")
                .thenStatus(200).json();

        assertThat(json.get("amount").asString()).isEqualTo("250.25");
        assertThat(json.get("postings")).hasSize(PLEDGES);
        assertThat(json.get("events")).hasSize(PLEDGES);
        JsonNode last = json.get("events").get(PLEDGES - 1);
        assertThat(last.get("index").asLong()).isEqualTo(lastPledge);
        TlogProof.parse(last.get("proof").asString().getBytes(StandardCharsets.UTF_8))
                .verify(Base64.getDecoder().decode(last.get("leaf").asString()), key());
    }

    @Test
    void a_printed_report_lists_the_first_events_sums_up_the_others_and_names_what_lists_them_all() throws IOException {
        byte[] file = ledger.served.as("auditor").gets("/api/v1/evidence/projects/" + MANY).thenStatus(200).bytes();

        assertThat(verdict(file).problems()).isEmpty();
        assertThat(printed(file, "en")).contains("The other 3, by type", "aid.AidPledged", "report.en.html");
        assertThat(printed(file, "vi")).contains("3 sự kiện còn lại, theo loại", "aid.AidPledged", "report.vi.html");
        Tampering.of(file, t -> assertThat(new String(t.get("report.en.html"), StandardCharsets.UTF_8))
                .contains("<td>" + lastPledge + "</td>"));
    }

    private static String printed(byte[] bundle, String language) {
        StringBuilder text = new StringBuilder();
        Tampering.of(bundle, t -> {
            try (PDDocument report = Loader.loadPDF(t.get("report." + language + ".pdf"))) {
                text.append(new PDFTextStripper().getText(report));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return text.toString().replaceAll("\\s+", " ");
    }

    @Test
    void a_figure_in_one_file_is_proved_and_computed_anew_at_its_clocks() throws IOException {
        byte[] file = ledger.served.as("auditor")
                .gets("/api/v1/evidence/projects/PRJ-1" + CASH + "?effective=2024-03-15&known=" + (ledger.paid + 1))
                .thenStatus(200).bytes();

        BundleVerdict verdict = verdict(file);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.figures()).containsExactly(new Figure("PRJ-1", "USD", "cashOnHand", "100", "100", true));
        assertThat(verdict.omission()).map(Problem::code).contains("omission.newest");
        assertThat(VerdictReport.text(verdict, VerifierTexts.in("en")))
                .contains("Of PRJ-1 no event is missing before the last one");
        assertThat(VerdictReport.json(verdict, VerifierTexts.in("vi"))).contains("\"omission\":{\"code\"");
    }

    @Test
    void an_event_taken_out_of_the_middle_and_a_figure_that_was_changed_are_found() throws IOException {
        byte[] file = ledger.served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1" + CASH).thenStatus(200)
                .bytes();
        long middle = ledger.paid - 1;
        byte[] without = Tampering.of(file, t -> {
            t.remove("leaves/" + middle + ".json", "proofs/" + middle + ".tlog-proof");
            t.sign(SigningKey.generate(), "ledger.example/test");
        });
        assertThat(codes(verdict(without).problems())).contains("stream.gap", "manifest.signature");
        byte[] more = Tampering.of(file, t -> t.replace(Members.FIGURES, "39.50", "93.50"));
        assertThat(codes(verdict(more).problems())).contains("figure.differs", "member.changed");
    }

    @Test
    void what_is_no_figure_is_refused() {
        ledger.served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1/figures/USD/nonsense").thenProblem(400,
                "request.wrong-parameter");
        ledger.served.as("auditor").gets("/api/v1/projects/PRJ-1/figures/%20/cashOnHand/proof").thenProblem(400,
                "request.wrong-parameter");
        ledger.served.as("auditor").gets("/api/v1/projects/PRJ-none" + CASH + "/proof").thenProblem(404,
                "request.not-found");
        ledger.served.as("auditor").gets("/api/v1/evidence/sheets/PER-none/2024-01").thenProblem(404,
                "request.not-found");
        ledger.served.anyone().gets("/api/v1/projects/PRJ-1" + CASH + "/proof").thenStatus(401);
    }

    @Test
    void a_month_that_was_closed_takes_its_figures_home_as_they_were_sealed() throws IOException {
        SealedMonth sealed = new SealedMonth(ledger.served);
        byte[] file = sealed.bundle();

        BundleVerdict verdict = verdict(file);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.figures()).contains(new Figure("PRJ-S", "USD", "PLEDGE_IN", "100.5", "100.5", true));
        assertThat(codes(verdict.held())).contains("held.sheet").doesNotContain("held.sheet-reopened");
        assertThat(sealed.bundle()).isEqualTo(file);

        byte[] rounder =
                Tampering.of(file, t -> t.replace(Members.SHEET, "PLEDGE_IN\tUSD\t100.5", "PLEDGE_IN\tUSD\t100"));
        assertThat(codes(verdict(rounder).problems())).contains("sheet.differs", "member.changed", "figure.differs");
        byte[] other = Tampering.of(file, t -> t.replace(Members.MANIFEST, "2024-01", "2024-02"));
        assertThat(codes(verdict(other).problems())).contains("sheet.not-sealed", "manifest.changed");
        ledger.served.as("auditor").gets("/api/v1/evidence/sheets/PER-A/2024-02").thenProblem(404,
                "request.not-found");

        ledger.served.as("accountant").posts("/api/v1/periods/PER-A/reopenings?wait=projected", """
                {"month":"2024-01","order":{"reference":"QĐ-1"},"effectiveDate":"2024-05-03"}""").thenStatus(201);
        BundleVerdict reopened = verdict(sealed.bundle());
        assertThat(reopened.problems()).isEmpty();
        assertThat(codes(reopened.held())).contains("held.sheet", "held.sheet-reopened");
    }

    @Test
    void a_bundle_of_the_whole_log_says_that_nothing_was_left_out() throws IOException {
        BundleVerdict whole = verdict(ledger.served.as("auditor")
                .gets("/api/v1/evidence/periods/2000-01?last=2099-12").thenStatus(200).bytes());

        assertThat(whole.problems()).isEmpty();
        assertThat(whole.omission()).map(Problem::code).contains("omission.whole");
    }
}
