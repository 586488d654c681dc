package org.aidledger.app.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.live.LiveProjections;
import org.aidledger.view.rebuild.Rebuilder;

/** How far behind the log the live balances are while sixteen clients write. */
final class Lag implements Measurement {

    private static final int CLIENTS = 16;
    private static final long SAMPLE_MILLIS = 20;

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public List<Finding> run(Bench bench) throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(bench.source());
            pool.setMaximumPoolSize(CLIENTS + 6);
            try (LedgerGateway gateway = bench.gateway(pool)) {
                LedgerCommands ledger = new LedgerCommands(gateway, bench.load());
                Rebuilder rebuilder = new Rebuilder(pool, gateway.reader(), gateway.catalogue());
                try (LiveProjections live = new LiveProjections(pool, gateway.eventStore(), gateway.reader(), rebuilder,
                        List.of(new BalanceProjection()))) {
                    live.start();
                    return measure(bench, ledger, live, gateway);
                }
            }
        }
    }

    private static List<Finding> measure(Bench bench, LedgerCommands ledger, LiveProjections live,
            LedgerGateway gateway)
            throws Exception {
        AtomicBoolean loaded = new AtomicBoolean(true);
        CompletableFuture<List<Double>> lags = CompletableFuture.supplyAsync(() -> sample(loaded, live, gateway));
        double[] rate =
                new Race(CLIENTS, bench.seconds(), bench.rounds()).run(List.of(ledger), bench.log()).of(ledger);
        loaded.set(false);
        double[] millis = lags.get().stream().mapToDouble(Double::doubleValue).toArray();
        return List.of(Finding.under("live balances behind the log, 16 clients", Figures.percentile(0.99, millis), 500),
                Finding.plain("  the same, median", "%.1f ms".formatted(Figures.median(millis))),
                Finding.plain("  commands meanwhile", Commands.perSecond(rate)));
    }

    /** Notes the log's newest index and waits until the view holds it, over and over. */
    private static List<Double> sample(AtomicBoolean loaded, LiveProjections live, LedgerGateway gateway) {
        List<Double> millis = new ArrayList<>();
        while (loaded.get()) {
            long begin = System.nanoTime();
            long size = gateway.reader().size();
            while (live.position(BalanceProjection.NAME) < size) {
                pause(1);
            }
            millis.add((System.nanoTime() - begin) / 1e6);
            pause(SAMPLE_MILLIS);
        }
        return millis;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
