package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** RFC 8785, 3.2.2 and 3.2.4. */
    @Test
    void the_sample_of_the_rfc_gives_its_bytes() {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertThat(text(JSON.readTree(sample))).isEqualTo("""
                {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
                "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    /** RFC 8785, 3.2.3: by UTF-16 code units, so the emoji (a surrogate pair) comes before U+FB33. */
    @Test
    void names_are_sorted_by_utf_16_code_units() {
        String sample = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""";
        assertThat(text(JSON.readTree(sample))).isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\","
                + "\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void names_are_sorted_at_every_depth_and_elements_keep_their_order() {
        String sample =
                "{\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56},\"10\":{},\"\":\"empty\",\"a\":[3,1,{\"b\":[],\"A\":2}]}";
        assertThat(text(JSON.readTree(sample))).isEqualTo(
                "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},\"a\":[3,1,{\"A\":2,\"b\":[]}]}");
    }

    @Test
    void control_characters_are_escaped_in_the_shortest_way_and_nothing_else_is() {
        var every = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            every.append(c);
        }
        assertThat(text(every + "\"\\/\u007f\u2028"))
                .isEqualTo("\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007"
                        + "\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018"
                        + "\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f\\\"\\\\/\u007f\u2028\"");
    }

    @Test
    void text_is_neither_normalised_nor_cut() {
        assertThat(text("A\u030a \u00c5 viện trợ \ud83d\ude00")).isEqualTo("\"A\u030a \u00c5 viện trợ \ud83d\ude00\"");
        assertThat(text("đ".repeat(100_000))).hasSize(100_002);
    }

    @Test
    void integers_of_every_kind_are_plain_digits() {
        assertThat(text(List.of((byte) -1, (short) 2, 3, 9007199254740992L, BigInteger.valueOf(-5),
                new BigDecimal("1.500"), 0.25f, -0.0, new BigInteger("1000000000000000000000"))))
                .isEqualTo("[-1,2,3,9007199254740992,-5,1.5,0.25,0,1e+21]");
    }

    @Test
    void a_number_that_a_double_would_change_is_refused() {
        refused(9007199254740993L, "does not fit a double");
        refused(Long.MIN_VALUE + 1, "does not fit a double");
        refused(Long.MIN_VALUE, "does not fit a double");
        refused(new BigDecimal("0.12345678901234567890"), "does not fit a double");
        refused(new BigDecimal("1e400"), "no form");
        refused(new BigDecimal("1e-400"), "does not fit a double");
        refused(Double.NaN, "no form");
        refused(Float.NEGATIVE_INFINITY, "no form");
        refused(new AtomicInteger(), "AtomicInteger");
    }

    @Test
    void a_lone_surrogate_is_refused_in_a_name_and_in_a_value() {
        refused("\ud800", "surrogate");
        refused("a\udc00b", "surrogate");
        refused("\ud800\ud800\udc00", "surrogate");
        refused(Map.of("\udead", 1), "surrogate");
    }

    @Test
    void a_name_given_twice_is_refused() {
        var map = new IdentityHashMap<String, Object>();
        map.put("a", 1);
        map.put(new String("a"), 2);
        refused(map, "given twice");
    }

    @Test
    void what_is_no_json_value_is_refused() {
        refused(Map.of(1, 2), "must be a string");
        refused('c', "Character");
        refused(JsonNodeFactory.instance.binaryNode(new byte[1]), "BINARY");
        refused(JsonNodeFactory.instance.missingNode(), "MISSING");
        List<Object> deep = List.of();
        for (int i = 0; i < CanonicalJson.DEPTH_MAX; i++) {
            deep = List.of(deep);
        }
        refused(deep, "nested deeper");
    }

    @Test
    void random_values_read_back_equal_and_have_one_form_whatever_their_order() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Object value = randomValue(random, 0);
            byte[] bytes = CanonicalJson.bytes(value);
            var read = JSON.readTree(bytes);
            assertThat(CanonicalJson.bytes(read)).as("seed %d, value %s", seed, value).isEqualTo(bytes);
            assertThat(CanonicalJson.bytes(reversed(value))).as("seed %d", seed).isEqualTo(bytes);
            assertThat(read).as("seed %d", seed).isEqualTo(JSON.readTree(JSON.writeValueAsString(value)));
        }
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth < 4 ? 8 : 6)) {
            case 0 -> random.nextBoolean();
            case 1 -> random.nextInt();
            case 2 -> random.nextLong(-(1L << 53), 1L << 53);
            case 3 -> finite(random);
            case 4, 5 -> randomText(random);
            case 6 -> {
                var list = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    list.add(random.nextInt(10) == 0 ? null : randomValue(random, depth + 1));
                }
                yield list;
            }
            default -> {
                var map = new LinkedHashMap<String, Object>();
                for (int i = random.nextInt(8); i > 0; i--) {
                    map.put(randomText(random), randomValue(random, depth + 1));
                }
                yield map;
            }
        };
    }

    private static double finite(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        // Whole doubles read back as integers elsewhere, so the comparison with another reader needs a fraction.
        return Double.isFinite(value) && value != Math.rint(value) ? value : random.nextDouble();
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int point = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(0x80);
                case 1 -> random.nextInt(0x800);
                case 2 -> random.nextInt(0xD800);
                default -> random.nextInt(0x10000, 0x110000);
            };
            text.appendCodePoint(point);
        }
        return text.toString();
    }

    private static @Nullable Object reversed(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> {
                var copy = new ArrayList<>();
                list.forEach(element -> copy.add(reversed(element)));
                yield copy;
            }
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<>();
                new ArrayList<>(map.entrySet()).reversed().forEach(e -> copy.put(e.getKey(), reversed(e.getValue())));
                yield copy;
            }
            default -> value;
        };
    }

    private static String text(Object value) {
        return new String(CanonicalJson.bytes(value), UTF_8);
    }

    private static void refused(Object value, String reason) {
        assertThatThrownBy(() -> CanonicalJson.bytes(value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
