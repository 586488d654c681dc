package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.aidledger.log.Verdict;
import org.aidledger.text.Texts;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.jspecify.annotations.Nullable;

/** The verdict over a whole log, for people and for programs. */
final class VerdictText {

    private VerdictText() {
    }

    static Map<String, Object> json(Verdict verdict, @Nullable VerifierKey key, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sound", verdict.isSound());
        json.put("events", verdict.size());
        json.put("root", verdict.root().base64());
        if (key != null) {
            json.put("keyFingerprint", BundleVerifier.fingerprint(key));
        }
        verdict.fault().ifPresent(defect -> {
            json.put("firstBadIndex", defect.firstIndex());
            json.put("lastBadIndex", defect.lastIndex());
            json.put("kind", defect.kind());
            json.put("evidence", defect.evidence());
        });
        json.put("held", verdict.held());
        json.put("seconds", seconds);
        return json;
    }

    static void print(Verdict verdict, @Nullable VerifierKey key, double seconds, Texts texts,
            PrintWriter out) {
        verdict.fault().ifPresentOrElse(defect -> {
            out.println(texts.say("verify.not-sound", Map.of("where", where(defect, texts), "kind", defect.kind())));
            out.println("  " + VerifierTexts.in(texts.language()).detail(defect.evidence()));
            out.println(texts.say("verify.before", Map.of("events", number(Math.max(0, defect.firstIndex()), texts))));
        }, () -> {
            out.println(texts.say("verify.sound", Map.of("events", number(verdict.size(), texts), "seconds",
                    "%.1f".formatted(seconds))));
            out.println(texts.say("verify.root", Map.of("root", verdict.root().base64())));
            verdict.held().forEach(held -> out.println(
                    "  " + texts.say("verify.held-" + held.code(), Map.of("number", number(held.number(), texts)))));
        });
        if (key != null) {
            out.println(texts.say("keys.fingerprint", Map.of("fingerprint", BundleVerifier.fingerprint(key))));
        }
    }

    private static String where(Verdict.Defect defect, Texts texts) {
        if (defect.firstIndex() < 0) {
            return texts.say("verify.no-event", Map.of());
        }
        return defect.firstIndex() == defect.lastIndex()
                ? texts.say("verify.first-bad", Map.of("index", Long.toString(defect.firstIndex())))
                : texts.say("verify.first-bad-range", Map.of("first", Long.toString(defect.firstIndex()), "last",
                        Long.toString(defect.lastIndex())));
    }

    /** Grouped as the language groups. */
    private static String number(long number, Texts texts) {
        return String.format(Locale.of(texts.language()), "%,d", number);
    }
}
