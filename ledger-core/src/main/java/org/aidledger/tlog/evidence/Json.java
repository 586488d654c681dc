package org.aidledger.tlog.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value (RFC 8259). What is absent reads as {@link Literal#NULL}. */
public sealed interface Json {

    /** An object; its members in the order they were written. */
    record Members(Map<String, Json> all) implements Json {
    }

    /** An array. */
    record Items(List<Json> all) implements Json {
        public Items {
            all = List.copyOf(all);
        }
    }

    /** A string. */
    record Text(String value) implements Json {
    }

    /** A number as it was written. */
    record Digits(String value) implements Json {
    }

    /** The three words of JSON. */
    enum Literal implements Json {
        TRUE, FALSE, NULL
    }

    /**
     * Reads one value and nothing after it, strictly; a name that occurs twice in an object is refused.
     *
     * @param where what is read, for the message
     * @throws org.aidledger.tlog.TlogException.Malformed
     *             when it is not JSON, or nested too deeply
     */
    static Json parse(byte[] utf8, String where) {
        return new JsonReader(utf8, where).read();
    }

    /** The member of this name; NULL when this is no object or has none. */
    default Json get(String name) {
        return this instanceof Members members ? members.all().getOrDefault(name, Literal.NULL) : Literal.NULL;
    }

    /** The items; empty when this is no array. */
    default List<Json> items() {
        return this instanceof Items items ? items.all() : List.of();
    }

    /** The members; empty when this is no object. */
    default Map<String, Json> members() {
        return this instanceof Members members ? members.all() : Map.of();
    }

    /** The text; empty when this is no string. */
    default Optional<String> text() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The text, or what stands for it where there is none. */
    default String text(String otherwise) {
        return text().orElse(otherwise);
    }

    /** The whole number; -1 when this is none from 0 to 2^63-1. */
    default long number() {
        if (this instanceof Digits digits && digits.value().matches("0|[1-9][0-9]{0,18}")) {
            BigDecimal value = new BigDecimal(digits.value());
            return value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0 ? value.longValueExact() : -1;
        }
        return -1;
    }

    /** Whether there is a value. */
    default boolean isPresent() {
        return this != Literal.NULL;
    }
}
