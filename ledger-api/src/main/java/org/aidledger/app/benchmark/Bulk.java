package org.aidledger.app.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.eventstore.BulkAppend;
import org.aidledger.gateway.LedgerGateway;

/** Bulk append, beside binary COPY of the same rows committed every thousand. */
final class Bulk implements Measurement {

    private static final int EVENTS = 50_000;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public List<Finding> run(Bench bench) throws Exception {
        SyntheticLog events = new SyntheticLog(1);
        List<Double> ledger = new ArrayList<>();
        List<Double> copy = new ArrayList<>();
        try (LedgerGateway gateway = bench.gateway(bench.source())) {
            RawTable table = RawTable.create(bench.owner(), "bulk");
            for (int round = -1; round < bench.rounds(); round++) {
                BulkAppend.Batch batch = events.batch(EVENTS, "bulk-" + round);
                long first = gateway.reader().size();
                double appended = perSecond(() -> gateway.append(batch));
                List<byte[]> leaves = gateway.reader().leaves(first, EVENTS);
                double copied = perSecond(() -> copy(table, first, leaves));
                bench.log().accept("bulk: the ledger %,.0f/s, binary COPY %,.0f/s".formatted(appended, copied));
                if (round >= 0) { // the first one warms up
                    ledger.add(appended);
                    copy.add(copied);
                }
            }
        }
        double[] mine = ledger.stream().mapToDouble(Double::doubleValue).toArray();
        double[] theirs = copy.stream().mapToDouble(Double::doubleValue).toArray();
        return List.of(Finding.atLeast("bulk append, events", Commands.perSecond(mine),
                "binary COPY committed every 1,000 rows " + Commands.perSecond(theirs), Figures.ratio(mine, theirs),
                0.8));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return EVENTS / ((System.nanoTime() - begin) / 1e9);
    }

    private static void copy(RawTable table, long first, List<byte[]> leaves) throws SQLException {
        Instant now = Instant.now();
        LocalDate day = CommandLoad.DAY;
        byte[] hash = new byte[32];
        try (Connection connection = table.database().getConnection()) {
            for (int from = 0; from < leaves.size(); from += 1_000) {
                try (BinaryCopy copy = new BinaryCopy(connection, table.name())) {
                    for (int i = from; i < Math.min(from + 1_000, leaves.size()); i++) {
                        long index = first + i;
                        copy.row(9)
                                .put(index)
                                .put("PRJ-" + index % CommandLoad.STREAMS)
                                .put(index)
                                .put(UUID.randomUUID())
                                .put("aid.FundsReceived")
                                .put(day)
                                .put(now)
                                .put(leaves.get(i))
                                .put(hash);
                    }
                    copy.finish();
                }
            }
        }
    }
}
