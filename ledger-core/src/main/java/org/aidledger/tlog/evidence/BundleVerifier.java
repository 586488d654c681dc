package org.aidledger.tlog.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.KeyChain;
import org.aidledger.tlog.KeyRotation;
import org.aidledger.tlog.Note;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.TlogProof;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.tlog.VerifierKey;

/**
 * Verifies an evidence bundle: the ledger's signature over its manifest, the hash of every member, the signed checkpoint, the
 * proof of every event, the order of streams and times, the figures, computed anew, and the documents. It goes on after a problem
 * to find the first bad event. One member is in memory at a time.
 */
public final class BundleVerifier {

    private final Trust trust;
    private final Progress progress;
    private final Problems problems = new Problems();
    private final List<Problem> held = new ArrayList<>();
    private final List<BundleVerdict.Figure> figures = new ArrayList<>();
    private final List<String> cosigners = new ArrayList<>();
    private Optional<Problem> omission = Optional.empty();
    private String origin = "";
    private String fingerprint = "";
    private String root = "";
    private long size;
    private int events;

    private BundleVerifier(Trust trust, Progress progress) {
        this.trust = trust;
        this.progress = progress;
    }

    /** How far a verification has come. */
    public interface Progress {

        /** Told to nobody. */
        Progress NONE = (done, total) -> {
        };

        /** So many events of so many. */
        void at(long done, long total);
    }

    /**
     * Verifies one bundle.
     *
     * @throws IOException
     *             when the file cannot be read
     */
    public static BundleVerdict verify(Path bundle, Trust trust) throws IOException {
        return verify(bundle, trust, Progress.NONE);
    }

    /**
     * Verifies one bundle.
     *
     * @param progress told at every event
     * @throws IOException
     *             when the file cannot be read
     */
    public static BundleVerdict verify(Path bundle, Trust trust, Progress progress) throws IOException {
        return verify(FileChannel.open(bundle, StandardOpenOption.READ), trust, progress);
    }

    /**
     * Verifies one bundle, wherever its bytes are, and closes it.
     *
     * @throws IOException
     *             when it cannot be read
     */
    public static BundleVerdict verify(SeekableByteChannel bundle, Trust trust, Progress progress) throws IOException {
        BundleVerifier verifier = new BundleVerifier(trust, progress);
        try (BundleArchive archive = BundleArchive.open(bundle)) {
            verifier.verify(archive);
        } catch (TlogException e) {
            verifier.problems.add(Problem.of("bundle.unreadable", "where", e.where(), "detail", e.what()));
        }
        return new BundleVerdict(verifier.origin, verifier.size, verifier.root, verifier.events, verifier.fingerprint,
                trust.log().isPresent(), verifier.cosigners, verifier.figures, verifier.omission, verifier.held,
                verifier.problems.inOrder());
    }

    /** SHA-256 of a verifier key's text, hexadecimal: what people compare. */
    public static String fingerprint(VerifierKey key) {
        return sha256(key.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void verify(BundleArchive archive) throws IOException {
        VerifierKey own =
                VerifierKey.parse(new String(archive.read(Members.VERIFIER_KEY), StandardCharsets.UTF_8).strip());
        KeyChain keys = keys(archive, own);
        Json manifest = manifest(archive, keys.keys().contains(own) ? own : keys.current());
        members(archive, manifest);
        SignedCheckpoint signed = SignedCheckpoint.parse(archive.read(Members.CHECKPOINT));
        Checkpoint checkpoint = checkpoint(signed, keys);
        if (manifest.get("size").number() != size || !manifest.get("root").text("").equals(root)) {
            problems.add(Problem.of("checkpoint.other", "size", Long.toString(size)));
        }
        new ConsistencyChecks(archive, problems, held).check(signed, keys, manifest, trust.saved());
        events(archive, manifest, checkpoint, signed);
        if (problems.isEmpty()) {
            held.add(Problem.of("held.bundle", "members", Integer.toString(archive.names().size())));
        }
    }

    /** The keys that hang together with the one that is trusted; the bundle's own is one of them, or that is a problem. */
    private KeyChain keys(BundleArchive archive, VerifierKey own) throws IOException {
        VerifierKey trusted = trust.log().orElse(own);
        origin = trusted.name();
        fingerprint = fingerprint(trusted);
        KeyChain keys = KeyChain.of(trusted);
        try {
            keys = KeyChain.through(trusted, archive.has(Members.KEY_ROTATIONS)
                    ? KeyRotation.parseAll(archive.read(Members.KEY_ROTATIONS))
                    : List.of());
        } catch (TlogException.Unproven e) {
            problems.add(Problem.of("keys.unproven", "detail", e.getMessage()));
        }
        if (!keys.keys().contains(own)) {
            problems.add(Problem.of("key.differs", "bundle", fingerprint(own), "trusted", fingerprint));
        }
        keys.rotations().forEach(rotation -> held.add(Problem.of("held.rotation", "size",
                Long.toString(rotation.at().size()), "from", fingerprint(rotation.from()), "to",
                fingerprint(rotation.to()))));
        return keys;
    }

    private Json manifest(BundleArchive archive, VerifierKey key) throws IOException {
        byte[] bytes = archive.read(Members.MANIFEST);
        Note note = Note.parse(archive.read(Members.MANIFEST_NOTE));
        try {
            note.verify(List.of(key));
            if (!note.text().equals(Members.noteText(key.name(), sha256(bytes)))) {
                problems.add(Problem.of("manifest.changed", "sha256", sha256(bytes)));
            }
        } catch (TlogException.Unproven e) {
            problems.add(Problem.of("manifest.signature", "detail", e.getMessage()));
        }
        return Json.parse(bytes, Members.MANIFEST);
    }

    /** Every member but the manifest and its note is listed with its hash, and every one that is listed is there. */
    private void members(BundleArchive archive, Json manifest) throws IOException {
        Map<String, Json> listed = manifest.get("members").members();
        Set<String> names = new TreeSet<>(archive.names());
        names.addAll(listed.keySet());
        names.removeAll(Set.of(Members.MANIFEST, Members.MANIFEST_NOTE));
        for (String name : names) {
            String code = null;
            if (!listed.containsKey(name)) {
                code = "member.unlisted";
            } else if (!archive.has(name)) {
                code = "member.missing";
            } else if (!archive.sha256(name).equals(listed.get(name).text(""))) {
                code = "member.changed";
            }
            if (code != null) {
                OptionalLong index = Members.index(name);
                problems.add(index.isPresent() ? Problem.at(index.getAsLong(), code, "member", name)
                        : Problem.of(code, "member", name));
            }
        }
    }

    private Checkpoint checkpoint(SignedCheckpoint signed, KeyChain keys) {
        Checkpoint checkpoint = signed.checkpoint();
        size = checkpoint.size();
        root = checkpoint.root().base64();
        try {
            keys.verify(signed);
        } catch (TlogException.Unproven e) {
            problems.add(Problem.of("checkpoint.signature", "detail", e.getMessage()));
        }
        for (VerifierKey witness : trust.witnesses()) {
            try {
                keys.verify(signed, List.of(witness), 1);
                cosigners.add(witness.name());
            } catch (TlogException.Unproven e) {
                held.add(Problem.of("witness.absent", "witness", witness.name()));
            }
        }
        if (cosigners.size() < trust.quorum()) {
            problems.add(Problem.of("checkpoint.witnesses", "cosigned", Integer.toString(cosigners.size()), "quorum",
                    Integer.toString(trust.quorum())));
        }
        return checkpoint;
    }

    private void events(BundleArchive archive, Json manifest, Checkpoint checkpoint, SignedCheckpoint signed)
            throws IOException {
        Set<Long> indices = new TreeSet<>();
        archive.names().forEach(name -> Members.index(name).ifPresent(indices::add));
        if (indices.size() > BundleLimits.EVENTS_MAX) {
            throw new TlogException.Malformed(Members.LEAVES, "more than " + BundleLimits.EVENTS_MAX + " events");
        }
        AccountTable table = AccountTable.standard();
        List<Json> claimed = Json.parse(archive.read(Members.FIGURES), Members.FIGURES).get("claims").items();
        if (claimed.size() > BundleLimits.CLAIMS_MAX) {
            throw new TlogException.Malformed(Members.FIGURES, "more than " + BundleLimits.CLAIMS_MAX + " claims");
        }
        List<Claim> claims = claimed.stream().map(claim -> new Claim(table, claim)).toList();
        Set<Cited> cited = new TreeSet<>();
        LeafSequence sequence = new LeafSequence(manifest, problems);
        SealedSheetCheck sheet = new SealedSheetCheck(manifest, problems, held);
        long done = 0;
        for (long index : indices) {
            progress.at(done++, indices.size());
            Json leaf = leaf(archive, index, checkpoint, signed);
            if (leaf.isPresent()) {
                sequence.add(index, leaf);
                sheet.add(index, leaf);
                cited.addAll(Cited.in(index, leaf));
                claim(claims, index, leaf);
                events++;
            }
        }
        sequence.end();
        omission = Optional.of(sequence.omission());
        sheet.end(archive, claims);
        figures(claims);
        documents(archive, cited);
    }

    private void claim(List<Claim> claims, long index, Json leaf) {
        try {
            claims.forEach(claim -> claim.add(index, leaf));
        } catch (TlogException e) {
            problems.add(Problem.at(index, "figure.unknown-event", "type", e.where(), "detail", e.what()));
        }
    }

    /** NULL when the leaf is not there or cannot be read; that is a problem, and noted. */
    private Json leaf(BundleArchive archive, long index, Checkpoint checkpoint, SignedCheckpoint signed)
            throws IOException {
        try {
            byte[] bytes = archive.read(Members.leaf(index));
            TlogProof proof = TlogProof.parse(archive.read(Members.proof(index)));
            if (proof.inclusion().index() != index || !proof.checkpoint().equals(signed)) {
                problems.add(Problem.at(index, "proof.other", "proves", Long.toString(proof.inclusion().index())));
            }
            proof.inclusion().verify(new TreeHasher().leaf(bytes), checkpoint.root());
            return Json.parse(bytes, Members.leaf(index));
        } catch (TlogException.Unproven e) {
            problems.add(Problem.at(index, "leaf.not-in-log", "detail", e.what()));
        } catch (TlogException.Unavailable e) {
            problems.add(Problem.at(index, "member.missing", "member", e.where()));
        } catch (TlogException e) {
            problems.add(Problem.at(index, "leaf.unreadable", "detail", e.getMessage()));
        }
        return Json.Literal.NULL;
    }

    private void figures(List<Claim> claims) {
        for (Claim claim : claims) {
            for (BundleVerdict.Figure figure : claim.figures()) {
                figures.add(figure);
                if (!figure.agrees()) {
                    problems.add(Problem.of("figure.differs", "subject", figure.subject(), "currency",
                            figure.currency(), "measure", figure.measure(), "claimed", figure.claimed(), "computed",
                            figure.amount()));
                }
            }
        }
        held.add(Problem.of("held.figures", "figures", Integer.toString(figures.size())));
    }

    private void documents(BundleArchive archive, Set<Cited> cited) throws IOException {
        Set<Cited> listed = new TreeSet<>();
        Json.parse(archive.read(Members.DOCUMENTS), Members.DOCUMENTS).get("documents").items()
                .forEach(document -> listed.add(Cited.of(document)));
        Set<Cited> either = new TreeSet<>(cited);
        either.addAll(listed);
        Set<Long> bad = problems.indices();
        for (Cited document : either) {
            boolean known = document.index() >= 0 && !bad.contains(document.index());
            if (known && (!cited.contains(document) || !listed.contains(document))) {
                problems.add(Problem.at(document.index(), "document.differs", "reference", document.reference()));
            }
        }
        held.add(Problem.of("held.documents", "documents", Integer.toString(cited.size())));
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
