package org.aidledger.app.benchmark;

import java.util.List;

/** One part of the benchmark, on a fresh database. */
interface Measurement {

    /** By which {@code --only} chooses it. */
    String name();

    List<Finding> run(Bench bench) throws Exception;
}
