package org.aidledger.app.rest;

import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.money;
import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.app.testing.AidStory;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.time.VietNam;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.ConsistencyProof;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.junit.jupiter.api.Test;

/** An auditor comes back with the checkpoint of the last visit. */
class SinceVisitTest {

    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);

    private static String query(SignedCheckpoint saved) {
        return "?checkpoint=" + URLEncoder.encode(saved.note().toString(), StandardCharsets.UTF_8);
    }

    private static Answer asks(TestLedger ledger, SignedCheckpoint saved, String more) {
        return ledger.as("auditor").gets("/api/v1/log/since" + query(saved) + more);
    }

    @Test
    void what_was_added_is_told_by_project_with_what_was_back_dated_and_what_was_reversed() {
        try (TestLedger ledger = TestLedger.signedWith(KEY)) {
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
        try (TestLedger ledger = TestLedger.signedWith(KEY)) {
            registered(ledger.as("officer"), "PRJ-1");
            SignedCheckpoint foreign = SignedCheckpoint.sign(ledger.ledger().checkpoints().latest().checkpoint(),
                    new NoteSigner("ledger.example/test", SigningKey.generate()));
            assertThat(asks(ledger, foreign, "").thenStatus(200).at("/verdict")).isEqualTo("not-ours");
            ledger.as("auditor").gets("/api/v1/log/since?checkpoint=nonsense").thenProblem(400,
                    "request.wrong-parameter");
            ledger.anyone().gets("/api/v1/log/since" + query(foreign)).thenStatus(401);
        }
    }
}
