package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** One page of HTML that is well-formed XML as well, written as it grows. */
final class ReportPage {

    private final Writer out;

    ReportPage(Writer out) {
        this.out = out;
    }

    /** @param markup as it is */
    ReportPage markup(String... markup) {
        try {
            for (String part : markup) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void element(String name, String text) {
        markup("<", name, ">", escaped(text), "</", name, ">\n");
    }

    void head(String... names) {
        markup("<table><thead><tr>");
        for (String name : names) {
            markup("<th scope=\"col\">", escaped(name), "</th>");
        }
        markup("</tr></thead><tbody>\n");
    }

    void row(@Nullable String... cells) {
        markup("<tr>");
        for (String cell : cells) {
            element("td", cell == null ? "" : cell);
        }
        markup("</tr>\n");
    }

    void endTable() {
        markup("</tbody></table>\n");
    }

    /** What XML cannot hold (control characters, halves of a pair) is shown as replaced. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isCharacter(c) ? c : 0xfffd);
            }
        });
        return safe.toString();
    }

    private static boolean isCharacter(int c) {
        return c >= ' ' ? (c < 0xd800 || c > 0xdfff) && (c & 0xfffe) != 0xfffe : c == '\n' || c == '\t';
    }
}
