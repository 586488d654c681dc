package org.aidledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.aidledger.catalogue.Catalogue;
import org.aidledger.tlog.Tile;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One append, in the words of {@code append.sql}: a transaction in a single round trip. */
final class AppendStatement {

    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String STEP_TAKEN = "head_pk";
    /** A clock was off, or the statement under way for longer than clocks may differ; asked again, one of them is told. */
    private static final String NO_STEP = "23502";
    /** An append whose head may do nothing does the rest only if the head is its own. */
    private static final String IF_WON = " from ledger.head where step = ? and root = ?";

    /** Statements of which an append needs some, in this order; starting one for nothing costs a single client dearly. */
    private enum Part {
        ENTRIES, TAGS, TILES
    }

    /** @param isOfOne whether it is one event's */
    private record Shape(boolean isChecked, Set<Part> parts, boolean isOfOne) {

        String sql() {
            StringBuilder sql = new StringBuilder(Parameters.text("append.sql"));
            if (isChecked) {
                sql.append(Parameters.text("append-checks.sql"));
            }
            for (Part part : parts) {
                String text = Parameters.text("append-" + part.name().toLowerCase(Locale.ROOT) + ".sql");
                boolean one = isOfOne && part == Part.ENTRIES;
                sql.append(';').append(one ? Parameters.ofOne(text) : text).append(isChecked ? IF_WON : "");
            }
            return sql.toString();
        }
    }

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

    private final Connection connection;
    private final Map<Shape, Parameters> prepared = new HashMap<>();
    private final ConflictStatement conflicts;

    AppendStatement(Connection connection) throws SQLException {
        this.connection = connection;
        this.conflicts = new ConflictStatement(connection);
    }

    /** @param clock this machine's, for the database to compare with its own; a batch may hold the next step for seconds */
    Answer execute(Group group, InstantSource clock) throws SQLException {
        Set<Part> parts = parts(group);
        boolean isChecked = group.isToBeChecked();
        Shape shape = new Shape(isChecked, parts, group.leaves.size() == 1);
        Parameters append = prepared.get(shape);
        if (append == null) {
            append = new Parameters(connection, shape.sql());
            prepared.put(shape, append);
        }
        bindHead(append, group, clock.instant());
        if (isChecked) {
            bindChecks(append, group);
        }
        for (Part part : parts) {
            switch (part) {
                case ENTRIES -> bindEntries(append, group);
                case TAGS -> bindTags(append, group);
                case TILES -> bindTiles(append, group);
            }
            if (isChecked) {
                append.number(group.on.step() + 1).bytes(group.growth.after().root().toBytes());
            }
        }
        try {
            boolean wins = append.update() == 1;
            return wins ? new Answer.Appended() : conflicts.explain(group, clock.instant());
        } catch (PSQLException e) {
            return explain(e, group, clock.instant());
        }
    }

    private Answer explain(PSQLException e, Group group, Instant clock) throws SQLException {
        String state = e.getSQLState();
        ServerErrorMessage error = e.getServerErrorMessage();
        if (state == null || error == null || !state.startsWith(CONSTRAINT_VIOLATION)) {
            throw e;
        }
        if (STEP_TAKEN.equals(error.getConstraint())) {
            return new Answer.HeadMoved();
        }
        Answer found = conflicts.explain(group, clock);
        if (found instanceof Answer.HeadMoved && !NO_STEP.equals(state)) {
            throw e;
        }
        return found;
    }

    private static Set<Part> parts(Group group) {
        Set<Part> parts = EnumSet.of(Part.ENTRIES);
        if (group.members.stream().anyMatch(member -> !member.terms.tags().isEmpty())) {
            parts.add(Part.TAGS);
        }
        if (!group.growth.completed().isEmpty()) {
            parts.add(Part.TILES);
        }
        return parts;
    }

    private static void bindHead(Parameters append, Group group, Instant clock) throws SQLException {
        append.number(group.growth.after().size())
                .bytes(group.growth.after().root().toBytes())
                .bytes(group.growth.after().frontier())
                .time(group.recordedAt)
                .time(clock.minus(AppendEngine.CLOCK_SKEW_MAX))
                .time(clock.plus(AppendEngine.CLOCK_SKEW_MAX))
                .number(group.on.step() + 1);
    }

    private static void bindChecks(Parameters append, Group group) throws SQLException {
        append.texts(group.streamsToCheck.stream().map(StreamAt::stream).toList())
                .longs(group.streamsToCheck.stream().map(StreamAt::lastVersion).toList())
                .texts(group.preconditionsToCheck.keySet().stream().map(Tag::value).toList())
                .longs(List.copyOf(group.preconditionsToCheck.values()))
                .texts(group.notActedToCheck.stream().map(NotActed::stream).toList())
                .longs(group.notActedToCheck.stream().map(NotActed::since).toList())
                .blobs(group.notActedToCheck.stream().map(not -> Catalogue.enteredBy(not.actor())).toList());
    }

    private static void bindEntries(Parameters append, Group group) throws SQLException {
        int count = group.leaves.size();
        List<Long> indices = new ArrayList<>(count);
        List<String> streams = new ArrayList<>(count);
        List<Long> versions = new ArrayList<>(count);
        List<UUID> ids = new ArrayList<>(count);
        List<String> types = new ArrayList<>(count);
        List<Integer> days = new ArrayList<>(count);
        List<@Nullable String> keys = new ArrayList<>(count);
        List<byte @Nullable []> requests = new ArrayList<>(count);
        List<@Nullable Long> answered = new ArrayList<>(count);
        for (Submission member : group.members) {
            long first = group.firstIndex() + indices.size();
            for (int e = 0; e < member.events.size(); e++) {
                Draft event = member.events.get(e);
                IdempotencyKey key = e == member.events.size() - 1 ? member.terms.key() : null;
                indices.add(group.firstIndex() + indices.size());
                streams.add(event.stream());
                versions.add(event.version());
                ids.add(event.id());
                types.add(event.type());
                days.add(Math.toIntExact(event.effectiveDate().toEpochDay()));
                keys.add(key == null ? null : key.value());
                requests.add(key == null ? null : key.requestDigest());
                answered.add(key == null ? null : first);
            }
        }
        append.longs(indices)
                .texts(streams)
                .longs(versions)
                .uuids(ids)
                .texts(types)
                .ints(days)
                .time(group.recordedAt)
                .blobs(group.leaves)
                .blobs(group.leafHashes)
                .texts(keys)
                .blobs(requests)
                .longs(answered);
    }

    private static void bindTags(Parameters append, Group group) throws SQLException {
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
        append.texts(tags).longs(indices);
    }

    private static void bindTiles(Parameters append, Group group) throws SQLException {
        List<Tile> tiles = group.growth.completed();
        append.ints(tiles.stream().map(Tile::level).toList())
                .longs(tiles.stream().map(Tile::index).toList())
                .blobs(tiles.stream().map(tile -> tile.root().toBytes()).toList())
                .blobs(tiles.stream().map(Tile::toBytes).toList());
    }
}
