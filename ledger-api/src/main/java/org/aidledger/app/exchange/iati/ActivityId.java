package org.aidledger.app.exchange.iati;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.aidledger.digest.Sha256;
import org.aidledger.project.ProjectId;

/**
 * The project an activity is reported under: the same publisher and identifier, the same project, in every file. Identifiers may
 * be long and hold anything, so the id is a digest of both (80 bits, in hexadecimal).
 */
public final class ActivityId {

    private static final int ID_BYTES = 10;

    private ActivityId() {
    }

    /** @param publisher the reporting organisation's reference; empty when the file gives none */
    public static ProjectId projectOf(String publisher, String identifier) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update(publisher.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        byte[] digest = sha256.digest(identifier.getBytes(StandardCharsets.UTF_8));
        return new ProjectId(ProjectId.PREFIX + HexFormat.of().formatHex(digest, 0, ID_BYTES));
    }
}
