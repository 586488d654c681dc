package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Reads JSON that is in the form RFC 8785 gives it, and nothing else: any other spelling of the same value is an
 * {@link UnreadableLeaf}. Knowing the one spelling makes reading faster than a general parser, and reading is checking.
 */
final class CanonicalInput {

    /** Integers of so many digits are exact in a double whatever they are. */
    private static final int EXACT_DIGITS_MAX = 15;
    private static final int LONG_DIGITS_MAX = 16;

    private final byte[] bytes;
    private final int end;
    private int at;

    CanonicalInput(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    int offset() {
        return at;
    }

    /** Goes back, or on, to where a value begins. */
    void seek(int offset) {
        at = offset;
    }

    byte[] slice(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    UnreadableLeaf bad(String reason) {
        return new UnreadableLeaf(at, reason);
    }

    /** Steps over these bytes when they are next. */
    boolean accept(byte[] literal) {
        int next = at + literal.length;
        if (next > end || !Arrays.equals(bytes, at, next, literal, 0, literal.length)) {
            return false;
        }
        at = next;
        return true;
    }

    boolean accept(char ascii) {
        if (at < end && bytes[at] == ascii) {
            at++;
            return true;
        }
        return false;
    }

    void expect(byte[] literal) {
        if (!accept(literal)) {
            throw bad("expected " + new String(literal, ISO_8859_1));
        }
    }

    void expect(char ascii) {
        if (!accept(ascii)) {
            throw bad("expected " + ascii);
        }
    }

    void expectEnd() {
        if (at != end) {
            throw bad("expected the end");
        }
    }

    /** So many bytes, each of them one character. */
    String ascii(int count) {
        if (end - at < count) {
            throw bad("expected " + count + " characters");
        }
        at += count;
        return new String(bytes, at - count, count, ISO_8859_1);
    }

    /** So many decimal digits. */
    int digits(int count) {
        if (end - at < count) {
            throw bad("expected " + count + " digits");
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                throw bad("expected a digit");
            }
            value = value * 10 + digit;
            at++;
        }
        return value;
    }

    /** A whole number that a double holds exactly. */
    long integer() {
        int start = at;
        boolean negative = accept('-');
        int first = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - first < LONG_DIGITS_MAX) {
            value = value * 10 + (bytes[at++] - '0');
        }
        boolean spelledOtherwise = at == first || bytes[first] == '0' && (negative || at - first > 1);
        if (spelledOtherwise || !CanonicalOutput.isExact(value) || at < end && isNumberPart(bytes[at])) {
            at = start;
            throw bad("expected a whole number of at most 2^53");
        }
        return negative ? -value : value;
    }

    String string() {
        expect('"');
        int start = at;
        int seen = 0;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                String text = seen < 0 ? utf8(start, at) : new String(bytes, start, at - start, ISO_8859_1);
                at++;
                return text;
            }
            if (b == '\\') {
                return escaped(start);
            }
            if (b >= 0 && b < 0x20) {
                throw bad("a control character is not escaped");
            }
            seen |= b;
            at++;
        }
        throw bad("a text does not end");
    }

    private String utf8(int from, int to) {
        String text = new String(bytes, from, to - from, UTF_8);
        // Java puts this character for what is not UTF-8; it may also really be there.
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(UTF_8), slice(from, to))) {
            at = from;
            throw bad("the text is not UTF-8");
        }
        return text;
    }

    private String escaped(int start) {
        var text = new StringBuilder();
        int from = start;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                text.append(utf8(from, at));
                at++;
                return text.toString();
            }
            if (b == '\\') {
                text.append(utf8(from, at));
                text.append(escape());
                from = at;
            } else if (b >= 0 && b < 0x20) {
                throw bad("a control character is not escaped");
            } else {
                at++;
            }
        }
        throw bad("a text does not end");
    }

    /** The shortest escape only: two characters where JSON has one, lower-case hex elsewhere (3.2.2.2). */
    private char escape() {
        int start = at++;
        char c = switch (at < end ? bytes[at++] : 0) {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> (char) control();
            default -> 0xFFFF;
        };
        if (c == 0xFFFF) {
            at = start;
            throw bad("this character has another escape, or none");
        }
        return c;
    }

    private int control() {
        if (end - at < 4 || bytes[at] != '0' || bytes[at + 1] != '0' || bytes[at + 2] != '0' && bytes[at + 2] != '1') {
            return 0xFFFF;
        }
        int low = Character.digit(bytes[at + 3], 16);
        int code = (bytes[at + 2] - '0') * 16 + low;
        boolean upperCase = bytes[at + 3] >= 'A' && bytes[at + 3] <= 'F';
        at += 4;
        return low < 0 || upperCase || code == '\b' || code == '\t' || code == '\n' || code == '\f' || code == '\r'
                ? 0xFFFF
                : code;
    }

    /** Steps over any value, checking its form. */
    void skip() {
        skip(0);
    }

    private void skip(int depth) {
        switch (at < end ? bytes[at] : 0) {
            case '{' -> skipObject(depth);
            case '[' -> skipArray(depth);
            case '"' -> skipString();
            case 't' -> expect(Literals.TRUE);
            case 'f' -> expect(Literals.FALSE);
            case 'n' -> expect(Literals.NULL);
            default -> skipNumber();
        }
    }

    private void skipObject(int depth) {
        descend(depth);
        if (accept('}')) {
            return;
        }
        int previous = -1;
        boolean previousPlain = false;
        do {
            int name = at;
            boolean plain = skipString();
            if (previous >= 0
                    && !(plain && previousPlain ? isBefore(previous, name) : isBeforeAsText(previous, name))) {
                at = name;
                throw bad("names are not in order");
            }
            previous = name;
            previousPlain = plain;
            expect(':');
            skip(depth + 1);
        } while (accept(','));
        expect('}');
    }

    /** Of two names in plain ASCII, quotes included. */
    private boolean isBefore(int one, int other) {
        int i = 1;
        while (bytes[one + i] == bytes[other + i]) {
            if (bytes[one + i] == '"') {
                return false;
            }
            i++;
        }
        return bytes[one + i] == '"' || bytes[other + i] != '"' && bytes[one + i] < bytes[other + i];
    }

    /** By UTF-16 code units, which is not the order of the bytes. */
    private boolean isBeforeAsText(int one, int other) {
        int back = at;
        at = one;
        String first = string();
        at = other;
        boolean before = first.compareTo(string()) < 0;
        at = back;
        return before;
    }

    private void descend(int depth) {
        if (depth >= CanonicalJson.DEPTH_MAX) {
            throw bad("nested deeper than " + CanonicalJson.DEPTH_MAX);
        }
        at++;
    }

    private void skipArray(int depth) {
        descend(depth);
        if (accept(']')) {
            return;
        }
        do {
            skip(depth + 1);
        } while (accept(','));
        expect(']');
    }

    /** Returns whether it is ASCII without escapes. */
    private boolean skipString() {
        int start = at;
        expect('"');
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                at++;
                return true;
            }
            if (b < 0x20 || b == '\\') {
                at = start;
                // Checks the escapes and the UTF-8.
                string();
                return false;
            }
            at++;
        }
        throw bad("a text does not end");
    }

    private void skipNumber() {
        int start = at;
        boolean plain = true;
        while (at < end && isNumberPart(bytes[at])) {
            plain &= bytes[at] >= '0' && bytes[at] <= '9';
            at++;
        }
        if (plain && at > start && at - start <= EXACT_DIGITS_MAX && (bytes[start] != '0' || at - start == 1)) {
            return;
        }
        var text = new String(bytes, start, at - start, ISO_8859_1);
        if (!isCanonicalNumber(text)) {
            at = start;
            throw bad("expected a value");
        }
    }

    private static boolean isCanonicalNumber(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) && EcmaScriptNumber.text(value).equals(text);
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean isNumberPart(byte b) {
        return b >= '0' && b <= '9' || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
    }
}
