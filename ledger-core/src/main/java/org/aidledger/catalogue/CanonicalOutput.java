package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** A growing buffer that takes texts and whole numbers in the one form RFC 8785 gives them. */
final class CanonicalOutput {

    /** Integers up to this magnitude are exact in a double, so their digits need no rounding (RFC 8785, 3.2.2.3). */
    private static final long EXACT_INTEGER_MAX = 1L << 53;

    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
    private static final int CHARACTER_BYTES_MAX = 6;

    private byte[] buffer;
    private int size;

    /** @param bytes to expect, at least 1; more are possible */
    CanonicalOutput(int bytes) {
        buffer = new byte[bytes];
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    /** Bytes that are canonical as they are: punctuation, names, literals. */
    void raw(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    void put(char ascii) {
        ensure(1);
        buffer[size++] = (byte) ascii;
    }

    /** ASCII text without quotes, put as it is. */
    @SuppressWarnings("deprecation") // The one copy without a detour; every character is ASCII.
    void ascii(String text) {
        int length = text.length();
        ensure(length);
        text.getBytes(0, length, buffer, size);
        size += length;
    }

    /** Whether a double, and so every other program, reads this number back as it is. */
    static boolean isExact(long value) {
        return -EXACT_INTEGER_MAX <= value && value <= EXACT_INTEGER_MAX;
    }

    /** @throws IllegalArgumentException when a double, and so another program, would read another number */
    void integer(long value) {
        if (!isExact(value)) {
            throw new IllegalArgumentException("the number " + value + " does not fit a double; write it as a string");
        }
        if (value >= 0 && value < 10) {
            put((char) ('0' + value));
        } else {
            ascii(Long.toString(value));
        }
    }

    /** The last digits of a number that is not negative, with leading zeros. */
    void digits(int value, int count) {
        ensure(count);
        int rest = value;
        for (int i = size + count - 1; i >= size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    /** @throws IllegalArgumentException for a lone surrogate */
    void string(String text) {
        put('"');
        int length = text.length();
        ensure(length + 1);
        int i = 0;
        // Nearly every text is plain ASCII; the first other character leaves this short loop for good.
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            buffer[size++] = (byte) c;
        }
        for (; i < length; i++) {
            char c = text.charAt(i);
            ensure(CHARACTER_BYTES_MAX);
            if (Character.isSurrogate(c)) {
                i++;
                supplementary(c, i < length ? text.charAt(i) : 0);
            } else {
                character(c);
            }
        }
        put('"');
    }

    private void character(char c) {
        if (c < 0x20 || c == '"' || c == '\\') {
            escape(c);
        } else if (c < 0x80) {
            buffer[size++] = (byte) c;
        } else if (c < 0x800) {
            buffer[size++] = (byte) (0xC0 | c >> 6);
            buffer[size++] = continuation(c);
        } else {
            buffer[size++] = (byte) (0xE0 | c >> 12);
            buffer[size++] = continuation(c >> 6);
            buffer[size++] = continuation(c);
        }
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

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.multiplyExact(buffer.length, 2), Math.addExact(size, more)));
        }
    }
}
