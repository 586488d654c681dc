package org.aidledger.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.aidledger.tlog.TreeHasher;
import org.jspecify.annotations.Nullable;

/**
 * Appends events to the log, everybody's in one transaction: callers queue, and whichever of them holds the lead writes what is
 * waiting, in one round trip. Several engines, in one process or many, may append to one database: the insert-only head lets
 * one of them win each step.
 *
 * <p>When {@link #append} returns, the events are durable, their indices final and their hashes in the tree.
 */
public final class AppendEngine implements AutoCloseable {

    /** A node whose clock is further than this from the database's does not write. */
    public static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(2);

    /** The most events that share a transaction (a single larger submission goes alone). */
    static final int GROUP_EVENTS_MAX = 512;

    private final Queue<Submission> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore lead = new Semaphore(1);
    private final AtomicInteger exclusives = new AtomicInteger();
    private final CachedTagIndex tags;
    private final InstantSource clock;
    private final AppendConnection connection;
    private final TreeHasher hasher = new TreeHasher();
    /** Stands at {@link #head}, or that is null. Facts come first, then the head: what fails between leaves one that cannot win. */
    private final Standing standing = new Standing();
    private @Nullable LogHead head;

    /**
     * @param database connections of the application role; the engine keeps one for itself
     * @param clock this machine's clock
     */
    public AppendEngine(DataSource database, CachedTagIndex tags, InstantSource clock) {
        this.connection = new AppendConnection(database);
        this.tags = tags;
        this.clock = clock;
    }

    /**
     * Appends all of these events or none, in this order.
     *
     * @throws AppendFailure when it did not happen, or is not known to have happened
     */
    public AppendResult append(List<Draft> events, AppendTerms terms) {
        Submission mine = new Submission(events, terms);
        queue.add(mine);
        boolean interrupted = false;
        while (!mine.isSettled()) {
            List<Submission> taken = new ArrayList<>();
            if (exclusives.get() == 0 && lead.tryAcquire()) {
                try {
                    connection.putOffInterrupt();
                    if (!mine.isSettled()) {
                        take(taken);
                        appendAll(taken);
                    }
                } finally {
                    interrupted |= handOver();
                    // The next group is on its way by now: waking sixteen threads takes as long as half an append.
                    taken.forEach(Submission::wake);
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        AppendResult result = mine.outcome();
        tags.appended(terms.tags(), result.lastIndex());
        return result;
    }

    /**
     * Gives the lead up. The queue is looked at afterwards, so whoever queued before that is seen or sees the lead free.
     *
     * @return whether this thread was interrupted meanwhile
     */
    private boolean handOver() {
        boolean interrupted = connection.takeInterrupt();
        lead.release();
        Submission next = queue.peek();
        if (next != null) {
            next.wake();
        }
        return interrupted;
    }

    /** Moves what waits, as much as goes into a group, from the queue to {@code taken}. */
    private void take(List<Submission> taken) {
        int events = 0;
        for (Submission next = queue.peek();
                next != null && (events == 0 || events + next.events.size() <= GROUP_EVENTS_MAX); next = queue.peek()) {
            taken.add(next);
            queue.remove();
            events += next.events.size();
        }
    }

    /** Settles all of them. */
    private void appendAll(List<Submission> taken) {
        List<Submission> waiting = new ArrayList<>(taken);
        try {
            while (!waiting.isEmpty()) {
                appendGroup(Group.independent(waiting));
                waiting.removeIf(Submission::isSettled);
                if (!waiting.isEmpty()) {
                    taken.stream().filter(Submission::isSettled).forEach(Submission::wake);
                }
            }
        } catch (RuntimeException | Error e) {
            RuntimeException failure = e instanceof RuntimeException known ? known
                    : new AppendFailure.OutcomeUnknown("this process failed while appending: " + e, e);
            waiting.stream().filter(member -> !member.isSettled()).forEach(member -> member.fail(failure));
            if (e instanceof Error error) {
                throw error;
            }
        }
    }

    /** One attempt; afterwards at least one member is settled, or the head is known better than before. */
    private void appendGroup(List<Submission> members) {
        LogHead on = currentHead();
        Group group = Group.stamp(on, Stamp.notBefore(on.recordedAt(), clock), members, standing, hasher);
        AppendStatement.Answer answer;
        try {
            answer = connection.execute(group, clock);
        } catch (SQLException e) {
            if (connection.isLostBy(e)) {
                resolveUnknown(group, e);
            } else if (members.size() > 1) {
                members.forEach(alone -> appendGroup(List.of(alone)));
            } else {
                members.getFirst()
                        .fail(new AppendFailure.NotWritten("the database refused the append: " + e.getMessage(), e));
            }
            return;
        }
        switch (answer) {
            case AppendStatement.Answer.Appended() -> succeed(group);
            case AppendStatement.Answer.HeadMoved() -> head = read(on);
            case AppendStatement.Answer.ClockOff() ->
                members.forEach(member -> member.fail(new AppendFailure.ClockOff()));
            case AppendStatement.Answer.Conflicts conflicts -> conflicts.reasons()
                    .forEach((member, reason) -> refuse(members.get(member), reason));
        }
    }

    private void succeed(Group group) {
        standing.appended(group);
        head = group.after();
        connection.acknowledge(group.after());
        group.succeed();
    }

    private void refuse(Submission member, int reason) {
        tags.forget(member.terms.preconditions().keySet());
        IdempotencyKey key = member.terms.key();
        member.fail(reason == ConflictStatement.REASON_KEY_USED && key != null ? new AppendFailure.KeyUsed(key.value())
                : new AppendFailure.Conflict("stream " + member.events.getFirst().stream()
                        + " or something the decision rests on changed meanwhile"));
    }

    /**
     * The connection broke while the statement was on its way, and the old backend may still run it. Taking the step it was
     * built for settles that: either the step is ours and the statement can never succeed, or it is taken and shows by whom.
     */
    private void resolveUnknown(Group group, SQLException cause) {
        head = null;
        try {
            if (connection.fenceAndFind(group.on, group.members.getFirst().events.getFirst().id(), cause)) {
                succeed(group);
            } else {
                group.members.forEach(member -> member.notWritten(cause));
            }
        } catch (RuntimeException e) {
            AppendFailure unknown = e instanceof AppendFailure known ? known : new AppendFailure.OutcomeUnknown(
                    "this process failed while it asked what became of an append: " + e, e);
            group.members.forEach(member -> member.fail(unknown));
        }
    }

    private LogHead currentHead() {
        LogHead known = head;
        if (known == null) {
            known = read(LogHead.EMPTY);
            head = known;
        }
        return known;
    }

    private LogHead read(LogHead known) {
        standing.forget();
        return connection.read(new HeadReader(), known);
    }

    /** Runs with no group of this engine under way; the head is read again afterwards. */
    <T> T exclusively(ExclusiveWork<T> work) throws SQLException {
        exclusives.incrementAndGet();
        lead.acquireUninterruptibly();
        try {
            connection.putOffInterrupt();
            return work.run(connection, currentHead());
        } finally {
            head = null;
            exclusives.decrementAndGet();
            handOverInterrupted();
        }
    }

    /** Work that wants the log's head to itself. */
    interface ExclusiveWork<T> {
        T run(AppendConnection connection, LogHead head) throws SQLException;
    }

    private void handOverInterrupted() {
        if (handOver()) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the group under way; whoever comes after that is told that nothing was written. */
    @Override
    public void close() {
        lead.acquireUninterruptibly();
        try {
            connection.close();
        } finally {
            handOverInterrupted();
        }
    }
}
