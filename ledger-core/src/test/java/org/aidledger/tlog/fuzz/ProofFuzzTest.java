package org.aidledger.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.TlogProof;
import org.aidledger.tlog.evidence.ConsistencyFile;

/** Proof files and consistency proofs, which are also what a witness is sent. */
class ProofFuzzTest {

    private static final Hash LEAF = Hash.of(new byte[32]);

    @FuzzTest(maxDuration = "1m")
    void a_proof_is_read_as_it_is_written_or_refused(byte[] bytes) {
        Parsed.orRefused(bytes, TlogProof::parse).ifPresent(proof -> {
            assertThat(proof.toBytes()).isEqualTo(bytes);
            try {
                proof.inclusion().verify(LEAF, proof.checkpoint().checkpoint().root());
            } catch (TlogException.Unproven refused) {
                assertThat(refused.what()).isNotBlank();
            }
        });
        try {
            Parsed.orRefused(bytes, ConsistencyFile::parse).ifPresent(file -> {
                assertThat(file.toBytes()).isEqualTo(bytes);
                try {
                    file.proof().verify(LEAF, file.checkpoint().checkpoint().root());
                } catch (TlogException.Unproven refused) {
                    assertThat(refused.what()).isNotBlank();
                }
            });
        } catch (ConsistencyFile.Backwards refused) {
            assertThat(refused).hasMessageContaining("is larger than");
        }
    }
}
