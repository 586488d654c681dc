package org.aidledger.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.TreeHasher;

/**
 * Submissions that one transaction appends, stamped for one head. Members are independent of those before them, whose streams,
 * tags and keys do not matter to their conditions: so each can fail alone, and is judged as if the head were its own.
 */
final class Group {

    final LogHead on;
    final Instant recordedAt;
    final List<Submission> members;
    final List<byte[]> leaves = new ArrayList<>();
    final List<byte[]> leafHashes = new ArrayList<>();
    final RightEdge.Growth growth;
    /** What its members rest on and does not surely stand. */
    final Set<StreamAt> streamsToCheck = new LinkedHashSet<>();
    final Map<Tag, Long> preconditionsToCheck = new HashMap<>();
    final Set<NotActed> notActedToCheck = new LinkedHashSet<>();

    private Group(LogHead on, Instant recordedAt, List<Submission> members, Standing standing, TreeHasher hasher) {
        this.on = on;
        this.recordedAt = recordedAt;
        this.members = members;
        for (Submission member : members) {
            for (Draft event : member.events) {
                leaves.add(event.stamp(on.size() + leaves.size(), recordedAt));
            }
        }
        byte[] hashes = new byte[leaves.size() * 32];
        for (int i = 0; i < leaves.size(); i++) {
            byte[] leaf = leaves.get(i);
            hasher.leaf(leaf, 0, leaf.length, hashes, i * 32);
            leafHashes.add(Arrays.copyOfRange(hashes, i * 32, i * 32 + 32));
        }
        this.growth = on.edge().append(hashes);
        for (Submission member : members) {
            for (StreamAt stream : member.streams) {
                if (!standing.is(stream)) {
                    streamsToCheck.add(stream);
                }
            }
            // What several members rest on is checked once; who of them was wrong is asked only when somebody was.
            member.terms.preconditions().forEach((tag, seen) -> {
                if (!standing.isNotSeenAfter(tag, seen)) {
                    preconditionsToCheck.merge(tag, seen, Math::min);
                }
            });
            notActedToCheck.addAll(member.terms.notActed());
        }
    }

    /** Whether the database has to be asked for something. */
    boolean isToBeChecked() {
        return !streamsToCheck.isEmpty() || !preconditionsToCheck.isEmpty() || !notActedToCheck.isEmpty();
    }

    static Group stamp(LogHead on, Instant recordedAt, List<Submission> members, Standing standing,
            TreeHasher hasher) {
        return new Group(on, recordedAt, members, standing, hasher);
    }

    /** Takes from {@code waiting} the members that can go together; the others keep their place for the next group.
     * Whoever may have broken a connection goes alone. */
    static List<Submission> independent(List<Submission> waiting) {
        if (waiting.size() == 1 || waiting.getFirst().isSuspect()) {
            return List.of(waiting.getFirst());
        }
        List<Submission> chosen = new ArrayList<>(waiting.size());
        Set<String> streams = new HashSet<>();
        Set<Tag> tags = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Submission member : waiting) {
            boolean alone = member.terms.preconditions().keySet().stream().noneMatch(tags::contains)
                    && member.streams.stream().noneMatch(at -> streams.contains(at.stream()))
                    && member.terms.notActed().stream().noneMatch(not -> streams.contains(not.stream()))
                    && (member.terms.key() == null || !keys.contains(member.terms.key().value()));
            if (alone) {
                chosen.add(member);
                member.events.forEach(event -> streams.add(event.stream()));
                tags.addAll(member.terms.tags());
                if (member.terms.key() != null) {
                    keys.add(member.terms.key().value());
                }
            }
        }
        return chosen;
    }

    long firstIndex() {
        return on.size();
    }

    LogHead after() {
        return new LogHead(on.step() + 1, growth.after(), recordedAt);
    }

    /** Tells every member where its events are. */
    void succeed() {
        long index = firstIndex();
        for (Submission member : members) {
            long last = index + member.events.size() - 1;
            member.succeed(new AppendResult(index, last, recordedAt));
            index = last + 1;
        }
    }
}
