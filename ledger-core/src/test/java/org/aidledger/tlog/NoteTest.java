package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    private static final String VKEY = "ledger.example/aid+e39610e9+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
    private static final String TEXT = "ledger.example/aid\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";
    private static final String LOG_LINE = "— ledger.example/aid "
            + "45YQ6dQjB4/EeAVNpDT6ZIdR/O+PoAftkXtpG65HJPoHI++rPGEpuD/0dI1O3cO9zHJqAaE9SZDDJTPELEiA3z3T/QU=\n";
    private static final String WITNESS_LINE = "— witness.example/w1 63YswgAAAABlU/EAmgWCGBIWimK+nmJ4MoGOAAPCRLPWrvMZ"
            + "oRK5ARtpl8m2T/x2MZmZt+yZn6popNpjYmQzENp08LIZRO4m6/xODw==\n";
    private static final SigningKey KEY = SigningKey.ofSeed(Trees.RFC_8032_TEST_1_SEED);
    private static final NoteSigner LOG = new NoteSigner("ledger.example/aid", KEY);
    private static final Cosigner WITNESS = new Cosigner("witness.example/w1", KEY);
    private static final Checkpoint CHECKPOINT = new Checkpoint("ledger.example/aid", 8,
            Hash.parseHex(Trees.GOLDEN_ROOTS.get(7)));

    @Test
    void the_published_checkpoint_is_signed_byte_for_byte() {
        SignedCheckpoint signed = SignedCheckpoint.sign(CHECKPOINT, LOG);
        assertThat(signed.toBytes()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT + "\n" + LOG_LINE);
        assertThat(LOG.verifierKey()).hasToString(VKEY).isEqualTo(VerifierKey.parse(VKEY));
        SignedCheckpoint read = SignedCheckpoint.parse(signed.toBytes());
        assertThat(read).isEqualTo(signed);
        assertThat(read.verify(VerifierKey.parse(VKEY))).isEqualTo(CHECKPOINT);
    }

    @Test
    void the_published_cosignature_is_made_byte_for_byte_and_verified() {
        NoteSignature cosignature = WITNESS.cosign(TEXT, Instant.ofEpochSecond(1_700_000_000));
        assertThat(cosignature + "\n").isEqualTo(WITNESS_LINE);
        assertThat(cosignature.time(WITNESS.verifierKey())).contains(Instant.ofEpochSecond(1_700_000_000));
        assertThat(cosignature.time(LOG.verifierKey())).isEmpty();
        SignedCheckpoint signed = SignedCheckpoint.sign(CHECKPOINT, LOG).with(cosignature);
        List<VerifierKey> witnesses = List.of(VerifierKey.parse(WITNESS.verifierKey().toString()));
        assertThat(signed.verify(LOG.verifierKey(), witnesses, 1)).isEqualTo(CHECKPOINT);
        assertThatThrownBy(() -> SignedCheckpoint.sign(CHECKPOINT, LOG).verify(LOG.verifierKey(), witnesses, 1))
                .isInstanceOf(TlogException.Unproven.class).hasMessageContaining("0 known witnesses cosigned, 1");
        SignedCheckpoint twice = signed.with(WITNESS.cosign(TEXT, Instant.ofEpochSecond(1_700_000_001)));
        assertThatThrownBy(() -> twice.verify(LOG.verifierKey(), witnesses, 2))
                .as("one witness counts once").isInstanceOf(TlogException.Unproven.class);
    }

    @Test
    void a_changed_time_or_text_breaks_a_cosignature() {
        NoteSignature cosignature = WITNESS.cosign(TEXT, Instant.ofEpochSecond(1_700_000_000));
        byte[] bytes = StrictText.base64(cosignature.base64(), "test");
        bytes[11] ^= 1;
        Note moved = new Note(TEXT, List.of(new NoteSignature(cosignature.name(), StrictText.base64(bytes))));
        assertThatThrownBy(() -> moved.verify(Set.of(WITNESS.verifierKey()))).isInstanceOf(TlogException.Unproven.class)
                .hasMessage("signature line of witness.example/w1: the signature does not hold");
        Note changed = new Note(TEXT.replace("\n8\n", "\n9\n"), List.of(cosignature));
        assertThatThrownBy(() -> changed.verify(Set.of(WITNESS.verifierKey())))
                .isInstanceOf(TlogException.Unproven.class);
    }

    @Test
    void unknown_keys_are_ignored_and_a_known_keys_bad_signature_rejects_the_note() {
        NoteSigner other = new NoteSigner("other.example/log", SigningKey.generate());
        NoteSigner sameName = new NoteSigner("ledger.example/aid", SigningKey.generate());
        Note note = LOG.note(TEXT).with(other.sign(TEXT)).with(sameName.sign("forged\n"));
        assertThat(note.verify(List.of(LOG.verifierKey()))).extracting(Note.Verified::key)
                .containsExactly(LOG.verifierKey());
        assertThat(note.verify(List.of(LOG.verifierKey(), other.verifierKey()))).hasSize(2);
        assertThatThrownBy(() -> note.verify(List.of())).isInstanceOf(TlogException.Unproven.class)
                .hasMessage("note: not signed by a known key");
        assertThatThrownBy(() -> note.verify(List.of(LOG.verifierKey(), sameName.verifierKey())))
                .isInstanceOf(TlogException.Unproven.class).hasMessageContaining("does not hold");
        Note shortened = new Note(TEXT, List.of(new NoteSignature("ledger.example/aid", "45YQ6dQ=")));
        assertThatThrownBy(() -> shortened.verify(List.of(LOG.verifierKey())))
                .isInstanceOf(TlogException.Unproven.class);
    }

    @Test
    void a_checkpoint_of_another_origin_is_refused() {
        NoteSigner other = new NoteSigner("other.example/log", SigningKey.generate());
        assertThatThrownBy(() -> SignedCheckpoint.sign(CHECKPOINT, other)).isInstanceOf(TlogException.Unproven.class);
        SignedCheckpoint crossSigned = SignedCheckpoint.of(other.note(TEXT));
        assertThatThrownBy(() -> crossSigned.verify(other.verifierKey())).isInstanceOf(TlogException.Unproven.class)
                .hasMessageContaining("ledger.example/aid").hasMessageContaining("other.example/log");
        assertThatThrownBy(() -> crossSigned.verify(LOG.verifierKey())).isInstanceOf(TlogException.Unproven.class);
    }

    @Test
    void a_text_may_have_empty_lines_and_any_language() {
        Note note = LOG.note("viện trợ\n\nba dòng\n\n");
        assertThat(Note.parse(note.toBytes())).isEqualTo(note);
        assertThat(note.verify(List.of(LOG.verifierKey()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "text\n", "text\n\n", "text\n\n\n", "text\n— a.b AAAAAAA=\n",
        "text\n\n— a.b AAAAAAA=", "text\n\n- a.b AAAAAAA=\n", "text\n\n—a.b AAAAAAA=\n", "text\n\n—  AAAAAAA=\n",
        "text\n\n— a.b\n", "text\n\n— a.b \n", "text\n\n— a.b AAAA\n", "text\n\n— a.b AAAAAAA\n",
        "text\n\n— a.b AAAAAAB=\n", "text\n\n— a.b AAAAAAA= \n", "text\n\n— a+b AAAAAAA=\n",
        "text\n\n— a\u00a0b AAAAAAA=\n", "text\n\n— a\u0085b AAAAAAA=\n", "text\n\n— a\u2003b AAAAAAA=\n",
        "te\txt\n\n— a.b AAAAAAA=\n", "text\r\n\n— a.b AAAAAAA=\n", "text\0\n\n— a.b AAAAAAA=\n",
        "\n— a.b AAAAAAA=\n", "text\n\n— a.b AAAAAAA=\nmore\n"})
    void notes_of_another_form_are_refused(String note) {
        assertThatThrownBy(() -> Note.parse(note.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TlogException.Malformed.class);
    }

    @Test
    void notes_that_are_not_utf8_or_too_large_are_refused() {
        byte[] overlong = (TEXT + "\n" + LOG_LINE).getBytes(StandardCharsets.UTF_8);
        overlong[0] = (byte) 0xc0;
        assertThatThrownBy(() -> Note.parse(overlong)).hasMessage("note: not UTF-8");
        assertThatThrownBy(() -> Note.parse(new byte[Limits.NOTE_BYTES_MAX + 1])).hasMessageContaining("longer than");
        assertThatThrownBy(() -> Note.parse(TEXT + "\n" + LOG_LINE.repeat(101))).hasMessageContaining("more than 100");
        assertThat(Note.parse(TEXT + "\n" + LOG_LINE.repeat(100)).verify(Set.of(LOG.verifierKey()))).hasSize(100);
        assertThatThrownBy(() -> LOG.sign("lone \ud800\n")).isInstanceOf(TlogException.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b\n8\n", "a.b\n08\nR\n", "a.b\n+8\nR\n", "a.b\n-1\nR\n", "a.b\n\nR\n", "a.b\n8\nR",
        "\n8\nR\n", "a b\n8\nR\n", "a.b\n8\nR\n\n", "a.b\n8\nAAAA\n", "a.b\n4611686018427387905\nR\n",
        "a.b\n9223372036854775808\nR\n", "a.b\n99999999999999999999\nR\n", "a.b\n0\nR\n", "a.b\n8 \nR\n",
        "a.b\n٨\nR\n"})
    void checkpoints_of_another_form_are_refused(String pattern) {
        String text = pattern.replace("R", CHECKPOINT.root().base64());
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(TlogException.Malformed.class);
    }

    @Test
    void a_checkpoint_keeps_extension_lines_because_a_witness_signs_them() {
        Checkpoint checkpoint = Checkpoint.parse(TEXT + "more\n");
        assertThat(checkpoint.extensions()).containsExactly("more");
        assertThat(checkpoint.text()).isEqualTo(TEXT + "more\n");
        assertThat(Checkpoint.parse("a.b\n0\n" + TreeHasher.EMPTY_ROOT.base64() + "\n").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a+b", "ledger.example/aid+e39610e8+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
        "ledger.example/aid+E39610E9+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
        "ledger.example/aid+e39610e9+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea\n",
        "ledger.example/aid+e39610e9+BddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
        "ledger.example/aid+e39610e9+AtdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea", "ledger.example/aid+e39610e9+AQ==",
        "+e39610e9+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"})
    void verifier_keys_of_another_form_are_refused(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(TlogException.Malformed.class);
    }

    @Test
    void a_key_is_kept_as_pem_and_read_back() {
        SigningKey key = SigningKey.generate();
        assertThat(SigningKey.ofPem(key.toPem()).publicKey()).isEqualTo(key.publicKey());
        assertThat(SigningKey.ofPem(KEY.toPem()).publicKey()).asHexString()
                .isEqualTo("D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A");
        assertThat(key.toString()).doesNotContain(key.toPem().substring(30, 60));
        assertThatThrownBy(() -> SigningKey.ofPem("")).isInstanceOf(TlogException.Malformed.class);
        assertThatThrownBy(() -> SigningKey.ofPem(key.toPem().replace("PRIVATE", "PUBLIC")))
                .isInstanceOf(TlogException.Malformed.class);
        assertThatThrownBy(() -> SigningKey.ofPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"))
                .isInstanceOf(TlogException.Malformed.class);
    }
}
