package org.aidledger.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.aidledger.log.Verdict.Defect;

/** Re-hashes every file kept: a hash without its file is not evidence. */
final class KeptContents {

    private final Connection connection;

    KeptContents(Connection connection) {
        this.connection = connection;
    }

    Optional<Defect> check(List<String> held) throws SQLException {
        int files = 0;
        try (PreparedStatement keys = connection.prepareStatement("select sha256 from ledger.content order by sha256");
                PreparedStatement content =
                        connection.prepareStatement("select bytes from ledger.content where sha256 = ?");
                ResultSet key = keys.executeQuery()) {
            while (key.next()) {
                byte[] sha256 = key.getBytes(1);
                content.setBytes(1, sha256);
                try (ResultSet row = content.executeQuery()) {
                    if (!row.next() || !MessageDigest.isEqual(sha256, sha256(row.getBytes(1)))) {
                        return Optional.of(new Defect("CONTENT_DIFFERS", -1, -1,
                                "the file kept under SHA-256 " + HexFormat.of().formatHex(sha256)
                                        + " hashes to something else"));
                    }
                }
                files++;
            }
        }
        held.add(files + " kept files hash to their names");
        return Optional.empty();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
