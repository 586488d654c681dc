package org.aidledger.app.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.aidledger.app.testing.Photograph;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Cosigner;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The report on paper, and the checkpoint on it as a QR code, read back by programs that are not ours. */
class EvidencePdfTest {

    private static final NoteSigner LOG = new NoteSigner("ledger.example/aid", SigningKey.ofSeed(new byte[32]));
    private static final SignedCheckpoint CHECKPOINT = SignedCheckpoint
            .sign(new Checkpoint("ledger.example/aid", 1234, Hash.of(new byte[32])), LOG);

    /** As an auditor hands in a page of the report. */
    private static SignedCheckpoint found(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
        return SavedCheckpoint.read(new ByteArrayInputStream(Photograph.png(page)));
    }

    private static SignedCheckpoint parsed(String text) {
        return SignedCheckpoint.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_code_holds_the_signed_checkpoint() {
        assertThat(parsed(QrPicture.text(CheckpointQr.png(CHECKPOINT)))).isEqualTo(CHECKPOINT);
    }

    @Test
    void cosignatures_that_do_not_fit_are_left_out_and_the_logs_signature_stays() {
        SignedCheckpoint many = CHECKPOINT;
        for (int i = 0; i < 20; i++) {
            Cosigner witness = new Cosigner("witness.example/w" + i, SigningKey.generate());
            many = many.with(witness.cosign(many.note().text(), Instant.ofEpochSecond(1_700_000_000)));
        }
        SignedCheckpoint read = parsed(QrPicture.text(CheckpointQr.png(many)));
        assertThat(read.verify(LOG.verifierKey())).isEqualTo(CHECKPOINT.checkpoint());
        assertThat(read.note().signatures()).hasSizeBetween(2, 5);
    }

    @Test
    void a_pdf_has_every_letter_of_vietnamese_and_the_same_bytes_each_time() throws IOException {
        String sentence =
                "Hậu kiểm: khoản viện trợ đã giải ngân đúng mục đích, ĐƯỢC PHÊ DUYỆT ngày 01/07/2025 – 39,50 ₫";
        String page = "<!DOCTYPE html>\n<html lang=\"vi\"><head><style>body{font-family:'" + EvidencePdf.FONT_FAMILY
                + "'}</style></head><body><p>" + sentence + "</p></body></html>";
        byte[] pdf = EvidencePdf.of(page, "Bằng chứng", "vi");

        assertThat(EvidencePdf.of(page, "Bằng chứng", "vi")).isEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains(sentence);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Bằng chứng");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("FlateDecode", "CreationDate");
    }

    @Test
    void the_report_in_a_bundle_reads_like_the_page_and_carries_the_checkpoint_to_hand_in() throws IOException {
        try (EvidenceLedger ledger = new EvidenceLedger()) {
            byte[] bundle = ledger.bundle();
            for (String language : new String[] {"vi", "en"}) {
                byte[] pdf = member(bundle, "report." + language + ".pdf");
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    assertThat(new PDFTextStripper().getText(document))
                            .contains(language.equals("vi") ? "39,50" : "39.50", "PRJ-1",
                                    language.equals("vi") ? "Điểm kiểm tra đã ký" : "Signed checkpoint");
                    assertThat(found(document))
                            .isEqualTo(SignedCheckpoint.parse(member(bundle, "checkpoint")));
                }
            }
        }
    }

    private static byte[] member(byte[] bundle, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
