package org.aidledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.aidledger.log.Verdict.Defect;

/** What is kept beside the tiles' hashes: each tile's root stands in the tile above, and there are neither more nor fewer. */
final class TileColumns {

    private final Connection connection;

    TileColumns(Connection connection) {
        this.connection = connection;
    }

    Optional<Defect> check(long size) throws SQLException {
        String sql = """
                select t.level, t.number, 'its root is not the hash the tile above has of it'
                  from ledger.tile t join ledger.tile p on p.level = t.level + 1 and p.number = t.number / 256
                 where substring(p.hashes from (t.number % 256)::int * 32 + 1 for 32) <> t.root
                union all
                select level, number, 'it lies outside the tree'
                  from ledger.tile where number < 0 or level < 0 or level > 7
                union all
                select level, count(*), 'tiles are missing from this level'
                  from ledger.tile where level between 0 and 7 group by level
                having count(*) < ?::bigint >> (8 * (level::int + 1))
                limit 1""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, size);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long first = Math.max(0, row.getLong(2)) << 8 * (row.getInt(1) + 1);
                return Optional.of(new Defect("TILE_DIFFERS", first, first,
                        "tile " + row.getLong(2) + " of level " + row.getInt(1) + ": " + row.getString(3)));
            }
        }
    }
}
