package org.aidledger.gateway;

import java.util.function.Supplier;

/** Whether the decision under way on a thread may rest on what this node remembers, or reads all of it anew. */
final class Remembering {

    private final ThreadLocal<Boolean> anew = ThreadLocal.withInitial(() -> false);

    /** Decides with nothing remembered, where {@code anew}: another node may have moved it, and another thread kept what it was. */
    <T> T decide(boolean anew, Supplier<T> decision) {
        this.anew.set(anew);
        try {
            return decision.get();
        } finally {
            this.anew.remove();
        }
    }

    boolean isAllowed() {
        return !anew.get();
    }
}
