package org.aidledger.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.SignedCheckpoint;

class CheckpointFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void a_checkpoint_is_read_as_it_is_written_or_refused(byte[] bytes) {
        Parsed.orRefused(bytes, SignedCheckpoint::parse).ifPresent(signed -> {
            assertThat(signed.toBytes()).isEqualTo(bytes);
            assertThat(signed.checkpoint().size()).isNotNegative();
        });
        String text = new String(bytes, StandardCharsets.UTF_8);
        Parsed.orRefused(text, Checkpoint::parse)
                .ifPresent(checkpoint -> assertThat(checkpoint.text()).isEqualTo(text));
    }
}
