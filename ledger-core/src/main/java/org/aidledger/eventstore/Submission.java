package org.aidledger.eventstore;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/** The events of one unit of work on their way into the log, and the thread that waits for them. */
final class Submission {

    final List<Draft> events;
    final AppendTerms terms;
    private final Thread waiter = Thread.currentThread();
    private volatile @Nullable AppendResult result;
    private volatile @Nullable RuntimeException failure;

    Submission(List<Draft> events, AppendTerms terms) {
        this.events = events;
        this.terms = terms;
    }

    boolean isSettled() {
        return result != null || failure != null;
    }

    void succeed(AppendResult with) {
        result = with;
        wake();
    }

    void fail(RuntimeException with) {
        failure = with;
        wake();
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
