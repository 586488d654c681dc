package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    @Test
    void entries_are_behind_their_length_in_two_bytes() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[0], new byte[] {7}, new byte[300]));
        assertThat(bundle).hasSize(6 + 301).startsWith(0, 0, 0, 1, 7, 1, 44);
        assertThat(EntryBundle.decode(path(3), bundle)).containsExactly(new byte[0], new byte[] {7}, new byte[300]);
    }

    @Test
    void the_largest_bundle_is_read_back() {
        List<byte[]> entries = Collections.nCopies(256, new byte[65_535]);
        byte[] bundle = EntryBundle.encode(entries);
        assertThat(bundle).hasSize(Limits.BUNDLE_BYTES_MAX);
        assertThat(EntryBundle.decode(path(256), bundle)).hasSize(256).last().isEqualTo(new byte[65_535]);
    }

    @Test
    void a_bundle_of_another_width_or_length_is_refused() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2}, new byte[] {3}));
        assertMalformed(1, bundle, "has bytes after its 1 entries");
        assertMalformed(3, bundle, "has 2 entries, not 3");
        assertMalformed(2, Arrays.copyOf(bundle, 6), "ends inside entry 1");
        assertMalformed(2, Arrays.copyOf(bundle, 5), "ends inside the length of entry 1");
        assertMalformed(2, Arrays.copyOf(bundle, 8), "has bytes after its 2 entries");
        assertMalformed(1, new byte[0], "has 0 entries, not 1");
        assertMalformed(256, new byte[Limits.BUNDLE_BYTES_MAX + 1], "longer than");
    }

    @Test
    void what_a_bundle_cannot_hold_is_refused() {
        assertThatThrownBy(() -> EntryBundle.encode(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.encode(Collections.nCopies(257, new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.decode(new TilePath(0, 0, 1), new byte[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TilePath path(int width) {
        return new TilePath(TilePath.ENTRIES, 0, width);
    }

    private static void assertMalformed(int width, byte[] bundle, String what) {
        assertThatThrownBy(() -> EntryBundle.decode(path(width), bundle)).isInstanceOf(TlogException.Malformed.class)
                .hasMessageContaining(what);
    }
}
