package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** What idempotency keys were first answered with; it stands beside the entries themselves, for ever. */
public final class Answers {

    private final DataSource database;

    public Answers(DataSource database) {
        this.database = database;
    }

    /**
     * The first answer to a key.
     *
     * @param requestSha256 digest of the request the key was first used with; another digest now means another request
     */
    public record Answer(String requestSha256, long firstIndex, long lastIndex) {
    }

    public Optional<Answer> find(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement(
                                "select answer_request_sha256, answer_first_index, index from ledger.entry where answer_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Answer(HexFormat.of().formatHex(row.getBytes(1)), row.getLong(2), row.getLong(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the answer to a key: " + e.getMessage(), e);
        }
    }
}
