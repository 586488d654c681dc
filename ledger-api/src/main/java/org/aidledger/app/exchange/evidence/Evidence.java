package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aidledger.app.exchange.evidence.EvidenceExport.Gathered;
import org.aidledger.app.exchange.evidence.EvidenceRequest.Scope;
import org.aidledger.app.platform.Ledger;
import org.aidledger.catalogue.CanonicalJson;
import org.aidledger.log.LogIdentity;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogProof;
import org.aidledger.tlog.evidence.Cited;
import org.aidledger.tlog.evidence.ConsistencyFile;
import org.aidledger.tlog.evidence.Json;
import org.aidledger.tlog.evidence.Members;

/** A bundle that was gathered and can be written. */
public final class Evidence {

    private final Ledger ledger;
    private final EvidenceRequest request;
    private final SignedCheckpoint checkpoint;
    private final LogIdentity identity;
    private final Gathered gathered;

    Evidence(Ledger ledger, EvidenceRequest request, SignedCheckpoint checkpoint, Gathered gathered) {
        this.ledger = ledger;
        this.request = request;
        this.checkpoint = checkpoint;
        this.identity = ledger.checkpoints().identity();
        this.gathered = gathered;
    }

    /** Events in it. */
    public int events() {
        return gathered.lines().size();
    }

    /** The checkpoint that its proofs lead to. */
    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /** How to call the file, for example {@code evidence-PRJ-1-1234.zip}. */
    public String fileName() {
        String what = switch (request.scope()) {
            case Scope.Project(var id) -> id;
            case Scope.Inspection(var id) -> id;
            case Scope.Figure(var project, var currency, var measure) ->
                project + "-" + currency.code() + "-" + measure.key();
            case Scope.Sheet(var periods, var month) -> periods + "-" + month;
            case Scope.Period(var first, var last) -> first.equals(last) ? first.toString() : first + "-to-" + last;
        };
        return "evidence-" + what.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + checkpoint.checkpoint().size() + ".zip";
    }

    /** Writes the archive; one event is in memory at a time beside the list of them. The stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        try (BundleWriter writer = new BundleWriter(out)) {
            writer.add("README.txt", readme());
            writer.add(Members.CHECKPOINT, checkpoint.toBytes());
            writer.add(Members.VERIFIER_KEY, identity.verifierKey() + "\n");
            if (!identity.keys().rotations().isEmpty()) {
                writer.add(Members.KEY_ROTATIONS, KeyRotation.write(identity.keys().rotations()));
            }
            writer.add(Members.FIGURES, canonical(Map.of("claims",
                    gathered.claims().stream().map(ClaimedFigures::json).toList())));
            if (gathered.sheet() != null) {
                writer.add(Members.SHEET, gathered.sheet());
            }
            Set<Cited> documents = leaves(writer);
            proofs(writer);
            consistency(writer);
            writer.add(Members.DOCUMENTS,
                    canonical(Map.of("documents", documents.stream().map(Evidence::json).toList())));
            for (EvidenceTexts texts : EvidenceTexts.ALL) {
                EvidenceReport report = new EvidenceReport(texts, request.scope(), identity, checkpoint);
                writer.add("report." + texts.language() + ".html", report.html(gathered, documents));
                writer.add("report." + texts.language() + ".pdf", report.pdf(gathered, documents));
            }
            writer.add("verify.html", VerifierFiles.page());
            writer.add("verifier.jar", VerifierFiles.jar());
            manifest(writer);
        }
    }

    private Set<Cited> leaves(BundleWriter writer) throws IOException {
        Set<Cited> documents = new TreeSet<>();
        for (long index : gathered.lines().keySet()) {
            byte[] leaf = ledger.gateway().reader().leaf(index).orElseThrow();
            writer.add(Members.leaf(index), leaf);
            documents.addAll(Cited.in(index, Json.parse(leaf, Members.leaf(index))));
        }
        return documents;
    }

    private void proofs(BundleWriter writer) throws IOException {
        try {
            ledger.published().inclusions(gathered.lines().keySet(), checkpoint.checkpoint().size(), proof -> {
                try {
                    writer.add(Members.proof(proof.index()), new TlogProof(proof, checkpoint).toBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException("the bundle cannot be written", e.getCause());
        }
    }

    private void consistency(BundleWriter writer) throws IOException {
        Set<Long> sizes = new TreeSet<>();
        gathered.earlier().forEach(earlier -> sizes.add(earlier.size()));
        request.since().ifPresent(saved -> sizes.add(saved.checkpoint().size()));
        long size = checkpoint.checkpoint().size();
        for (long earlier : sizes) {
            if (earlier > 0 && earlier < size) {
                writer.add(Members.CONSISTENCY + earlier,
                        new ConsistencyFile(ledger.published().consistency(earlier, size), checkpoint).toBytes());
            }
        }
    }

    private void manifest(BundleWriter writer) throws IOException {
        Checkpoint head = checkpoint.checkpoint();
        List<Map<String, Object>> earlier = new ArrayList<>();
        gathered.earlier().forEach(one -> earlier.add(Map.of("size", one.size(), "root", one.root().base64())));
        Map<String, Object> manifest = new TreeMap<>();
        manifest.put("format", Members.NOTE_CONTEXT);
        manifest.put("origin", head.origin());
        manifest.put("size", head.size());
        manifest.put("root", head.root().base64());
        manifest.put("scope", gathered.scope());
        manifest.put("earlier", earlier);
        manifest.put("members", writer.hashes());
        byte[] bytes = canonical(manifest);
        String text = Members.noteText(head.origin(), BundleWriter.sha256(bytes));
        writer.add(Members.MANIFEST, bytes);
        writer.add(Members.MANIFEST_NOTE, identity.signer().note(text).toBytes());
    }

    private static Map<String, Object> json(Cited document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", document.index());
        json.put("reference", document.reference());
        if (!document.sha256().isEmpty()) {
            json.put("sha256", document.sha256());
        }
        return json;
    }

    private static byte[] canonical(Object value) {
        return CanonicalJson.bytes(value);
    }

    private String readme() {
        StringBuilder text = new StringBuilder();
        for (EvidenceTexts texts : EvidenceTexts.ALL) {
            for (String code : List.of("report.verify", "report.verify.page", "report.verify.java",
                    "report.verify.ledger", "report.not-shown")) {
                text.append(texts.say(code)).append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
