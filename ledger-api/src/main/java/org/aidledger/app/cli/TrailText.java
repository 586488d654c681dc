package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.document.DocumentRef;
import org.aidledger.text.Texts;
import org.aidledger.time.VietNam;
import org.aidledger.view.trail.TrailLine;

/** Lines of the audit trail, for people and for programs. */
final class TrailText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(VietNam.ZONE);

    private TrailText() {
    }

    static void print(TrailLine line, Locale language, PrintWriter out) {
        out.printf("%,8d  %s  %s%n", line.index(), line.entry().effectiveDate(), line.sentence(language));
        StringBuilder more = new StringBuilder();
        more.append(line.actor()).append(", ").append(line.way() == null ? "" : line.way().toLowerCase(Locale.ROOT));
        more.append(", recorded ").append(MINUTE.format(line.entry().recordedAt()));
        if (line.bookingPeriod() != null) {
            more.append(", booked ").append(line.bookingPeriod());
        }
        if (!line.documents().isEmpty()) {
            more.append(", on ")
                    .append(line.documents().stream().map(DocumentRef::reference).collect(Collectors.joining("; ")));
        }
        if (line.sourceName() != null) {
            more.append(", from ").append(line.sourceName())
                    .append(line.sourceLine() == null ? "" : ":" + line.sourceLine());
        }
        if (line.refersTo() != null) {
            more.append(", about event ").append(line.refersTo());
        }
        if (line.reason() != null) {
            more.append(", because: ").append(line.reason());
        }
        out.printf("%22s%s%n", "", more);
    }

    static Map<String, Object> json(TrailLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", line.index());
        json.put("stream", line.entry().stream());
        json.put("version", line.entry().version());
        json.put("type", line.entry().type());
        json.put("effectiveDate", line.entry().effectiveDate().toString());
        json.put("recordedAt", line.entry().recordedAt().toString());
        json.put("bookingPeriod", line.bookingPeriod());
        json.put("actor", line.actor());
        json.put("way", line.way());
        json.put("channel", line.channel());
        json.put("reason", line.reason());
        json.put("documents", line.documents());
        json.put("sourceName", line.sourceName());
        json.put("sourceLine", line.sourceLine());
        json.put("sourceSha256", line.sourceSha256());
        json.put("refersTo", line.refersTo());
        json.put("vi", line.sentence(Texts.VIETNAMESE));
        json.put("en", line.sentence(Texts.ENGLISH));
        return json;
    }
}
