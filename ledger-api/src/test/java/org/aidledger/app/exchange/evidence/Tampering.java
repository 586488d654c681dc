package org.aidledger.app.exchange.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.aidledger.catalogue.CanonicalJson;
import org.aidledger.digest.Sha256;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.evidence.Members;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody can do to a bundle on its way. */
final class Tampering {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private Tampering(byte[] bundle) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] of(byte[] bundle, Consumer<Tampering> change) {
        Tampering tampering = new Tampering(bundle);
        change.accept(tampering);
        return tampering.written();
    }

    /** As somebody with a ZIP program would pack it. */
    static byte[] repacked(byte[] bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : new Tampering(bundle).members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] cut(byte[] bundle) {
        return Arrays.copyOf(bundle, bundle.length - 1_000);
    }

    void replace(String member, String text, String by) {
        String before = new String(members.get(member), StandardCharsets.UTF_8);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(member + " has no " + text + ": " + before);
        }
        members.put(member, before.replace(text, by).getBytes(StandardCharsets.UTF_8));
    }

    void swap(String one, String other) {
        byte[] first = members.get(one);
        members.put(one, members.get(other));
        members.put(other, first);
    }

    void remove(String... names) {
        for (String name : names) {
            if (members.remove(name) == null) {
                throw new IllegalArgumentException("no " + name);
            }
        }
    }

    void put(String name, byte[] bytes) {
        members.put(name, bytes);
    }

    byte[] get(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    /** The manifest made to fit, without the ledger's signature. */
    void fitManifest() {
        ObjectNode manifest = (ObjectNode) JSON.readTree(members.get(Members.MANIFEST));
        ObjectNode listed = manifest.putObject("members");
        members.forEach((name, bytes) -> {
            if (!name.equals(Members.MANIFEST) && !name.equals(Members.MANIFEST_NOTE)) {
                listed.put(name, Sha256.hex(bytes));
            }
        });
        members.put(Members.MANIFEST, CanonicalJson.bytes(manifest));
    }

    /** The manifest made to fit, signed by somebody else, whose key is put in as well. */
    void sign(SigningKey forger, String origin) {
        NoteSigner signer = new NoteSigner(origin, forger);
        members.put(Members.VERIFIER_KEY, (signer.verifierKey() + "\n").getBytes(StandardCharsets.UTF_8));
        fitManifest();
        byte[] manifest = Objects.requireNonNull(members.get(Members.MANIFEST));
        members.put(Members.MANIFEST_NOTE,
                signer.note(Members.noteText(origin, Sha256.hex(manifest))).toBytes());
    }

    private byte[] written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BundleWriter writer = new BundleWriter(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                writer.add(member.getKey(), member.getValue());
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
