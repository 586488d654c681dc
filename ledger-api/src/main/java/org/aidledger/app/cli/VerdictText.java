package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.log.Verdict;
import org.aidledger.tlog.VerifierKey;
import org.aidledger.tlog.evidence.BundleVerifier;
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

    static void print(Verdict verdict, @Nullable VerifierKey key, double seconds, PrintWriter out) {
        verdict.fault().ifPresentOrElse(defect -> {
            out.println("NOT SOUND: " + where(defect) + ": " + defect.kind());
            out.println("  " + defect.evidence());
            out.printf("%,d events before it were verified.%n", Math.max(0, defect.firstIndex()));
        }, () -> {
            out.printf("Sound: %,d events, each hashed again, in %.1f s.%n", verdict.size(), seconds);
            out.println("Root: " + verdict.root().base64());
            verdict.held().forEach(line -> out.println("  " + line));
        });
        if (key != null) {
            out.println("Key fingerprint: " + BundleVerifier.fingerprint(key));
        }
    }

    private static String where(Verdict.Defect defect) {
        if (defect.firstIndex() < 0) {
            return "no event is concerned";
        }
        return defect.firstIndex() == defect.lastIndex() ? "the first bad event is " + defect.firstIndex()
                : "the first bad event is one of " + defect.firstIndex() + " to " + defect.lastIndex();
    }
}
