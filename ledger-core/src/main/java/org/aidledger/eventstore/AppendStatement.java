package org.aidledger.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.aidledger.tlog.Tile;

/** One append, in the words of {@code append.sql}: a transaction in a single round trip. */
final class AppendStatement {

    private static final String APPEND = sql();

    /** What the database said of the group. */
    sealed interface Answer {
        record Appended() implements Answer {
        }

        record HeadMoved() implements Answer {
        }

        record ClockOff() implements Answer {
        }

        /** Members, by their place in the group, each with its gravest reason. */
        record Conflicts(Map<Integer, Integer> reasons) implements Answer {
        }
    }

    static final int REASON_KEY_USED = 3;

    private final Connection connection;
    private final PreparedStatement call;
    private int parameter;

    AppendStatement(Connection connection) throws SQLException {
        this.connection = connection;
        this.call = connection.prepareStatement(APPEND);
    }

    Answer execute(Group group, Instant clock) throws SQLException {
        parameter = 0;
        call.setObject(++parameter, OffsetDateTime.ofInstant(clock, ZoneOffset.UTC));
        call.setInt(++parameter, AppendEngine.CLOCK_SKEW_SECONDS_MAX);
        bindBeginnings(group);
        bindPreconditions(group);
        Keys keys = Keys.of(group);
        array("text", keys.values.toArray(String[]::new));
        array("integer", ints(keys.members));
        bindHead(group);
        bindEntries(group);
        bindTags(group);
        array("text", keys.values.toArray(String[]::new));
        array("bytea", keys.requests.toArray(byte[][]::new));
        array("bigint", longs(keys.first));
        array("bigint", longs(keys.last));
        bindTiles(group);
        try (ResultSet row = call.executeQuery()) {
            row.next();
            return switch (row.getInt(1)) {
                case 0 -> new Answer.Appended();
                case 1 -> new Answer.HeadMoved();
                case 2 -> conflicts((Integer[]) row.getArray(2).getArray(), (Integer[]) row.getArray(3).getArray());
                case 3 -> new Answer.ClockOff();
                default -> throw new IllegalStateException("append.sql gave the outcome " + row.getInt(1));
            };
        }
    }

    private static String sql() {
        try (InputStream in = AppendStatement.class.getResourceAsStream("append.sql")) {
            if (in == null) {
                throw new IllegalStateException("append.sql is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer conflicts(Integer[] members, Integer[] reasons) {
        Map<Integer, Integer> gravest = new java.util.HashMap<>();
        for (int i = 0; i < members.length; i++) {
            gravest.merge(members[i], reasons[i], Math::max);
        }
        return new Answer.Conflicts(gravest);
    }

    private void bindHead(Group group) throws SQLException {
        call.setLong(++parameter, group.on.step() + 1);
        call.setLong(++parameter, group.growth.after().size());
        call.setBytes(++parameter, group.growth.after().root().toBytes());
        call.setBytes(++parameter, group.growth.after().frontier());
        call.setObject(++parameter, OffsetDateTime.ofInstant(group.recordedAt, ZoneOffset.UTC));
    }

    private void bindEntries(Group group) throws SQLException {
        int count = group.leaves.size();
        String[] streams = new String[count];
        long[] versions = new long[count];
        String[] ids = new String[count];
        String[] types = new String[count];
        int[] days = new int[count];
        int i = 0;
        for (Submission member : group.members) {
            for (Draft event : member.events) {
                streams[i] = event.stream();
                versions[i] = event.version();
                ids[i] = event.id().toString();
                types[i] = event.type();
                days[i] = Math.toIntExact(event.effectiveDate().toEpochDay());
                i++;
            }
        }
        call.setLong(++parameter, group.firstIndex());
        array("text", streams);
        array("bigint", versions);
        array("text", ids);
        array("text", types);
        array("integer", days);
        array("bytea", group.leaves.toArray(byte[][]::new));
        array("bytea", group.leafHashes.toArray(byte[][]::new));
    }

    /** Where each member's run of events begins in each of its streams. */
    private void bindBeginnings(Group group) throws SQLException {
        List<String> streams = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        List<Integer> members = new ArrayList<>();
        for (int m = 0; m < group.members.size(); m++) {
            List<Draft> events = group.members.get(m).events;
            for (int e = 0; e < events.size(); e++) {
                if (isFirstOfStream(events, e)) {
                    streams.add(events.get(e).stream());
                    versions.add(events.get(e).version());
                    members.add(m);
                }
            }
        }
        array("text", streams.toArray(String[]::new));
        array("bigint", longs(versions));
        array("integer", ints(members));
    }

    private static boolean isFirstOfStream(List<Draft> events, int at) {
        return events.subList(0, at).stream().noneMatch(earlier -> earlier.stream().equals(events.get(at).stream()));
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
        array("text", tags.toArray(String[]::new));
        array("bigint", longs(seen));
        array("integer", ints(members));
    }

    /** The idempotency keys of a group, each with what it will be answered with. */
    private record Keys(List<String> values, List<byte[]> requests, List<Long> first, List<Long> last,
            List<Integer> members) {

        static Keys of(Group group) {
            Keys keys = new Keys(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                    new ArrayList<>());
            long index = group.firstIndex();
            for (int m = 0; m < group.members.size(); m++) {
                Submission member = group.members.get(m);
                IdempotencyKey key = member.terms.key();
                if (key != null) {
                    keys.values.add(key.value());
                    keys.requests.add(HexFormat.of().parseHex(key.requestSha256()));
                    keys.first.add(index);
                    keys.last.add(index + member.events.size() - 1);
                    keys.members.add(m);
                }
                index += member.events.size();
            }
            return keys;
        }
    }

    private void bindTags(Group group) throws SQLException {
        List<String> tags = new ArrayList<>();
        List<Long> indices = new ArrayList<>();
        long index = group.firstIndex();
        for (Submission member : group.members) {
            for (int e = 0; e < member.events.size(); e++, index++) {
                for (Tag tag : member.terms.tags()) {
                    tags.add(tag.value());
                    indices.add(index);
                }
            }
        }
        array("text", tags.toArray(String[]::new));
        array("bigint", longs(indices));
    }

    private void bindTiles(Group group) throws SQLException {
        List<Tile> tiles = group.growth.completed();
        array("integer", ints(tiles.stream().map(Tile::level).toList()));
        array("bigint", longs(tiles.stream().map(Tile::index).toList()));
        array("bytea", tiles.stream().map(tile -> tile.root().toBytes()).toArray(byte[][]::new));
        array("bytea", tiles.stream().map(Tile::toBytes).toArray(byte[][]::new));
    }

    private void array(String type, Object elements) throws SQLException {
        call.setArray(++parameter, connection.unwrap(org.postgresql.PGConnection.class).createArrayOf(type, elements));
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
