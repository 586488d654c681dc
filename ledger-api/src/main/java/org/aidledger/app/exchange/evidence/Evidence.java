package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        return gathered.indices().size();
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

    /**
     * Writes the archive. A page of events is in memory at a time, beside the list of their indices, the documents they cite and a
     * hash of every member; what else grows with the events is written to files of its own first. The stream stays open.
     */
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
            Contents contents = leaves(writer);
            proofs(writer);
            consistency(writer);
            documents(writer, contents.documents());
            reports(writer, contents);
            writer.add("verify.html", VerifierFiles.page());
            writer.add("verifier.jar", VerifierFiles.jar());
            manifest(writer);
            writer.finish();
        }
    }

    private Contents leaves(BundleWriter writer) throws IOException {
        Contents contents = new Contents(gathered.indices(), ledger.views().trail());
        for (List<Long> page : contents.pages().toList()) {
            List<byte[]> leaves = ledger.gateway().reader().leavesAt(page);
            for (int i = 0; i < page.size(); i++) {
                long index = page.get(i);
                writer.add(Members.leaf(index), leaves.get(i));
                contents.add(index, Json.parse(leaves.get(i), Members.leaf(index)));
            }
        }
        return contents;
    }

    private void proofs(BundleWriter writer) throws IOException {
        try {
            ledger.published().inclusions(gathered.indices(), checkpoint.checkpoint().size(), proof -> {
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

    private static void documents(BundleWriter writer, Set<Cited> documents) throws IOException {
        try (Spool spool = new Spool()) {
            ascii(spool, "{\"documents\":[");
            boolean first = true;
            for (Cited document : documents) {
                ascii(spool, first ? "" : ",");
                spool.write(canonical(json(document)));
                first = false;
            }
            ascii(spool, "]}");
            writer.add(Members.DOCUMENTS, spool);
        }
    }

    private void reports(BundleWriter writer, Contents contents) throws IOException {
        for (EvidenceTexts texts : EvidenceTexts.ALL) {
            EvidenceReport report = new EvidenceReport(texts, request.scope(), identity, checkpoint);
            try (Spool spool = new Spool(); Writer page = new OutputStreamWriter(spool, StandardCharsets.UTF_8)) {
                report.html(gathered.claims(), contents, page);
                page.flush();
                writer.add("report." + texts.language() + ".html", spool);
            }
            writer.add("report." + texts.language() + ".pdf", report.pdf(gathered.claims(), contents));
        }
    }

    /** In canonical form (RFC 8785), as everything that is signed here. */
    private void manifest(BundleWriter writer) throws IOException {
        Checkpoint head = checkpoint.checkpoint();
        List<Map<String, Object>> earlier = new ArrayList<>();
        gathered.earlier().forEach(one -> earlier.add(Map.of("size", one.size(), "root", one.root().base64())));
        try (Spool spool = new Spool()) {
            named(spool, "{", "earlier", earlier);
            named(spool, ",", "format", Members.NOTE_CONTEXT);
            ascii(spool, ",\"members\":");
            String separator = "{";
            for (Map.Entry<String, byte[]> member : writer.hashes().entrySet()) {
                named(spool, separator, member.getKey(), HexFormat.of().formatHex(member.getValue()));
                separator = ",";
            }
            ascii(spool, "}");
            named(spool, ",", "origin", head.origin());
            named(spool, ",", "root", head.root().base64());
            named(spool, ",", "scope", gathered.scope());
            named(spool, ",", "size", head.size());
            ascii(spool, "}");
            writer.add(Members.MANIFEST, spool);
        }
        String sha256 = HexFormat.of().formatHex(Objects.requireNonNull(writer.hashes().get(Members.MANIFEST)));
        writer.add(Members.MANIFEST_NOTE,
                identity.signer().note(Members.noteText(head.origin(), sha256)).toBytes());
    }

    private static void named(Spool spool, String separator, String name, Object value) throws IOException {
        ascii(spool, separator);
        spool.write(canonical(name));
        ascii(spool, ":");
        spool.write(canonical(value));
    }

    private static void ascii(Spool spool, String text) throws IOException {
        spool.write(text.getBytes(StandardCharsets.US_ASCII));
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
