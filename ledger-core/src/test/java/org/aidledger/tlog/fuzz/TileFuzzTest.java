package org.aidledger.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.aidledger.tlog.EntryBundle;
import org.aidledger.tlog.Limits;
import org.aidledger.tlog.TilePath;
import org.aidledger.tlog.TiledHashes;
import org.aidledger.tlog.TlogException;

/** Paths of tiles, bundles of entries, and tiles as a server sends them. The first byte says how wide. */
class TileFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void tiles_bundles_and_their_paths_are_read_or_refused(byte[] bytes) {
        Parsed.orRefused(new String(bytes, StandardCharsets.UTF_8), TilePath::parse)
                .ifPresent(path -> assertThat(path.toString().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes));
        int width = 1 + (bytes.length == 0 ? 0 : bytes[0] & 0xff);
        byte[] body = bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
        TilePath path = new TilePath(TilePath.ENTRIES, 0, width);
        Parsed.orRefused(body, bundle -> EntryBundle.decode(path, bundle)).ifPresent(entries -> {
            assertThat(entries).hasSize(width);
            assertThat(EntryBundle.encode(entries)).isEqualTo(body);
        });
        try {
            assertThat(new TiledHashes(width, asked -> body).hashes(0, 0, width))
                    .hasSize(width * Limits.HASH_BYTES);
        } catch (TlogException refused) {
            assertThat(refused.what()).isNotBlank();
        }
    }
}
