package org.aidledger.app.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.view.AsOf;

/**
 * What an exported file says about itself, so that whoever holds it can ask for the same again and check it against the log.
 *
 * @param query what was asked for
 * @param asOf the clocks it was computed at
 * @param root of the log when it held {@code asOf.known()} events, base64 as in a checkpoint
 * @param made when the file was made
 * @param actor who had it made
 */
public record ExportStamp(String query, AsOf.Answered asOf, String root, Instant made, String actor) {

    public ExportStamp {
        made = made.truncatedTo(ChronoUnit.SECONDS);
    }

    /** By name, in the order they are written. */
    public Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("query", query);
        lines.put("effective up to", asOf.effective() == null ? "all" : asOf.effective().toString());
        lines.put("known events", Long.toString(asOf.known()));
        lines.put("last event index", Long.toString(asOf.known() - 1));
        lines.put("booked up to", asOf.booked() == null ? "all" : asOf.booked().toString());
        lines.put("root", root);
        lines.put("made at", made.toString());
        lines.put("made by", actor);
        return lines;
    }
}
