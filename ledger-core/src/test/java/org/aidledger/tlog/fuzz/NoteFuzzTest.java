package org.aidledger.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.Note;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.VerifierKey;

/** Signed notes, verifier keys and the notes by which keys are handed on. */
class NoteFuzzTest {

    private static final VerifierKey KEY =
            VerifierKey.parse("ledger.example/aid+e39610e9+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");

    @FuzzTest(maxDuration = "1m")
    void a_note_is_read_as_it_is_written_or_refused(byte[] bytes) {
        Parsed.orRefused(bytes, Note::parse).ifPresent(note -> {
            assertThat(note.toBytes()).isEqualTo(bytes);
            try {
                assertThat(note.verify(List.of(KEY))).isNotEmpty();
            } catch (TlogException.Unproven refused) {
                assertThat(refused.what()).isNotBlank();
            }
        });
        Parsed.orRefused(bytes, KeyRotation::parseAll)
                .ifPresent(rotations -> assertThat(KeyRotation.write(rotations)).isEqualTo(bytes));
        Parsed.orRefused(new String(bytes, StandardCharsets.UTF_8), VerifierKey::parse)
                .ifPresent(key -> assertThat(key.toString().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes));
    }
}
