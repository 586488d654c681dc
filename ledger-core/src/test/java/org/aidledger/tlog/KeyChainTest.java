package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyChainTest {

    private static final String ORIGIN = "ledger.example/aid";
    private static final NoteSigner FIRST = signer(1);
    private static final NoteSigner SECOND = signer(2);
    private static final NoteSigner THIRD = signer(3);
    private static final KeyRotation AT_FIVE = KeyRotation.sign(checkpoint(5), FIRST, SECOND);
    private static final KeyRotation AT_SEVEN = KeyRotation.sign(checkpoint(7), SECOND, THIRD);

    private static NoteSigner signer(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new NoteSigner(ORIGIN, SigningKey.ofSeed(bytes));
    }

    private static Checkpoint checkpoint(int size) {
        return new Checkpoint(ORIGIN, size, Trees.root(Trees.leaves(size)));
    }

    private static SignedCheckpoint signed(int size, NoteSigner signer) {
        return SignedCheckpoint.sign(checkpoint(size), signer);
    }

    private static void assertRefused(KeyChain keys, SignedCheckpoint checkpoint) {
        assertThatThrownBy(() -> keys.verify(checkpoint)).isInstanceOf(TlogException.Unproven.class);
    }

    @Test
    void a_checkpoint_counts_under_the_key_that_was_the_logs_at_its_size() {
        for (NoteSigner trusted : List.of(FIRST, SECOND, THIRD)) {
            KeyChain keys = KeyChain.through(trusted.verifierKey(), List.of(AT_SEVEN, AT_FIVE));

            assertThat(keys.keys()).containsExactly(FIRST.verifierKey(), SECOND.verifierKey(), THIRD.verifierKey());
            assertThat(keys.current()).isEqualTo(THIRD.verifierKey());
            for (int size = 1; size <= 8; size++) {
                for (NoteSigner signer : List.of(FIRST, SECOND, THIRD)) {
                    boolean inTime = signer == FIRST ? size <= 5 : signer == SECOND ? size >= 5 && size <= 7
                            : size >= 7;
                    if (inTime) {
                        assertThat(keys.verify(signed(size, signer)).size()).isEqualTo(size);
                    } else {
                        assertRefused(keys, signed(size, signer));
                    }
                }
            }
        }
    }

    @Test
    void where_a_key_was_handed_on_there_is_one_root() {
        KeyChain keys = KeyChain.through(FIRST.verifierKey(), List.of(AT_FIVE));
        Checkpoint other = new Checkpoint(ORIGIN, 5, Trees.root(Trees.leaves(4)));

        assertRefused(keys, SignedCheckpoint.sign(other, FIRST));
        assertRefused(keys, SignedCheckpoint.sign(other, SECOND));
    }

    @Test
    void a_checkpoint_that_both_keys_signed_counts_under_either() {
        SignedCheckpoint both = signed(5, SECOND).with(FIRST.sign(checkpoint(5).text()));

        assertThat(both.verify(FIRST.verifierKey())).isEqualTo(both.verify(SECOND.verifierKey()));
        assertThat(KeyChain.through(FIRST.verifierKey(), List.of(AT_FIVE)).verify(both)).isEqualTo(checkpoint(5));
    }

    @Test
    void without_the_statement_the_new_key_is_a_stranger() {
        assertRefused(KeyChain.of(FIRST.verifierKey()), signed(6, SECOND));
        assertRefused(KeyChain.through(FIRST.verifierKey(), List.of(AT_SEVEN)), signed(8, THIRD));
    }

    @Test
    void a_key_that_was_handed_on_twice_is_refused() {
        KeyRotation again = KeyRotation.sign(checkpoint(5), FIRST, THIRD);
        assertThatThrownBy(() -> KeyChain.through(FIRST.verifierKey(), List.of(AT_FIVE, again)))
                .isInstanceOf(TlogException.Unproven.class).hasMessageContaining("handed on twice");
        assertThat(KeyChain.through(FIRST.verifierKey(), List.of(AT_FIVE, AT_FIVE)).keys()).hasSize(2);
    }

    @Test
    void a_ring_of_keys_and_sizes_that_go_backwards_are_refused() {
        KeyRotation back = KeyRotation.sign(checkpoint(8), SECOND, FIRST);
        assertThatThrownBy(() -> KeyChain.through(FIRST.verifierKey(), List.of(AT_FIVE, back)))
                .isInstanceOf(TlogException.Unproven.class);
        KeyRotation earlier = KeyRotation.sign(checkpoint(4), SECOND, THIRD);
        assertThatThrownBy(() -> KeyChain.through(FIRST.verifierKey(), List.of(AT_FIVE, earlier)))
                .isInstanceOf(TlogException.Unproven.class).hasMessageContaining("follows one at size 5");
    }

    @Test
    void a_statement_that_one_of_the_keys_did_not_sign_is_refused() {
        for (NoteSigner alone : List.of(FIRST, SECOND)) {
            KeyRotation half = new KeyRotation(FIRST.verifierKey(), SECOND.verifierKey(), checkpoint(5),
                    alone.note(AT_FIVE.note().text()));
            assertThatThrownBy(() -> KeyChain.through(FIRST.verifierKey(), List.of(half)))
                    .isInstanceOf(TlogException.Unproven.class).hasMessageContaining("both keys");
        }
        Note forged = new Note(AT_FIVE.note().text(), List.of(AT_FIVE.note().signatures().get(0),
                new NoteSignature(ORIGIN, SECOND.sign("other\n").base64())));
        assertThatThrownBy(() -> new KeyRotation(FIRST.verifierKey(), SECOND.verifierKey(), checkpoint(5), forged)
                .verify()).isInstanceOf(TlogException.Unproven.class).hasMessageContaining("does not hold");
    }

    @Test
    void a_file_of_rotations_is_read_back_as_it_was_written_or_refused() {
        byte[] file = KeyRotation.write(List.of(AT_FIVE, AT_SEVEN));

        assertThat(KeyRotation.parseAll(file)).containsExactly(AT_FIVE, AT_SEVEN);
        assertThat(KeyRotation.parseAll(new byte[0])).isEmpty();
        assertThat(KeyRotation.write(List.of())).isEmpty();
        String text = new String(file, StandardCharsets.UTF_8);
        for (String changed : List.of(text + "\n", "\n" + text, text.replace("size 5", "size 05"),
                text.replace(ORIGIN + "\nfrom", "other.example\nfrom"), text.replace("\nto ", "\nfrom "),
                text.replace("key-rotation@v1", "key-rotation@v2"), text.substring(0, text.length() - 2),
                text.replace("\n\naidledger", "\naidledger"), "nonsense")) {
            assertThatThrownBy(() -> KeyRotation.parseAll(changed.getBytes(StandardCharsets.UTF_8))).as(changed)
                    .isInstanceOf(TlogException.Malformed.class);
        }
        List<KeyRotation> many = new ArrayList<>();
        for (int i = 0; i <= Limits.KEY_ROTATIONS_MAX; i++) {
            many.add(AT_FIVE);
        }
        assertThatThrownBy(() -> KeyRotation.parseAll(KeyRotation.write(many)))
                .isInstanceOf(TlogException.Malformed.class);
    }

    @Test
    void a_statement_is_no_checkpoint_and_a_checkpoint_no_statement() {
        assertThatThrownBy(() -> SignedCheckpoint.parse(AT_FIVE.note().toBytes()))
                .isInstanceOf(TlogException.Malformed.class);
        assertThatThrownBy(() -> KeyRotation.parseAll(signed(5, FIRST).toBytes()))
                .isInstanceOf(TlogException.Malformed.class);
    }
}
