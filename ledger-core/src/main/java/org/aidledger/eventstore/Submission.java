package org.aidledger.eventstore;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/** The events of one unit of work on their way into the log, and the thread that waits for them. */
final class Submission {

    /** So often the connection may break over an append before it is taken for the append's own fault. */
    static final int LOSSES_MAX = 5;

    final List<Draft> events;
    final AppendTerms terms;
    /** The streams it goes on in, as it takes them to be. */
    final List<StreamAt> streams;
    private final Thread waiter = Thread.currentThread();
    private int losses;
    private volatile @Nullable AppendResult result;
    private volatile @Nullable RuntimeException failure;

    Submission(List<Draft> events, AppendTerms terms) {
        this.events = events;
        this.terms = terms;
        requireDense(events);
        this.streams = streams(events);
    }

    /** Only where a run begins is compared with the log, so it must go on without a gap. */
    private static void requireDense(List<Draft> events) {
        if (events.size() == 1) {
            return;
        }
        Map<String, Long> last = new HashMap<>();
        for (Draft event : events) {
            Long before = last.put(event.stream(), event.version());
            if (before != null && event.version() != before + 1) {
                throw new IllegalArgumentException("version " + event.version() + " of " + event.stream()
                        + " follows version " + before);
            }
        }
    }

    private static List<StreamAt> streams(List<Draft> events) {
        Map<String, StreamAt> before = new LinkedHashMap<>();
        for (Draft event : events) {
            before.putIfAbsent(event.stream(), new StreamAt(event.stream(), event.version() - 1));
        }
        return List.copyOf(before.values());
    }

    boolean isSettled() {
        return result != null || failure != null;
    }

    void succeed(AppendResult with) {
        result = with;
    }

    void fail(RuntimeException with) {
        failure = with;
    }

    /** The connection broke over it and it did not happen: it is tried again, alone, and not for ever. For the one who leads. */
    void notWritten(SQLException cause) {
        if (++losses == LOSSES_MAX) {
            fail(new AppendFailure.NotWritten("the connection broke " + LOSSES_MAX
                    + " times over this append, and nothing was written: " + cause.getMessage(), cause));
        }
    }

    boolean isSuspect() {
        return losses > 0;
    }

    void wake() {
        LockSupport.unpark(waiter);
    }

    /** Only once settled. */
    AppendResult outcome() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        AppendResult answer = result;
        if (answer == null) {
            throw new IllegalStateException("not settled yet");
        }
        return answer;
    }
}
