package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CanonicalInputTest {

    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "false", "0", "-1", "9007199254740992", "1e+30", "4.5", "0.002", "1e-27",
        "5e-324", "100000000000000000000", "\"\"", "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\"", "\"đ€😀\ufffd\"", "[]",
        "[1,[],{}]", "{}", "{\"\":1,\"A\":2,\"a\":3,\"aa\":4}", "{\"a\\\"\":1,\"a\\\\\":2}", "{\"a\":1,\"a!\":2}",
        "{\"😀\":1,\"\ufb33\":2}"})
    void the_one_spelling_is_accepted(String json) {
        assertThat(isCanonicalByJackson(json.getBytes(UTF_8))).isTrue();
        assertThat(Catalogue.isCanonical(json.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "01", "-0", "+1", "1.0", "1E30", "1e30", "-", ".5", "1e400",
        "9007199254740993",
        "123456789012345678901234567890", "nul", "NaN", "\"", "\"\\/\"", "\"\\u0041\"", "\"\\u001F\"", "\"\\u000a\"",
        "\"\\u00e9\"", "\"\\\"", "\"\n\"", "[1,]", "[1", "[,1]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "{\"a\":1",
        "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "{\"a!\":1,\"a\":2}", "{\"\ufb33\":1,\"😀\":2}", "{\"a\": 1}", "1 2",
        "[]]"})
    void any_other_spelling_is_refused(String json) {
        assertThat(isCanonicalByJackson(json.getBytes(UTF_8))).isFalse();
        assertThat(Catalogue.isCanonical(json.getBytes(UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\u00ff\"", "\"\u00c0\u0080\"", "\"\u00ed\u00a0\u0080\"", "\"\u00e1\u00bb\"", "\"\u00bf\"",
                "\"\u00f4\u0090\u0080\u0080\"", "{\"\u00ff\":1}", "\"\\n\u00ff\""})
    void what_is_not_utf_8_is_refused(String bytes) {
        assertThat(Catalogue.isCanonical(bytes.getBytes(ISO_8859_1))).isFalse();
    }

    @Test
    void nesting_has_the_limit_it_has_when_writing() {
        int most = CanonicalJson.DEPTH_MAX;
        assertThat(Catalogue.isCanonical(("[".repeat(most) + "]".repeat(most)).getBytes(UTF_8))).isTrue();
        assertThat(Catalogue.isCanonical(("[".repeat(most + 1) + "]".repeat(most + 1)).getBytes(UTF_8))).isFalse();
        assertThat(Catalogue.isCanonical("[".repeat(1_000_000).getBytes(UTF_8))).isFalse();
    }

    @Test
    void a_changed_leaf_is_canonical_exactly_when_a_general_reader_and_writer_give_it_back() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var events = new RandomEvents(seed);
        var id = new UUID(seed, seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] leaf =
                    Catalogue.ledger().encode(id, "PRJ-1", 0, events.metadata(), events.next()).stamp(i, Instant.EPOCH);
            byte[] changed = change(leaf, random);
            boolean canonical = isCanonicalByJackson(changed);
            assertThat(Catalogue.isCanonical(changed)).as("seed %d: %s", seed, new String(changed, UTF_8))
                    .isEqualTo(canonical);
            if (!canonical) {
                assertThatThrownBy(() -> Catalogue.ledger().decode(changed)).as("seed %d", seed)
                        .isInstanceOf(UnreadableLeaf.class);
                assertThatThrownBy(() -> Catalogue.header(changed)).as("seed %d", seed)
                        .isInstanceOf(UnreadableLeaf.class);
            }
        }
    }

    /**
     * Whatever the bytes, reading ends with an event that writes the same bytes, or with the one exception. Where the change made
     * it an older revision of its type, it writes the newest.
     */
    @Test
    void a_changed_leaf_that_is_read_at_all_is_read_as_what_it_says() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var events = new RandomEvents(seed);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] leaf = Catalogue.ledger().encode(new UUID(0, i), "PRJ-1", 0, events.metadata(), events.next())
                    .stamp(i, Instant.EPOCH);
            byte[] changed = change(leaf, random);
            try {
                var entry = Catalogue.ledger().decode(changed);
                read++;
                byte[] written = Catalogue.ledger().encode(entry.id(), entry.stream(), entry.version(),
                        entry.metadata(), entry.payload()).stamp(entry.index(), entry.recordedAt());
                String revision = "\"revision\":";
                int newest = Catalogue.ledger().decode(written).revision();
                assertThat(new String(written, UTF_8)).as("seed %d", seed).isEqualTo(new String(changed, UTF_8)
                        .replace(revision + entry.revision() + ",\"stream\"", revision + newest + ",\"stream\""));
            } catch (UnreadableLeaf refused) {
                assertThat(refused.offset()).as("seed %d", seed).isBetween(0, changed.length);
            }
        }
        assertThat(read).as("seed %d", seed).isPositive();
    }

    private static byte[] change(byte[] leaf, Random random) {
        int at = random.nextInt(leaf.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = leaf.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> {
                byte[] changed = leaf.clone();
                // A likely character: another one of the same leaf.
                changed[at] = leaf[random.nextInt(leaf.length)];
                yield changed;
            }
            case 2 -> {
                int to = Math.min(leaf.length, at + random.nextInt(1, 20));
                byte[] changed = Arrays.copyOf(leaf, leaf.length - (to - at));
                System.arraycopy(leaf, to, changed, at, leaf.length - to);
                yield changed;
            }
            default -> {
                int length = random.nextInt(1, 20);
                int from = random.nextInt(leaf.length - length);
                byte[] changed = Arrays.copyOf(leaf, leaf.length + length);
                System.arraycopy(leaf, at, changed, at + length, leaf.length - at);
                System.arraycopy(leaf, from, changed, at, length);
                yield changed;
            }
        };
    }

    /** With a parser and a tree that know nothing of this package's reader. */
    private static boolean isCanonicalByJackson(byte[] json) {
        try {
            var tree = STRICT.readTree(json);
            return !tree.isMissingNode() && Arrays.equals(CanonicalJson.bytes(tree), json);
        } catch (JacksonException | IllegalArgumentException refused) {
            return false;
        }
    }
}
