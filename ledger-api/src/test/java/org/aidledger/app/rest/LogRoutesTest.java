package org.aidledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.actor.Way;
import org.aidledger.app.testing.Answer;
import org.aidledger.app.testing.Caller;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectId;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.ConsistencyProof;
import org.aidledger.tlog.EntryBundle;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TilePath;
import org.aidledger.tlog.TlogProof;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.tlog.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log as a stranger's client reads it. */
class LogRoutesTest {

    private static final int EVENTS = 300;

    private static TestLedger served;

    @BeforeAll
    static void serve() {
        served = TestLedger.closed();
        for (int i = 0; i < EVENTS; i++) {
            var register = new RegisterProject(new ProjectId("PRJ-" + i), "P" + i, "Dự án " + i, null, AidKind.PROJECT,
                    BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(), null, null, List.of(), List.of(), null,
                    null, LocalDate.of(2024, 1, 1));
            assertThat(served.ledger().gateway().send(register, Request.of("lan", Way.DECIDED, "test")))
                    .isInstanceOf(Outcome.Recorded.class);
        }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static SignedCheckpoint checkpoint() {
        return SignedCheckpoint.parse(served.anyone().gets("/log/checkpoint").thenStatus(200).bytes());
    }

    @Test
    void anyone_gets_the_checkpoint_and_the_key_that_verifies_it() {
        Answer vkey = served.anyone().gets("/log/vkey").thenStatus(200);
        Answer answer = served.anyone().gets("/log/checkpoint").thenStatus(200);

        assertThat(vkey.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(SignedCheckpoint.parse(answer.bytes()).verify(VerifierKey.parse(vkey.text().strip())).size())
                .isEqualTo(EVENTS);
    }

    @Test
    void the_root_follows_from_the_entry_bundles_that_an_auditor_reads() {
        List<byte[]> entries = new ArrayList<>();
        for (String path : List.of("000", "001.p/44")) {
            Answer bundle = served.as("auditor").gets("/log/tile/entries/" + path).thenStatus(200);
            assertThat(bundle.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(bundle.header("Cache-Control")).contains("private");
            entries.addAll(EntryBundle.decode(TilePath.parse("tile/entries/" + path), bundle.bytes()));
        }

        assertThat(entries).hasSize(EVENTS);
        TreeHasher hasher = new TreeHasher();
        assertThat(RightEdge.empty().append(entries.stream().map(hasher::leaf).toList()).after().root())
                .isEqualTo(checkpoint().checkpoint().root());
    }

    @Test
    void hash_tiles_are_public_and_full_ones_may_be_kept_for_ever() {
        Answer full = served.anyone().gets("/log/tile/0/000").thenStatus(200);
        Answer partial = served.anyone().gets("/log/tile/0/001.p/44").thenStatus(200);

        assertThat(full.bytes()).hasSize(8_192);
        assertThat(full.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(partial.bytes()).hasSize(44 * 32);
        assertThat(partial.header("Cache-Control")).doesNotContain("immutable");
        assertThat(served.anyone().gets("/log/tile/1/000.p/1").thenStatus(200).bytes()).hasSize(32);
    }

    @Test
    void a_tile_that_is_not_there_yet_or_not_well_named_is_not_found() {
        for (String path : List.of("0/002", "0/001.p/45", "0/001", "0/1", "0/x000/001", "64/000", "2/000.p/1", "0/",
                "entriess/000")) {
            served.anyone().gets("/log/tile/" + path).thenStatus(404);
        }
    }

    @Test
    void a_proof_file_shows_offline_that_an_event_is_in_the_log() {
        VerifierKey key = VerifierKey.parse(served.anyone().gets("/log/vkey").thenStatus(200).text().strip());
        byte[] leaf = served.as("officer").gets("/api/v1/events/271").thenStatus(200).bytes();

        Answer proof = served.anyone().gets("/log/proof/271").thenStatus(200);

        assertThat(proof.header("Content-Disposition")).contains("event-271.tlog-proof");
        TlogProof.parse(proof.bytes()).verify(leaf, key);
        served.anyone().gets("/log/proof/300").thenProblem(404, "request.not-found");
    }

    @Test
    void entry_bundles_need_the_auditors_right() {
        served.anyone().gets("/log/tile/entries/000").thenStatus(401);
        served.as("officer").gets("/log/tile/entries/000").thenStatus(403);
        served.as("auditor").gets("/log/tile/entries/000").thenStatus(200);
    }

    @Test
    void the_proof_stands_beside_the_event() {
        VerifierKey key = VerifierKey.parse(served.anyone().gets("/log/vkey").thenStatus(200).text().strip());
        Answer event = served.as("auditor").gets("/api/v1/events/42").thenStatus(200);

        Answer proof = served.as("auditor").gets("/api/v1/events/42/proof").thenStatus(200);

        assertThat(proof.header("Content-Type")).startsWith("text/plain");
        TlogProof.parse(proof.bytes()).verify(event.bytes(), key);
        served.anyone().gets("/api/v1/events/42/proof").thenStatus(401);
        served.as("auditor").gets("/api/v1/events/99999/proof").thenProblem(404, "request.not-found");
    }

    @Test
    void a_smaller_log_is_shown_to_be_the_beginning_of_a_larger_one() {
        Caller auditor = served.as("auditor");
        Checkpoint now = checkpoint().checkpoint();
        for (long from : new long[] {0, 1, 7, 256, EVENTS}) {
            Answer answer = auditor.gets("/api/v1/log/consistency?from=" + from).thenStatus(200);
            SignedCheckpoint signed = SignedCheckpoint.parse(answer.at("/checkpoint").getBytes(StandardCharsets.UTF_8));
            assertThat(signed.checkpoint()).isEqualTo(now);
            consistency(answer).verify(Hash.parseBase64(answer.at("/fromRoot")), now.root());
        }
        Answer between = auditor.gets("/api/v1/log/consistency?from=100&to=200").thenStatus(200);
        assertThat(between.at("/checkpoint")).isEqualTo("null");
        consistency(between).verify(Hash.parseBase64(between.at("/fromRoot")), Hash.parseBase64(between.at("/toRoot")));

        for (String query : List.of("from=2&to=1", "from=-1", "from=0&to=99999", "from=x", "to=3")) {
            auditor.gets("/api/v1/log/consistency?" + query).thenStatus(400);
        }
    }

    private static ConsistencyProof consistency(Answer answer) {
        List<Hash> path = new ArrayList<>();
        answer.json().get("path").forEach(hash -> path.add(Hash.parseBase64(hash.asString())));
        return new ConsistencyProof(answer.json().get("from").asLong(), answer.json().get("to").asLong(), path);
    }
}
