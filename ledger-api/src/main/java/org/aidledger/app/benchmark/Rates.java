package org.aidledger.app.benchmark;

import java.util.Map;
import java.util.Objects;

/** What a race measured: operations a second of every contender, one figure a round. */
record Rates(Map<String, double[]> byName) {

    /** @throws NullPointerException when the contender did not take part */
    double[] of(Contender contender) {
        return Objects.requireNonNull(byName.get(contender.name()));
    }
}
