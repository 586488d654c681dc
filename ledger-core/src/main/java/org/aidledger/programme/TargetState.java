package org.aidledger.programme;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.money.Currency;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.jspecify.annotations.Nullable;

/** What the rules of a programme need to know of its past. Mutable and owned by whoever folds the stream. */
public final class TargetState {

    private @Nullable ProgrammeDecided decided;
    /** What is in use, by year. */
    private final Map<Integer, TargetsSet> inUse = new HashMap<>();
    private @Nullable Currency currency;
    private long nextVersion;

    private TargetState() {
    }

    /** A stream without events. */
    public static TargetState empty() {
        return new TargetState();
    }

    /** The state after one more event, which is this object, changed. */
    public TargetState evolve(TargetEvent event) {
        nextVersion++;
        switch (event) {
            case ProgrammeDecided e -> decided = e;
            case TargetsSet e -> {
                inUse.put(e.year(), e);
                if (!e.sectors().isEmpty()) {
                    currency = e.sectors().getFirst().value().currency();
                }
            }
        }
        return this;
    }

    /** The version the stream's next event gets: how many it has. */
    public long nextVersion() {
        return nextVersion;
    }

    /** Null before the programme was decided on. */
    @Nullable
    ProgrammeDecided decided() {
        return decided;
    }

    /** Null for a year without targets. */
    @Nullable
    TargetsSet of(int year) {
        return inUse.get(year);
    }

    /** Of all values so far; null before the first. */
    @Nullable
    Currency currency() {
        return currency;
    }
}
