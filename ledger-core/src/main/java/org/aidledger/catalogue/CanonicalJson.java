package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one byte sequence of a JSON value, by RFC 8785 (JSON Canonicalization Scheme): no white space, names sorted by
 * UTF-16 code units, the shortest escapes, numbers as ECMAScript prints them, UTF-8. These bytes are what the log
 * hashes, so two programs that agree on the value agree on the hash.
 *
 * <p>Takes a Jackson {@link JsonNode}, or plain {@code Map<String, ?>}, {@code List<?>}, {@code String}, {@code Number},
 * {@code Boolean} and {@code null}, in any mixture. Anything that has no canonical form is refused with
 * {@link IllegalArgumentException}: NaN and infinities (3.2.2.3), lone surrogates (3.2.2.2), a name given twice (3.1),
 * values nested deeper than {@value #DEPTH_MAX}, and decimal numbers whose canonical text would be another number (an
 * amount with more digits than a double holds belongs in a string).
 */
public final class CanonicalJson {

    /** How deep objects and arrays may nest; far above any event's, far below the stack's end. */
    public static final int DEPTH_MAX = 500;

    /** Integers up to this magnitude are exact in a double, so their digits need no rounding (RFC 8785, 3.2.2.3). */
    private static final long EXACT_INTEGER_MAX = 1L << 53;

    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
    private static final int CHARACTER_BYTES_MAX = 6;

    private byte[] buffer = new byte[512];
    private int size;

    private CanonicalJson() {
    }

    /**
     * The canonical bytes of a value.
     *
     * @throws IllegalArgumentException if the value has no canonical form
     */
    public static byte[] bytes(@Nullable Object value) {
        var out = new CanonicalJson();
        out.value(value, 0);
        return Arrays.copyOf(out.buffer, out.size);
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> ascii("null");
            case JsonNode node -> node(node, depth);
            case String text -> string(text);
            case Boolean flag -> ascii(flag ? "true" : "false");
            case Number number -> number(number);
            case Map<?, ?> map -> object(namesOf(map), map, depth);
            case List<?> list -> array(list, depth);
            default -> throw new IllegalArgumentException("no JSON form for a " + value.getClass().getName());
        }
    }

    private void node(JsonNode node, int depth) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node.propertyNames().toArray(String[]::new), node, depth);
            case ARRAY -> array(node.values(), depth);
            case STRING -> string(node.stringValue());
            case NUMBER -> number(node.numberValue());
            case BOOLEAN -> ascii(node.booleanValue() ? "true" : "false");
            case NULL -> ascii("null");
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("no JSON form for a node of type " + node.getNodeType());
        }
    }

    private static String[] namesOf(Map<?, ?> map) {
        var names = new String[map.size()];
        int count = 0;
        for (Object key : map.keySet()) {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a JSON name must be a string, not " + key);
            }
            names[count++] = name;
        }
        return names;
    }

    private void object(String[] names, Object holder, int depth) {
        descend(depth);
        // String's own order is by UTF-16 code units, which is the order that 3.2.3 asks for.
        Arrays.sort(names);
        put('{');
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            if (i > 0) {
                // Possible in a map that compares its keys by identity or ignoring case.
                if (name.equals(names[i - 1])) {
                    throw new IllegalArgumentException("the name \"" + name + "\" is given twice");
                }
                put(',');
            }
            string(name);
            put(':');
            value(holder instanceof JsonNode node ? node.get(name) : ((Map<?, ?>) holder).get(name), depth + 1);
        }
        put('}');
    }

    private void array(Iterable<?> elements, int depth) {
        descend(depth);
        put('[');
        boolean first = true;
        for (Object element : elements) {
            if (!first) {
                put(',');
            }
            first = false;
            value(element, depth + 1);
        }
        put(']');
    }

    private static void descend(int depth) {
        if (depth >= DEPTH_MAX) {
            throw new IllegalArgumentException("nested deeper than " + DEPTH_MAX);
        }
    }

    private void number(Number number) {
        switch (number) {
            case Integer value -> ascii(Integer.toString(value));
            case Long value when -EXACT_INTEGER_MAX <= value && value <= EXACT_INTEGER_MAX ->
                ascii(Long.toString(value));
            case Long value -> exactly(BigDecimal.valueOf(value));
            case Short value -> ascii(Short.toString(value));
            case Byte value -> ascii(Byte.toString(value));
            case Double value -> ascii(EcmaScriptNumber.text(value));
            case Float value -> ascii(EcmaScriptNumber.text(value));
            case BigInteger value -> exactly(new BigDecimal(value));
            case BigDecimal value -> exactly(value);
            default -> throw new IllegalArgumentException("no JSON form for a " + number.getClass().getName());
        }
    }

    /** JSON numbers are doubles here (3.2.2.3); a decimal that would silently become another one is refused. */
    private void exactly(BigDecimal decimal) {
        String text = EcmaScriptNumber.text(decimal.doubleValue());
        if (new BigDecimal(text).compareTo(decimal) != 0) {
            throw new IllegalArgumentException(
                    "the number " + decimal + " does not fit a double; write it as a string");
        }
        ascii(text);
    }

    private void string(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (size + CHARACTER_BYTES_MAX > buffer.length) {
                grow();
            }
            if (c < 0x80) {
                if (c >= 0x20 && c != '"' && c != '\\') {
                    buffer[size++] = (byte) c;
                } else {
                    escape(c);
                }
            } else if (c < 0x800) {
                buffer[size++] = (byte) (0xC0 | c >> 6);
                buffer[size++] = continuation(c);
            } else if (!Character.isSurrogate(c)) {
                buffer[size++] = (byte) (0xE0 | c >> 12);
                buffer[size++] = continuation(c >> 6);
                buffer[size++] = continuation(c);
            } else {
                i++;
                supplementary(c, i < text.length() ? text.charAt(i) : 0);
            }
        }
        put('"');
    }

    private void supplementary(char high, char low) {
        if (!Character.isSurrogatePair(high, low)) {
            throw new IllegalArgumentException("a lone surrogate has no UTF-8 form");
        }
        int point = Character.toCodePoint(high, low);
        buffer[size++] = (byte) (0xF0 | point >> 18);
        buffer[size++] = continuation(point >> 12);
        buffer[size++] = continuation(point >> 6);
        buffer[size++] = continuation(point);
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }

    /** The two-character escapes where JSON has one, lower-case hex elsewhere (3.2.2.2). */
    private void escape(char c) {
        buffer[size++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[size++] = (byte) c;
            case '\b' -> buffer[size++] = 'b';
            case '\t' -> buffer[size++] = 't';
            case '\n' -> buffer[size++] = 'n';
            case '\f' -> buffer[size++] = 'f';
            case '\r' -> buffer[size++] = 'r';
            default -> {
                buffer[size++] = 'u';
                buffer[size++] = '0';
                buffer[size++] = '0';
                buffer[size++] = HEX[c >> 4];
                buffer[size++] = HEX[c & 0xF];
            }
        }
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char ascii) {
        if (size == buffer.length) {
            grow();
        }
        buffer[size++] = (byte) ascii;
    }

    private void grow() {
        buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
    }
}
