package org.aidledger.tlog.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.MerkleTree;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.TlogProof;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.tlog.evidence.Members;

/** A sound bundle of three events, always the same bytes, and what somebody makes of it who even has the key. */
final class SmallBundle {

    private static final String ORIGIN = "ledger.example/aid";
    private static final NoteSigner SIGNER = new NoteSigner(ORIGIN, SigningKey.ofSeed(new byte[32]));
    private static final int EVENTS = 3;

    private static final SmallBundle SOUND = new SmallBundle(EVENTS);

    private final Map<String, byte[]> members = new LinkedHashMap<>();
    private final Checkpoint head;

    SmallBundle() {
        members.putAll(SOUND.members);
        head = SOUND.head;
    }

    private SmallBundle(int events) {
        List<byte[]> leaves = IntStream.range(0, events).mapToObj(SmallBundle::leaf).toList();
        List<Hash> hashes = leaves.stream().map(leaf -> new TreeHasher().leaf(leaf)).toList();
        byte[] level = new byte[events * 32];
        for (int i = 0; i < events; i++) {
            hashes.get(i).copyTo(level, i * 32);
        }
        MerkleTree tree = new MerkleTree((l, from, to) -> Arrays.copyOfRange(level, (int) from * 32, (int) to * 32));
        head = new Checkpoint(ORIGIN, events, RightEdge.empty().append(hashes).after().root());
        SignedCheckpoint checkpoint = SignedCheckpoint.sign(head, SIGNER);
        put(Members.CHECKPOINT, checkpoint.toBytes());
        put(Members.VERIFIER_KEY, SIGNER.verifierKey() + "\n");
        put(Members.FIGURES,
                "{\"claims\":[{\"figures\":{\"USD\":{\"pledgedIn\":\"10\"}},\"query\":{\"currency\":\"USD\","
                        + "\"kind\":\"balance\",\"known\":3,\"measure\":\"pledgedIn\",\"project\":\"PRJ-1\"}}]}");
        for (int i = 0; i < events; i++) {
            put(Members.leaf(i), leaves.get(i));
            put(Members.proof(i), new TlogProof(tree.inclusion(i, events), checkpoint).toBytes());
        }
        put(Members.DOCUMENTS, "{\"documents\":[]}");
        sign();
    }

    private static byte[] leaf(int index) {
        return ("{\"effectiveDate\":\"2024-01-0" + (index + 1) + "\",\"index\":" + index
                + ",\"metadata\":{\"bookingPeriod\":\"2024-01\"},\"payload\":{\"direction\":\"IN\",\"money\":{\"amount\":\""
                + (index + 2) + (index == 0 ? ".50" : ".25")
                + "\",\"currency\":\"USD\"},\"project\":\"PRJ-1\"},\"recordedAt\":\"2024-02-01T00:00:00.00000" + index
                + "Z\",\"revision\":0,\"stream\":\"PRJ-1\",\"type\":\"aid.AidPledged\",\"version\":" + index + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    void put(String name, byte[] bytes) {
        members.put(name, bytes);
    }

    private void put(String name, String text) {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lists the members as they are now, under the ledger's signature. */
    void sign() {
        members.remove(Members.MANIFEST);
        members.remove(Members.MANIFEST_NOTE);
        String listed = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + sha256(member.getValue()) + "\"")
                .collect(Collectors.joining(","));
        put(Members.MANIFEST, "{\"earlier\":[],\"members\":{" + listed + "},\"root\":\"" + head.root().base64()
                + "\",\"scope\":{\"id\":\"PRJ-1\",\"kind\":\"project\",\"known\":3,\"streams\":[\"PRJ-1\"]},\"size\":"
                + EVENTS + "}");
        members.put(Members.MANIFEST_NOTE,
                SIGNER.note(Members.noteText(ORIGIN, sha256(members.get(Members.MANIFEST)))).toBytes());
    }

    byte[] archive() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(member.getValue());
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(member.getValue().length);
                entry.setCompressedSize(member.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
