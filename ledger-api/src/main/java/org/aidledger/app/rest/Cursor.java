package org.aidledger.app.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins; opaque to callers. It carries the number of events, so that all pages are of one moment.
 *
 * @param after what the last page ended with
 */
record Cursor(long known, String after) {

    static final int PAGE_DEFAULT = 50;
    static final int PAGE_MAX = 500;

    /** Null for none. */
    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return new Cursor(Long.parseLong(plain.substring(0, Math.max(colon, 0))), plain.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    /** What is after as a number. */
    long number() {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw wrong(toString());
        }
    }

    private static Refused wrong(String text) {
        return new Refused(new WrongParameter("cursor", text, "what an answer gave as next is expected"));
    }

    static int pageSize(@Nullable Integer asked) {
        int size = asked == null ? PAGE_DEFAULT : asked;
        if (size < 1 || size > PAGE_MAX) {
            throw new Refused(
                    new WrongParameter("pageSize", Integer.toString(size), "1 to " + PAGE_MAX + " is expected"));
        }
        return size;
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((known + ":" + after).getBytes(StandardCharsets.UTF_8));
    }
}
