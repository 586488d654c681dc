package org.aidledger.tlog.evidence;

import java.util.List;
import java.util.Map;

/** A verdict for people and for programs. */
public final class VerdictReport {

    private VerdictReport() {
    }

    /** Lines for people. */
    public static String text(BundleVerdict verdict, VerifierTexts texts) {
        StringBuilder out = new StringBuilder();
        line(out, texts.say(verdict.isSound() ? "verdict.sound" : "verdict.not-sound"));
        verdict.firstBadIndex().ifPresent(index -> {
            line(out, texts.say("verdict.first-bad", Map.of("index", Long.toString(index))));
            line(out, texts.say("verdict.before"));
        });
        if (verdict.isSound()) {
            verdict.omission().ifPresent(omission -> line(out, texts.say(omission)));
        }
        if (!verdict.problems().isEmpty()) {
            line(out, texts.say("verdict.problems") + ":");
            verdict.problems().forEach(problem -> line(out, "  " + texts.say(problem)));
        }
        if (!verdict.origin().isEmpty()) {
            line(out, texts.say("verdict.ledger") + ": " + verdict.origin());
            line(out, texts.say("verdict.fingerprint") + ": " + verdict.keyFingerprint());
            line(out, texts.say(verdict.keyTrusted() ? "verdict.trusted-key" : "verdict.no-key"));
            line(out, texts.say("verdict.checkpoint") + ": " + texts.say("verdict.checkpoint.of",
                    Map.of("size", Long.toString(verdict.size()), "root", verdict.root())));
            line(out, texts.say("verdict.events") + ": " + verdict.events());
            line(out, texts.say("verdict.witnesses") + ": " + (verdict.cosigners().isEmpty()
                    ? texts.say("verdict.witnesses.none")
                    : String.join(", ", verdict.cosigners())));
        }
        if (!verdict.figures().isEmpty()) {
            line(out, texts.say("verdict.figures") + ":");
            verdict.figures().forEach(figure -> line(out, "  " + figure.subject() + "  " + figure.measure() + "  "
                    + (figure.amount().isEmpty() ? texts.say("figure.none") : figure.amount()) + " "
                    + figure.currency() + (figure.agrees() ? "" : "  !")));
        }
        if (!verdict.held().isEmpty()) {
            line(out, texts.say("verdict.held") + ":");
            verdict.held().forEach(held -> line(out, "  " + texts.say(held)));
        }
        line(out, texts.say("verdict.not-shown"));
        return out.toString();
    }

    private static void line(StringBuilder out, String line) {
        out.append(line).append('\n');
    }

    /** One JSON object; its members are part of the interface. */
    public static String json(BundleVerdict verdict, VerifierTexts texts) {
        StringBuilder out = new StringBuilder("{\"sound\":").append(verdict.isSound());
        verdict.firstBadIndex().ifPresent(index -> out.append(",\"firstBadIndex\":").append(index));
        member(out, "origin", verdict.origin());
        out.append(",\"size\":").append(verdict.size()).append(",\"events\":").append(verdict.events());
        member(out, "root", verdict.root());
        member(out, "keyFingerprint", verdict.keyFingerprint());
        out.append(",\"keyTrusted\":").append(verdict.keyTrusted()).append(",\"cosigners\":[");
        join(out, verdict.cosigners().stream().map(VerdictReport::quoted).toList());
        out.append("],\"figures\":[");
        join(out, verdict.figures().stream().map(VerdictReport::json).toList());
        out.append(']');
        verdict.omission().ifPresent(omission -> out.append(",\"omission\":").append(json(omission, texts)));
        out.append(",\"problems\":[");
        join(out, verdict.problems().stream().map(problem -> json(problem, texts)).toList());
        out.append("],\"held\":[");
        join(out, verdict.held().stream().map(held -> json(held, texts)).toList());
        return out.append("]}").toString();
    }

    private static String json(BundleVerdict.Figure figure) {
        StringBuilder out = new StringBuilder("{\"agrees\":").append(figure.agrees());
        member(out, "subject", figure.subject());
        member(out, "currency", figure.currency());
        member(out, "measure", figure.measure());
        member(out, "computed", figure.amount());
        member(out, "claimed", figure.claimed());
        return out.append('}').toString();
    }

    private static String json(Problem problem, VerifierTexts texts) {
        StringBuilder out = new StringBuilder("{\"code\":").append(quoted(problem.code()));
        problem.index().ifPresent(index -> out.append(",\"index\":").append(index));
        member(out, "says", texts.say(problem));
        out.append(",\"evidence\":{");
        join(out, problem.evidence().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue())).toList());
        return out.append("}}").toString();
    }

    private static void join(StringBuilder out, List<String> parts) {
        out.append(String.join(",", parts));
    }

    private static void member(StringBuilder out, String name, String value) {
        out.append(',').append(quoted(name)).append(':').append(quoted(value));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
