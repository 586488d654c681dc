package org.aidledger.app.benchmark;

import org.aidledger.gateway.LedgerGateway;

/** The log that reading is measured on. */
final class Reading {

    private static final int BATCH = 50_000;

    private Reading() {
    }

    static void fill(Bench bench) {
        SyntheticLog events = new SyntheticLog(1);
        try (LedgerGateway gateway = bench.gateway(bench.source())) {
            for (int done = 0; done < bench.events(); done += BATCH) {
                int size = Math.min(BATCH, bench.events() - done);
                gateway.append(events.batch(size, "fill-" + done));
                bench.log().accept("filling the log: %,d of %,d events".formatted(done + size, bench.events()));
            }
        }
    }
}
