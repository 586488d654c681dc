package org.aidledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.tlog.Fault;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.LogVerifier;
import org.jspecify.annotations.Nullable;

/** Every head ever recorded, compared with the tree when it has grown to that size. */
final class RecordedHeads implements AutoCloseable {

    private static final int BATCH = 4_096;

    private final PreparedStatement select;
    private final Queue<Head> heads = new ArrayDeque<>();
    private long step;
    private boolean ended;

    private record Head(long step, long size, Hash root, byte[] frontier) {
    }

    RecordedHeads(Connection connection) throws SQLException {
        select = connection
                .prepareStatement(
                        "select step, size, root, frontier from ledger.head where step > ? order by step limit ?");
    }

    /** Compares all heads recorded at the size the verifier has now. */
    Optional<Defect> check(LogVerifier verifier) throws SQLException {
        for (Head head = peek(); head != null && head.size() <= verifier.size(); head = peek()) {
            heads.remove();
            if (head.step() != step + 1 || head.size() < verifier.size()) {
                long at = Math.min(head.size(), verifier.size());
                return Optional.of(new Defect("HEADS_NOT_DENSE", at, at,
                        "head step " + head.step() + " of size " + head.size() + " follows step " + step));
            }
            step = head.step();
            if (!verifier.checkFrontier(head.frontier()) || !verifier.checkRoot(head.root())) {
                return verifier.fault().map(RecordedHeads::defect);
            }
        }
        return Optional.empty();
    }

    private static Defect defect(Fault fault) {
        return new Defect(fault.kind().name(), fault.firstIndex(), fault.lastIndex(), fault.detail());
    }

    private @Nullable Head peek() throws SQLException {
        if (heads.isEmpty() && !ended) {
            select.setLong(1, step);
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(new Head(row.getLong(1), row.getLong(2), Hash.of(row.getBytes(3)), row.getBytes(4)));
                }
            }
            ended = heads.isEmpty();
        }
        return heads.peek();
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
