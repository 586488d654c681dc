package org.aidledger.catalogue;

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

    private final CanonicalOutput out = new CanonicalOutput(512);

    private CanonicalJson() {
    }

    /**
     * The canonical bytes of a value.
     *
     * @throws IllegalArgumentException if the value has no canonical form
     */
    public static byte[] bytes(@Nullable Object value) {
        var json = new CanonicalJson();
        json.value(value, 0);
        return json.out.bytes();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.ascii("null");
            case JsonNode node -> node(node, depth);
            case String text -> out.string(text);
            case Boolean flag -> out.ascii(flag ? "true" : "false");
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
            case STRING -> out.string(node.stringValue());
            case NUMBER -> number(node.numberValue());
            case BOOLEAN -> out.ascii(node.booleanValue() ? "true" : "false");
            case NULL -> out.ascii("null");
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
        out.put('{');
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            if (i > 0) {
                // Possible in a map that compares its keys by identity or ignoring case.
                if (name.equals(names[i - 1])) {
                    throw new IllegalArgumentException("the name \"" + name + "\" is given twice");
                }
                out.put(',');
            }
            out.string(name);
            out.put(':');
            value(holder instanceof JsonNode node ? node.get(name) : ((Map<?, ?>) holder).get(name), depth + 1);
        }
        out.put('}');
    }

    private void array(Iterable<?> elements, int depth) {
        descend(depth);
        out.put('[');
        boolean first = true;
        for (Object element : elements) {
            if (!first) {
                out.put(',');
            }
            first = false;
            value(element, depth + 1);
        }
        out.put(']');
    }

    private static void descend(int depth) {
        if (depth >= DEPTH_MAX) {
            throw new IllegalArgumentException("nested deeper than " + DEPTH_MAX);
        }
    }

    private void number(Number number) {
        switch (number) {
            case Integer value -> out.ascii(Integer.toString(value));
            case Long value when CanonicalOutput.isExact(value) -> out.integer(value);
            case Long value -> exactly(BigDecimal.valueOf(value));
            case Short value -> out.ascii(Short.toString(value));
            case Byte value -> out.ascii(Byte.toString(value));
            case Double value -> out.ascii(EcmaScriptNumber.text(value));
            case Float value -> out.ascii(EcmaScriptNumber.text(value));
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
        out.ascii(text);
    }
}
