package org.aidledger.app.exchange.iati.intake;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The room that the texts of one event may take, in the bytes they are written with. An event has at most 64 KB and a file may
 * write anything: a text that does not fit is shortened, and that is noted; all of it stays in the kept file.
 */
final class LeafRoom {

    /** Leaves 17 KB of a leaf for its envelope, names and numbers. */
    private static final int BYTES = 48_000;

    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = 3;

    private final Set<String> shortened = new LinkedHashSet<>();
    private int left = BYTES;

    /**
     * The text, or as much of its beginning as there is room for.
     *
     * @param name of the text, to be noted if it is shortened
     * @param bytesMax at most, at least 3
     */
    String text(String name, String text, int bytesMax) {
        int room = Math.min(bytesMax, Math.max(left, ELLIPSIS_BYTES));
        int bytes = 0;
        int fits = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            bytes += bytes(c);
            i += Character.charCount(c);
            if (bytes <= room - ELLIPSIS_BYTES) {
                fits = i;
            } else if (bytes > room) {
                shortened.add(name);
                left -= room;
                return text.substring(0, fits) + ELLIPSIS;
            }
        }
        left -= bytes;
        return text;
    }

    @Nullable
    String textOrNull(String name, @Nullable String text, int bytesMax) {
        return text == null ? null : text(name, text, bytesMax);
    }

    /** Whether a list may have another element of at most so many bytes; if not, that is noted under its name. */
    boolean hasRoomFor(String list, int bytes) {
        if (left >= bytes) {
            return true;
        }
        shortened.add(list);
        return false;
    }

    /** Something that no event can hold is left out, and noted. */
    void leaveOut(String name) {
        shortened.add(name);
    }

    /** Takes the room of something that is not text. */
    void take(int bytes) {
        left -= bytes;
    }

    /** Names of what did not fit. */
    Set<String> shortened() {
        return shortened;
    }

    /** What a character takes in canonical JSON (RFC 8785). */
    private static int bytes(int c) {
        if (c < ' ') {
            return c >= '\b' && c <= '\r' && c != 0x0b ? 2 : 6;
        }
        if (c == '"' || c == '\\') {
            return 2;
        }
        return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
}
