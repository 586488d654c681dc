package org.aidledger.app.exchange.evidence;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.evidence.Members;
import org.jspecify.annotations.Nullable;

/** Every way in which a bundle is tampered with here; the Java verifier and the one for browsers must find the same. */
enum TamperedBundle {

    PAYLOAD(0, "leaf.not-in-log", (bundle, paid) -> Tampering.of(bundle,
            t -> t.replace(Members.leaf(paid), "60.50", "90.50"))),
    PAYLOAD_WITH_MANIFEST(0, "leaf.not-in-log", (bundle, paid) -> Tampering.of(bundle, t -> {
        t.replace(Members.leaf(paid), "60.50", "90.50");
        t.fitManifest();
    })),
    METADATA(0, "leaf.not-in-log", (bundle, paid) -> Tampering.of(bundle,
            t -> t.replace(Members.leaf(paid), "\"officer\"", "\"nobody\""))),
    ORDER(-1, "leaf.not-in-log", (bundle, paid) -> Tampering.of(bundle,
            t -> t.swap(Members.leaf(paid - 1), Members.leaf(paid)))),
    ORDER_WITH_PROOFS(-1, "proof.other", (bundle, paid) -> Tampering.of(bundle, t -> {
        t.swap(Members.leaf(paid - 1), Members.leaf(paid));
        t.swap(Members.proof(paid - 1), Members.proof(paid));
    })),
    DELETION(-1, "stream.gap", (bundle, paid) -> Tampering.of(bundle, t -> {
        t.remove(Members.leaf(paid - 2), Members.proof(paid - 2));
        t.fitManifest();
    })),
    TAIL_REMOVED(0, "member.missing", (bundle, paid) -> Tampering.of(bundle,
            t -> t.remove(Members.leaf(paid), Members.proof(paid)))),
    TRUNCATION(null, "bundle.unreadable", (bundle, paid) -> Tampering.cut(bundle)),
    INSERTION(1, "leaf.not-in-log", (bundle, paid) -> Tampering.of(bundle, t -> {
        t.put(Members.leaf(paid + 1), t.get(Members.leaf(paid)));
        t.put(Members.proof(paid + 1), new String(t.get(Members.proof(paid)), StandardCharsets.UTF_8)
                .replace("index " + paid, "index " + (paid + 1)).getBytes(StandardCharsets.UTF_8));
    })),
    INDEX_DISAGREES(0, "leaf.not-in-log", (bundle, paid) -> Tampering.of(bundle,
            t -> t.replace(Members.leaf(paid), "\"index\":" + paid, "\"index\":" + (paid + 1)))),
    FIGURE(null, "figure.differs", (bundle, paid) -> Tampering.of(bundle, t -> {
        t.replace(Members.FIGURES, "\"disbursed\":\"60.5", "\"disbursed\":\"10.5");
        t.fitManifest();
    })),
    REPORT(null, "member.changed", (bundle, paid) -> Tampering.of(bundle,
            t -> t.replace("report.en.html", "60.50", "90.50"))),
    DOCUMENTS(0, "document.differs", (bundle, paid) -> Tampering.of(bundle, t -> {
        t.replace(Members.DOCUMENTS, "UNC-7", "UNC-8");
        t.fitManifest();
    })),
    CHECKPOINT(-6, "checkpoint.signature", (bundle, paid) -> Tampering.of(bundle,
            t -> t.replace(Members.CHECKPOINT, "ledger.example/test\n", "ledger.example/test2\n"))),
    SIGNED_BY_ANOTHER(null, "checkpoint.signature", (bundle, paid) -> Tampering.of(bundle, t -> {
        t.replace(Members.FIGURES, "\"disbursed\":\"60.5", "\"disbursed\":\"10.5");
        t.sign(SigningKey.ofSeed(new byte[32]), "ledger.example/test");
    })),
    REPACKED(null, "bundle.unreadable", (bundle, paid) -> Tampering.repacked(bundle)),
    NAMED_OUTSIDE(null, "bundle.unreadable", (bundle, paid) -> Tampering.of(bundle,
            t -> t.put("../../etc/passwd", new byte[] {1})));

    private final @Nullable Integer firstBad;
    private final String code;
    private final BiFunction<byte[], Long, byte[]> change;

    /** @param firstBad the first bad event, counted from the disbursement; null when none is named */
    TamperedBundle(@Nullable Integer firstBad, String code, BiFunction<byte[], Long, byte[]> change) {
        this.firstBad = firstBad;
        this.code = code;
        this.change = change;
    }

    byte[] of(byte[] bundle, long paid) {
        return change.apply(bundle, paid);
    }

    @Nullable
    Integer firstBad() {
        return firstBad;
    }

    String code() {
        return code;
    }
}
