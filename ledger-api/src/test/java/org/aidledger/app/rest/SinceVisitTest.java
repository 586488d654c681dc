package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.aidledger.app.exchange.evidence.SavedCheckpoint;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.Photograph;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.ConsistencyProof;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor comes back with the checkpoint of the last visit. */
class SinceVisitTest {

    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);

    @TempDir private static Path folder;
    private static TestLedger ledger;

    @BeforeAll
    static void serve() {
        ledger = TestLedger.signedWith(KEY);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static String query(SignedCheckpoint saved) {
        return "?checkpoint=" + URLEncoder.encode(saved.note().toString(), StandardCharsets.UTF_8);
    }

    private static Answer asks(TestLedger asked, SignedCheckpoint saved, String more) {
        return asked.as("auditor").gets("/api/v1/log/since" + query(saved) + more);
    }

    @Test
    void what_was_added_is_told_by_project_with_what_was_back_dated_and_what_was_reversed() {
        AidStory first = financed(ledger.as("officer"), "PRJ-1");
        SignedCheckpoint saved = ledger.ledger().checkpoints().latest();
        String today = VietNam.dateOf(Instant.now()).toString();
        AidStory second = registered(ledger.as("officer"), "PRJ-2");
        second.enters("pledges", "\"direction\":\"IN\",\"donor\":{\"name\":\"B\"}," + money("7"));
        ledger.as("officer").posts(first.path("corrections"),
                "{\"corrected\":1,\"noteNumber\":\"DC-1\",\"reasonCode\":\"WRONG_AMOUNT\",\"reasonText\":\"x\","
                        + "\"effectiveDate\":\"" + today + "\"}")
                .thenStatus(201);

        Answer answer = asks(ledger, saved, "").thenStatus(200);

        assertThat(answer.at("/verdict")).isEqualTo("went-on");
        assertThat(answer.at("/added/events")).isEqualTo("3");
        assertThat(answer.at("/added/reversals")).isEqualTo("1");
        assertThat(answer.at("/added/streams/0/id")).isEqualTo("PRJ-1");
        assertThat(answer.at("/added/streams/0/reversals")).isEqualTo("1");
        assertThat(answer.at("/added/streams/1/backDated")).isEqualTo("2");
        assertThat(answer.at("/events/0/sentence")).contains("Clean water for schools");
        assertThat(answer.at("/events/0/backDated")).isEqualTo("true");
        assertThat(answer.at("/events/2/type")).isEqualTo("aid.EntryCorrected");
        List<Hash> path = new ArrayList<>();
        answer.json().get("proof").forEach(hash -> path.add(Hash.parseBase64(hash.asString())));
        Checkpoint now =
                SignedCheckpoint.parse(answer.at("/now").getBytes(StandardCharsets.UTF_8)).checkpoint();
        new ConsistencyProof(saved.checkpoint().size(), now.size(), path).verify(saved.checkpoint().root(),
                now.root());

        Answer page = asks(ledger, saved, "&pageSize=2").thenStatus(200);
        assertThat(page.json().get("events")).hasSize(2);
        assertThat(asks(ledger, saved, "&pageSize=2&after=" + page.at("/next")).json().get("events")).hasSize(1);
        assertThat(ledger.as("auditor").with("Accept", "text/html").gets("/since" + query(saved) + "&lang=vi")
                .thenStatus(200).text())
                .contains("PRJ-2", "Sổ cái tiếp nối điểm kiểm tra của bạn", "src=\"data:image/png;base64,")
                .doesNotContain("??");
        assertThat(ledger.as("auditor").with("Accept", "text/html").gets("/since?lang=en").thenStatus(200).text())
                .contains("<textarea").doesNotContain("??");
        assertThat(ledger.as("auditor").with("Accept", "text/html").gets("/since?lang=en&checkpoint=x")
                .thenStatus(200).text()).contains("cannot be read");
    }

    @Test
    void a_photograph_of_the_code_that_the_page_shows_is_answered_as_its_text_is() throws IOException {
        financed(ledger.as("officer"), "PRJ-3");
        SignedCheckpoint saved = ledger.ledger().checkpoints().latest();
        Caller auditor = ledger.as("auditor");
        String page = auditor.gets("/since" + query(saved) + "&lang=en").thenStatus(200).text();
        String start = "src=\"data:image/png;base64,";
        int from = page.indexOf(start) + start.length();
        byte[] shown = Base64.getDecoder()
                .decode(page.substring(from, page.indexOf('"', from)).replace("&#43;", "+"));
        byte[] photograph = Photograph.of(shown, 1600, 1200, 1.9, 8).noisy(15, 7).jpeg(0.7f);
        registered(ledger.as("officer"), "PRJ-4");
        String text = auditor.gets("/api/v1/log/since" + query(saved)).thenStatus(200).text();

        assertThat(auditor.with("Content-Type", "image/png").posts("/api/v1/log/since", shown).thenStatus(200)
                .text()).isEqualTo(text);
        assertThat(auditor.with("Content-Type", "image/jpeg").posts("/api/v1/log/since?pageSize=1", photograph)
                .thenStatus(200).at("/verdict")).isEqualTo("went-on");
        assertThat(auditor.with("Content-Type", "text/plain; charset=utf-8")
                .posts("/api/v1/log/since", saved.toBytes()).thenStatus(200).text()).isEqualTo(text);
        for (String lang : List.of("vi", "en")) {
            String answered = auditor.gets("/since" + query(saved) + "&lang=" + lang).thenStatus(200).text();
            assertThat(handsIn(auditor, lang, "", photograph)).isEqualTo(answered);
            assertThat(handsIn(auditor, lang, saved.note().toString(), new byte[0])).isEqualTo(answered);
        }

        Path file = Files.write(folder.resolve("photograph"), photograph);
        assertThat(SavedCheckpoint.read(file)).as("as ./ledger since reads it").isEqualTo(saved);
    }

    private static String handsIn(Caller caller, String lang, String text, byte[] picture) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"checkpoint\"\r\n\r\n" + text
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"p\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return caller.with("Accept", "text/html").with("Content-Type", "multipart/form-data; boundary=x")
                .posts("/since?lang=" + lang, body.toByteArray()).thenStatus(200).text();
    }

    @Test
    void what_is_no_checkpoint_is_refused_with_what_to_do_in_both_languages() {
        Caller auditor = ledger.as("auditor");
        byte[] blank = Photograph.png(new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY));
        Caller png = auditor.with("Content-Type", "image/png");
        png.posts("/api/v1/log/since", blank).thenProblem(422, "checkpoint.no-code");
        png.posts("/api/v1/log/since", new byte[] {0, 1, 2}).thenProblem(422, "checkpoint.not-a-picture");
        png.posts("/api/v1/log/since", new byte[SavedCheckpoint.BYTES_MAX + 1])
                .thenProblem(413, "checkpoint.too-many-bytes");
        auditor.with("Content-Type", "text/plain").posts("/api/v1/log/since", "x")
                .thenProblem(422, "checkpoint.unreadable");
        auditor.posts("/api/v1/log/since", "{}").thenStatus(415);
        ledger.anyone().with("Content-Type", "image/png").posts("/api/v1/log/since", blank).thenStatus(401);

        assertThat(handsIn(auditor, "vi", "", blank)).contains("Không đọc được mã QR nào");
        assertThat(handsIn(auditor, "en", "", blank)).contains("No QR code can be read");
        assertThat(handsIn(auditor, "vi", "", new byte[SavedCheckpoint.BYTES_MAX + 1])).contains("quá lớn");
        assertThat(handsIn(auditor, "en", "", new byte[34_000_000])).contains("too large");
    }

    @Test
    void a_history_that_was_rewritten_or_cut_is_proved_by_the_two_checkpoints() {
        try (TestLedger before = TestLedger.signedWith(KEY); TestLedger after = TestLedger.signedWith(KEY)) {
            financed(before.as("officer"), "PRJ-1");
            SignedCheckpoint saved = before.ledger().checkpoints().latest();
            registered(after.as("officer"), "PRJ-1");

            Answer shrunk = asks(after, saved, "").thenStatus(200);
            assertThat(shrunk.at("/verdict")).isEqualTo("shrunk");

            for (int i = 0; i < 8; i++) {
                registered(after.as("officer"), "PRJ-x" + i);
            }
            Answer rewritten = asks(after, saved, "").thenStatus(200);
            assertThat(rewritten.at("/verdict")).isEqualTo("rewritten");
            assertThat(rewritten.at("/saved")).isEqualTo(saved.note().toString());
            assertThat(rewritten.at("/rootNow")).isNotEqualTo(saved.checkpoint().root().base64());
            assertThat(after.as("auditor").with("Accept", "text/html").gets("/since" + query(saved) + "&lang=en")
                    .thenStatus(200).text()).contains("History was rewritten");
        }
    }

    @Test
    void a_checkpoint_of_another_ledger_or_of_none_shows_nothing() {
        registered(ledger.as("officer"), "PRJ-5");
        SignedCheckpoint foreign = SignedCheckpoint.sign(ledger.ledger().checkpoints().latest().checkpoint(),
                new NoteSigner("ledger.example/test", SigningKey.generate()));
        assertThat(asks(ledger, foreign, "").thenStatus(200).at("/verdict")).isEqualTo("not-ours");
        assertThat(ledger.as("auditor").gets("/api/v1/log/since?checkpoint=nonsense")
                .thenProblem(400, "request.wrong-parameter").at("/arguments/parameter")).isEqualTo("checkpoint");
        ledger.anyone().gets("/api/v1/log/since" + query(foreign)).thenStatus(401);
    }
}
