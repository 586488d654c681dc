package org.aidledger.app.exchange.evidence;

import static org.aidledger.app.testing.AidStory.financed;
import static org.aidledger.app.testing.AidStory.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aidledger.app.testing.TestLedger;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.BundleVerdict;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Members;
import org.aidledger.tlog.evidence.Problem;
import org.aidledger.tlog.evidence.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that went over to a new key, seen by those who have the old one and by those who have the new one. */
class KeyRotationTest {

    private static final SigningKey OLD = SigningKey.ofSeed(new byte[32]);

    @TempDir private static Path folder;
    private static TestLedger served;
    private static SignedCheckpoint saved;
    private static VerifierKey old;
    private static VerifierKey fresh;
    private static byte[] before;
    private static byte[] after;

    @BeforeAll
    static void given_a_bundle_and_a_checkpoint_of_before_and_a_bundle_of_after() {
        served = TestLedger.signedWith(OLD);
        financed(served.as("officer"), "PRJ-1");
        saved = SignedCheckpoint.parse(served.anyone().gets("/log/checkpoint").thenStatus(200).bytes());
        old = key();
        before = bundle("");
        assertThat(served.anyone().gets("/log/key-rotations").thenStatus(200).bytes()).isEmpty();
        served.ledger().checkpoints().rotateKey();
        registered(served.as("officer"), "PRJ-2");
        fresh = key();
        after = bundle("?since=" + URLEncoder.encode(saved.note().toString(), StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static VerifierKey key() {
        return VerifierKey.parse(new String(served.anyone().gets("/log/vkey").thenStatus(200).bytes(),
                StandardCharsets.UTF_8).strip());
    }

    private static byte[] bundle(String query) {
        return served.as("auditor").gets("/api/v1/evidence/projects/PRJ-1" + query).thenStatus(200).bytes();
    }

    private static BundleVerdict verdict(byte[] bytes, VerifierKey trusted, Optional<SignedCheckpoint> visited)
            throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "bundle", ".zip"), bytes);
        return BundleVerifier.verify(file, new Trust(Optional.of(trusted), List.of(), 0, visited));
    }

    private static List<String> codes(BundleVerdict verdict) {
        return verdict.problems().stream().map(Problem::code).toList();
    }

    @Test
    void a_bundle_of_after_is_sound_for_who_has_the_old_key_and_for_who_has_the_new_one() throws IOException {
        assertThat(fresh).isNotEqualTo(old);
        for (VerifierKey trusted : List.of(old, fresh)) {
            BundleVerdict verdict = verdict(after, trusted, Optional.of(saved));
            assertThat(verdict.problems()).isEmpty();
            assertThat(verdict.keyFingerprint()).isEqualTo(BundleVerifier.fingerprint(trusted));
            assertThat(verdict.held()).extracting(Problem::code).contains("held.rotation", "held.earlier");
        }
    }

    @Test
    void a_bundle_of_before_stays_sound_under_the_old_key() throws IOException {
        assertThat(codes(verdict(before, old, Optional.of(saved)))).isEmpty();
        assertThat(codes(verdict(before, fresh, Optional.empty()))).contains("key.differs");
    }

    @Test
    void who_found_the_old_key_cannot_go_on_with_it() throws IOException {
        byte[] forged = Tampering.of(after, t -> {
            SignedCheckpoint now = SignedCheckpoint.parse(t.get(Members.CHECKPOINT));
            byte[] signed =
                    SignedCheckpoint.sign(now.checkpoint(), new NoteSigner("ledger.example/test", OLD)).toBytes();
            t.put(Members.CHECKPOINT, signed);
            t.sign(OLD, "ledger.example/test");
        });
        assertThat(codes(verdict(forged, old, Optional.empty()))).contains("checkpoint.signature");
        assertThat(codes(verdict(forged, fresh, Optional.empty()))).contains("checkpoint.signature");
    }

    @Test
    void without_the_statement_or_with_another_the_new_key_is_a_stranger_to_who_has_the_old_one() throws IOException {
        byte[] without = Tampering.of(after, t -> t.remove(Members.KEY_ROTATIONS));
        assertThat(codes(verdict(without, old, Optional.empty()))).contains("key.differs", "checkpoint.signature",
                "member.missing");
        SigningKey forger = SigningKey.generate();
        byte[] forged = Tampering.of(after, t -> {
            KeyRotation real = KeyRotation.parseAll(t.get(Members.KEY_ROTATIONS)).getFirst();
            NoteSigner mine = new NoteSigner("ledger.example/test", forger);
            String text = real.note().text().replace(fresh.toString(), mine.verifierKey().toString());
            t.put(Members.KEY_ROTATIONS, mine.note(text).toBytes());
            t.sign(forger, "ledger.example/test");
        });
        assertThat(codes(verdict(forged, old, Optional.empty()))).contains("keys.unproven", "key.differs",
                "checkpoint.signature");
    }

    @Test
    void a_visitor_with_a_checkpoint_of_before_is_shown_that_the_log_went_on() {
        assertThat(served.as("auditor")
                .gets("/api/v1/log/since?checkpoint="
                        + URLEncoder.encode(saved.note().toString(), StandardCharsets.UTF_8))
                .thenStatus(200).at("/verdict")).isEqualTo("went-on");
    }

    @Test
    void the_statement_is_served_and_leads_from_the_old_key_to_the_new_one() {
        List<KeyRotation> rotations = KeyRotation.parseAll(
                served.anyone().gets("/log/key-rotations").thenStatus(200).bytes());
        assertThat(rotations).singleElement().satisfies(rotation -> {
            assertThat(rotation.from()).isEqualTo(old);
            assertThat(rotation.to()).isEqualTo(fresh);
            assertThat(rotation.at()).isEqualTo(saved.checkpoint());
        });
    }
}
