package org.aidledger.tlog.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold between the leaves of a bundle, given in the order of the log. */
final class LeafSequence {

    private static final int STREAMS_NAMED_MAX = 10;

    private final Json scope;
    private final long size;
    private final Problems problems;
    private final Map<String, Long> nextVersion = new HashMap<>();
    private final boolean range;
    private long next;
    private Instant last = Instant.MIN;

    LeafSequence(Json manifest, Problems problems) {
        this.scope = manifest.get("scope");
        this.size = manifest.get("size").number();
        this.problems = problems;
        this.range = scope.get("kind").text("").equals("period");
        this.next = Math.max(0, scope.get("from").number());
    }

    void add(long index, Json leaf) {
        if (leaf.get("index").number() != index) {
            problems.add(Problem.at(index, "leaf.index", "says", show(leaf.get("index"))));
        }
        if (range && index != next) {
            problems.add(Problem.at(Math.min(index, next), "range.gap", "next", Long.toString(index)));
        }
        next = index + 1;
        stream(index, leaf);
        try {
            Instant recorded = Instant.parse(leaf.get("recordedAt").text(""));
            if (recorded.isBefore(last)) {
                problems.add(Problem.at(index, "time.decreases", "recordedAt", recorded.toString()));
            }
            last = recorded;
        } catch (DateTimeException e) {
            problems.add(Problem.at(index, "leaf.unreadable", "detail", "recordedAt is no time"));
        }
    }

    /** Streams that the bundle has as a whole are dense from 0; of others at least the order must be right. */
    private void stream(long index, Json leaf) {
        String stream = leaf.get("stream").text("");
        long version = leaf.get("version").number();
        Long expected = nextVersion.get(stream);
        boolean whole = scope.get("streams").items().stream().anyMatch(name -> name.text("").equals(stream));
        long first = expected == null ? whole ? 0 : version : expected;
        boolean right = whole || range ? version == first : version >= first;
        if (!right) {
            problems.add(Problem.at(index, "stream.gap", "stream", stream, "version", Long.toString(version),
                    "expected", Long.toString(first)));
        }
        nextVersion.put(stream, version + 1);
    }

    /** Called behind the last leaf. */
    void end() {
        long to = scope.get("to").number();
        if (range && next != to) {
            problems.add(Problem.at(Math.min(next, Math.max(to, 0)), "range.gap", "next", Long.toString(to)));
        }
        scope.get("streams").items().forEach(name -> {
            if (!nextVersion.containsKey(name.text(""))) {
                problems.add(Problem.of("stream.missing", "stream", name.text("")));
            }
        });
    }

    /** What the bundle shows, and does not, about events that may have been left out of it. */
    Problem omission() {
        if (range) {
            long from = Math.max(0, scope.get("from").number());
            return from == 0 && next == size ? Problem.of("omission.whole", "size", Long.toString(size))
                    : Problem.of("omission.range", "from", Long.toString(from), "to", Long.toString(next));
        }
        List<String> streams = scope.get("streams").items().stream().map(name -> name.text("")).toList();
        return Problem.of("omission.newest", "streams",
                String.join(", ", streams.subList(0, Math.min(STREAMS_NAMED_MAX, streams.size())))
                        + (streams.size() > STREAMS_NAMED_MAX ? ", ..." : ""),
                "known", show(scope.get("known")));
    }

    private static String show(Json value) {
        return value instanceof Json.Digits digits ? digits.value() : "?";
    }
}
