package org.aidledger.rate;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.jspecify.annotations.Nullable;

/** What the rules of a rate table need to know of its past. Mutable and owned by whoever folds the stream. */
public final class RateState {

    /** What is in use: one entry a period, the last recorded. */
    private final List<RatesRecorded> inUse = new ArrayList<>();
    private long nextVersion;

    private RateState() {
    }

    /** A stream without events. */
    public static RateState empty() {
        return new RateState();
    }

    /** The state after one more event, which is this object, changed. */
    public RateState evolve(RateEvent event) {
        nextVersion++;
        switch (event) {
            case RatesRecorded e -> {
                inUse.removeIf(one -> one.from().equals(e.from()) && one.to().equals(e.to()));
                inUse.add(e);
            }
        }
        return this;
    }

    /** The version the stream's next event gets: how many it has. */
    public long nextVersion() {
        return nextVersion;
    }

    /** What is in use and shares a day with the period; null when nothing does. */
    @Nullable
    RatesRecorded overlapping(RatesRecorded asked) {
        return inUse.stream().filter(one -> !one.to().isBefore(asked.from()) && !asked.to().isBefore(one.from()))
                .findFirst().orElse(null);
    }

    /** Null for a table without rates. */
    @Nullable
    RatesRecorded any() {
        return inUse.isEmpty() ? null : inUse.getFirst();
    }
}
