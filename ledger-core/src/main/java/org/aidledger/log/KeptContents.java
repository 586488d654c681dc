package org.aidledger.log;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.digest.Sha256;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.log.Verdict.Held;

/** Re-hashes every file kept, and looks for every file that an event was read from: a hash without its file is not evidence. */
final class KeptContents {

    private static final int PIECE_BYTES = 1 << 20;

    private final Connection connection;

    KeptContents(Connection connection) {
        this.connection = connection;
    }

    /** @param cited SHA-256 (hexadecimal) of the files that events were read from, each with the first such event, in order */
    Optional<Defect> check(Map<String, Long> cited, List<Held> held) throws SQLException {
        Set<String> kept = new HashSet<>();
        try (PreparedStatement keys = connection.prepareStatement("select sha256 from ledger.content order by sha256");
                PreparedStatement piece = connection
                        .prepareStatement("select substring(bytes from ? for ?) from ledger.content where sha256 = ?");
                ResultSet key = keys.executeQuery()) {
            while (key.next()) {
                byte[] sha256 = key.getBytes(1);
                if (!MessageDigest.isEqual(sha256, hash(piece, sha256))) {
                    return Optional.of(new Defect("CONTENT_DIFFERS", -1, -1,
                            "the file kept under SHA-256 " + HexFormat.of().formatHex(sha256)
                                    + " hashes to something else"));
                }
                kept.add(HexFormat.of().formatHex(sha256));
            }
        }
        held.add(new Held("files", kept.size()));
        return cited.entrySet().stream().filter(file -> !kept.contains(file.getKey())).findFirst()
                .map(file -> new Defect("CONTENT_MISSING", file.getValue(), file.getValue(),
                        "the file it was read from, SHA-256 " + file.getKey() + ", is not kept any more"));
    }

    /** Piece by piece: the column is stored outside the row and uncompressed, so a piece costs what it is long. */
    private static byte[] hash(PreparedStatement piece, byte[] sha256) throws SQLException {
        MessageDigest digest = Sha256.digest();
        piece.setInt(2, PIECE_BYTES);
        piece.setBytes(3, sha256);
        int length = PIECE_BYTES;
        for (int from = 1; length == PIECE_BYTES; from += PIECE_BYTES) {
            piece.setInt(1, from);
            try (ResultSet row = piece.executeQuery()) {
                byte[] bytes = row.next() ? row.getBytes(1) : new byte[0];
                digest.update(bytes);
                length = bytes.length;
            }
        }
        return digest.digest();
    }
}
