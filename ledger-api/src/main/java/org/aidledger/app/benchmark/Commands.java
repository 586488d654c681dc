package org.aidledger.app.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.gateway.LedgerGateway;
import org.axonframework.common.caching.NoCache;

/** Commands through the gateway, beside Axon's own engine and a raw JDBC loop. */
final class Commands implements Measurement {

    private static final int CLIENTS = 16;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public List<Finding> run(Bench bench) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (HikariDataSource pool = pool(bench);
                LedgerGateway gateway = bench.gateway(pool);
                LedgerCommands ledger = new LedgerCommands(gateway, bench.load());
                AxonStock stock = new AxonStock("Axon's JDBC engine", "axon_stock", bench.owner(), bench.load(),
                        NoCache.INSTANCE, CLIENTS);
                AxonStock cached =
                        new AxonStock("Axon's JDBC engine, aggregates cached", "axon_cached", bench.owner(),
                                bench.load(), new KeepingCache(), CLIENTS)) {
            byte[] leaf = gateway.reader().leaf(0).orElseThrow();
            RawInserts raw = RawInserts.committed(RawTable.create(bench.owner(), "raw"), leaf);
            RawInserts auto = RawInserts.inAutoCommit(RawTable.create(bench.owner(), "auto"), leaf);
            Rates many =
                    new Race(CLIENTS, bench.seconds(), bench.rounds()).run(
                            List.of(ledger, stock, cached, raw, auto),
                            bench.log());
            double[] mine = many.of(ledger);
            String figure = perSecond(mine);
            findings.add(Finding.atLeast("commands, 16 clients", figure, against(stock, many),
                    Figures.ratio(mine, many.of(stock)), 4));
            findings.add(Finding.atLeast("commands, 16 clients", figure, against(raw, many),
                    Figures.ratio(mine, many.of(raw)), 1.3));
            findings.add(Finding.plain("commands, 16 clients: " + cached.name(), perSecond(many.of(cached))));
            findings.add(ceiling("commands, 16 clients", auto, mine, many));
            Rates one =
                    new Race(1, bench.seconds(), bench.rounds()).run(List.of(ledger, raw, auto), bench.log());
            findings.add(Finding.atLeast("commands, 1 client", perSecond(one.of(ledger)), against(raw, one),
                    Figures.ratio(one.of(ledger), one.of(raw)), 0.6));
            findings.add(ceiling("commands, 1 client", auto, one.of(ledger), one));
        }
        return findings;
    }

    private static HikariDataSource pool(Bench bench) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(bench.source());
        pool.setMaximumPoolSize(CLIENTS + 4);
        return pool;
    }

    static String perSecond(double... figures) {
        return "%,.0f/s".formatted(Figures.median(figures));
    }

    private static Finding ceiling(String work, Contender auto, double[] mine, Rates figures) {
        double[] most = figures.of(auto);
        return Finding.plain(work + ": " + auto.name(),
                "%s; the ledger: %.2f of it".formatted(perSecond(most), Figures.ratio(mine, most)));
    }

    private static String against(Contender contender, Rates figures) {
        return contender.name() + " " + perSecond(figures.of(contender));
    }
}
