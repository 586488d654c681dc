package org.aidledger.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.aidledger.tlog.evidence.BundleVerdict;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Trust;
import org.aidledger.tlog.evidence.VerdictReport;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.junit.jupiter.api.Test;

/** Bundles: any file at all, and a well-formed archive of which one member is anything at all. */
class BundleFuzzTest {

    private static final byte[] SOUND = new SmallBundle().archive();
    private static final VerifierTexts TEXTS = VerifierTexts.in("vi");

    static BundleVerdict verdict(byte[] bytes) {
        try {
            BundleVerdict verdict = BundleVerifier.verify(new InMemoryFile(bytes), Trust.none(),
                    BundleVerifier.Progress.NONE);
            assertThat(VerdictReport.text(verdict, TEXTS)).isNotBlank();
            assertThat(VerdictReport.json(verdict, TEXTS)).startsWith("{\"sound\":");
            return verdict;
        } catch (IOException e) {
            throw new AssertionError("bytes in memory were not read", e);
        }
    }

    @Test
    void the_bundle_that_the_rest_is_made_of_is_sound() {
        assertThat(verdict(SOUND).problems()).isEmpty();
    }

    /**
     * The first byte chooses: below zero, the rest is the file; else the second byte names a member of a sound bundle that the
     * rest takes the place of, and which the ledger signs when the first is even.
     */
    @FuzzTest(maxDuration = "1m")
    void a_bundle_is_judged_or_refused_whatever_is_in_it(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] < 0) {
            byte[] file = Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length);
            assertThat(verdict(file).isSound()).isEqualTo(Arrays.equals(file, SOUND));
            return;
        }
        SmallBundle bundle = new SmallBundle();
        List<String> names = bundle.names();
        bundle.put(names.get((bytes[1] & 0xff) % names.size()), Arrays.copyOfRange(bytes, 2, bytes.length));
        if (bytes[0] % 2 == 0) {
            bundle.sign();
        }
        verdict(bundle.archive());
    }
}
