package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.catalogue.Catalogue;

/** Says why an append did nothing, in the words of {@code conflicts.sql}. */
final class ConflictStatement {

    static final int REASON_KEY_USED = 3;

    private final Parameters query;

    ConflictStatement(Connection connection) throws SQLException {
        this.query = new Parameters(connection, Parameters.text("conflicts.sql"));
    }

    /** @param clock this machine's time, for the database to compare with its own */
    AppendStatement.Answer explain(Group group, Instant clock) throws SQLException {
        bindStreams(group);
        bindPreconditions(group);
        bindNotActed(group);
        bindKeys(group);
        query.time(clock.minus(AppendEngine.CLOCK_SKEW_MAX)).time(clock.plus(AppendEngine.CLOCK_SKEW_MAX));
        try (ResultSet row = query.query()) {
            row.next();
            if (row.getArray(1) != null) {
                return conflicts((Integer[]) row.getArray(1).getArray(), (Integer[]) row.getArray(2).getArray());
            }
            return row.getBoolean(3) ? new AppendStatement.Answer.ClockOff() : new AppendStatement.Answer.HeadMoved();
        }
    }

    private static AppendStatement.Answer conflicts(Integer[] members, Integer[] reasons) {
        Map<Integer, Integer> gravest = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            gravest.merge(members[i], reasons[i], Math::max);
        }
        return new AppendStatement.Answer.Conflicts(gravest);
    }

    /** What each member takes streams to be. */
    private void bindStreams(Group group) throws SQLException {
        List<String> streams = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        for (int m = 0; m < group.members.size(); m++) {
            for (StreamAt at : group.members.get(m).streams) {
                streams.add(at.stream());
                versions.add(at.lastVersion());
                members.add(m);
            }
        }
        query.texts(streams).longs(versions).ints(members);
    }

    private void bindPreconditions(Group group) throws SQLException {
        List<String> tags = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        for (int m = 0; m < group.members.size(); m++) {
            for (Map.Entry<Tag, Long> required : group.members.get(m).terms.preconditions().entrySet()) {
                tags.add(required.getKey().value());
                seen.add(required.getValue());
                members.add(m);
            }
        }
        query.texts(tags).longs(seen).ints(members);
    }

    private void bindNotActed(Group group) throws SQLException {
        List<NotActed> required = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        for (int m = 0; m < group.members.size(); m++) {
            for (NotActed notActed : group.members.get(m).terms.notActed()) {
                required.add(notActed);
                members.add(m);
            }
        }
        query.texts(required.stream().map(NotActed::stream).toList())
                .longs(required.stream().map(NotActed::since).toList())
                .blobs(required.stream().map(not -> Catalogue.enteredBy(not.actor())).toList())
                .ints(members);
    }

    private void bindKeys(Group group) throws SQLException {
        List<String> keys = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        for (int m = 0; m < group.members.size(); m++) {
            IdempotencyKey key = group.members.get(m).terms.key();
            if (key != null) {
                keys.add(key.value());
                members.add(m);
            }
        }
        query.texts(keys).ints(members);
    }
}
