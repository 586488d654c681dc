package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {

    private static final NoteSigner LOG = new NoteSigner("ledger.example/aid",
            SigningKey.ofSeed(Trees.RFC_8032_TEST_1_SEED));
    private static final Cosigner WITNESS = new Cosigner("witness.example/w1", SigningKey.generate());
    private static final byte[] ENTRY = Trees.GOLDEN_ENTRIES.get(5);
    private static final TlogProof PROOF = proof();

    private static TlogProof proof() {
        List<Hash> leaves = Trees.leafHashes(Trees.GOLDEN_ENTRIES);
        SignedCheckpoint checkpoint = SignedCheckpoint.sign(new Checkpoint("ledger.example/aid", 8, Trees.root(leaves)),
                LOG);
        return new TlogProof(new MerkleTree(Trees.source(leaves)).inclusion(5, 8), checkpoint);
    }

    @Test
    void a_proof_file_is_written_as_the_specification_has_it_and_read_back() {
        assertThat(PROOF.toString()).isEqualTo("""
                c2sp.org/tlog-proof@v1
                index 5
                vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=
                yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=
                037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=

                ledger.example/aid
                8
                XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

                — ledger.example/aid 45YQ6dQjB4/EeAVNpDT6ZIdR/O+PoAftkXtpG65HJPoHI++rPGEpuD/0dI1O3cO9zHJqAaE9SZDDJTPELEiA3z3T/QU=
                """);
        TlogProof read = TlogProof.parse(PROOF.toBytes());
        assertThat(read).isEqualTo(PROOF);
        read.verify(ENTRY, LOG.verifierKey());
    }

    @Test
    void any_changed_byte_of_a_proof_file_is_refused() {
        byte[] file = PROOF.toBytes();
        for (int at = 0; at < file.length; at++) {
            for (int change : new int[] {0x01, 0x20}) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) change;
                assertThatThrownBy(() -> TlogProof.parse(changed).verify(ENTRY, LOG.verifierKey()))
                        .as("byte %d changed by %d", at, change).isInstanceOf(TlogException.class);
            }
        }
    }

    @Test
    void any_cut_of_a_proof_file_is_refused() {
        byte[] file = PROOF.toBytes();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(file, length);
            assertThatThrownBy(() -> TlogProof.parse(cut)).isInstanceOf(TlogException.Malformed.class);
        }
    }

    @Test
    void another_entry_or_another_log_is_not_proven() {
        assertThatThrownBy(() -> PROOF.verify(Trees.GOLDEN_ENTRIES.get(4), LOG.verifierKey()))
                .isInstanceOf(TlogException.Unproven.class)
                .hasMessageStartingWith("inclusion proof of entry 5 in size 8: leads to the root ");
        VerifierKey other = new NoteSigner("ledger.example/aid", SigningKey.generate()).verifierKey();
        assertThatThrownBy(() -> PROOF.verify(ENTRY, other)).hasMessage("note: not signed by a known key");
    }

    @Test
    void extra_data_and_cosignatures_are_kept() {
        SignedCheckpoint cosigned = PROOF.checkpoint()
                .with(WITNESS.cosign(PROOF.checkpoint().note().text(), Instant.ofEpochSecond(1_800_000_000)));
        TlogProof proof = new TlogProof("AAEC", PROOF.inclusion(), cosigned);
        TlogProof read = TlogProof.parse(proof.toBytes());
        assertThat(read).isEqualTo(proof);
        assertThat(read.extra()).isEqualTo("AAEC");
        read.verify(ENTRY, LOG.verifierKey(), List.of(WITNESS.verifierKey()), 1);
        assertThatThrownBy(() -> PROOF.verify(ENTRY, LOG.verifierKey(), List.of(WITNESS.verifierKey()), 1))
                .isInstanceOf(TlogException.Unproven.class);
    }

    @Test
    void a_tree_of_one_entry_has_an_empty_path() {
        Hash leaf = new TreeHasher().leaf(ENTRY);
        TlogProof proof = new TlogProof(new InclusionProof(0, 1, List.of()),
                SignedCheckpoint.sign(new Checkpoint("ledger.example/aid", 1, leaf), LOG));
        TlogProof.parse(proof.toBytes()).verify(ENTRY, LOG.verifierKey());
        assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nledger.example/aid\n1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2sp.org/tlog-proof@v2\nindex 5\n", "\nc2sp.org/tlog-proof@v1\nindex 5\n",
        "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v1\nindex 05\n", "c2sp.org/tlog-proof@v1\nindex\n",
        "c2sp.org/tlog-proof@v1\nindex 8\n", "c2sp.org/tlog-proof@v1\nindex -1\n",
        "c2sp.org/tlog-proof@v1\nindex 5 \n", "c2sp.org/tlog-proof@v1\nextra \nindex 5\n",
        "c2sp.org/tlog-proof@v1\nextra AA\nindex 5\n", "c2sp.org/tlog-proof@v1\nextra AA==\nextra AA==\nindex 5\n",
        "c2sp.org/tlog-proof@v1\nindex 5\nextra AA==\n", "c2sp.org/tlog-proof@v1\nindex 5\nAAAA\n",
        "c2sp.org/tlog-proof@v1\r\nindex 5\n"})
    void proof_files_of_another_form_are_refused(String head) {
        String file = head + "\n" + PROOF.checkpoint().note();
        assertThatThrownBy(() -> TlogProof.parse(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TlogException.Malformed.class);
    }

    @Test
    void proof_files_beyond_their_bounds_are_refused() {
        assertThatThrownBy(() -> TlogProof.parse(new byte[Limits.PROOF_FILE_BYTES_MAX + 1]))
                .hasMessageContaining("longer than");
        String long64 = "c2sp.org/tlog-proof@v1\nindex 5\n"
                + (TreeHasher.EMPTY_ROOT.base64() + "\n").repeat(64) + "\n" + PROOF.checkpoint().note();
        assertThatThrownBy(() -> TlogProof.parse(long64.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("proof file: more than 63 hashes");
        String extra = StrictText.base64(new byte[Limits.PROOF_EXTRA_BYTES_MAX + 1]);
        assertThatThrownBy(() -> new TlogProof(extra, PROOF.inclusion(), PROOF.checkpoint()))
                .isInstanceOf(TlogException.Malformed.class);
    }
}
