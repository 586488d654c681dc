package org.aidledger.app.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.aidledger.app.platform.Views;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.live.LiveProjections;
import org.aidledger.view.rebuild.Rebuilder;

/** How far behind the log the views of a server are while sixteen clients write: the balances, and the slowest of them. */
final class Lag implements Measurement {

    private static final int CLIENTS = 16;
    private static final long SAMPLE_MILLIS = 20;

    /** In milliseconds, from when an event was acknowledged until it was seen. */
    private record Lags(List<Double> balances, List<Double> slowest) {
    }

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public List<Finding> run(Bench bench) throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(bench.source());
            pool.setMaximumPoolSize(CLIENTS + Views.projections().size() + 6);
            try (LedgerGateway gateway = bench.gateway(pool)) {
                LedgerCommands ledger = new LedgerCommands(gateway, bench.load());
                Rebuilder rebuilder = new Rebuilder(pool, gateway.reader(), gateway.catalogue());
                try (LiveProjections live = new LiveProjections(pool, gateway.eventStore(), gateway.reader(), rebuilder,
                        Views.projections())) {
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
        CompletableFuture<Lags> lags = CompletableFuture.supplyAsync(() -> sample(loaded, live, gateway));
        double[] rate =
                new Race(CLIENTS, bench.seconds(), bench.rounds()).run(List.of(ledger), bench.log()).of(ledger);
        loaded.set(false);
        double[] balances = millis(lags.get().balances);
        double[] slowest = millis(lags.get().slowest);
        return List.of(
                Finding.under("live balances behind the log, 16 clients", Figures.percentile(0.99, balances), 500),
                Finding.plain("  the same, median", "%.1f ms".formatted(Figures.median(balances))),
                Finding.under("  the slowest of all %d views".formatted(Views.projections().size()),
                        Figures.percentile(0.99, slowest), 500),
                Finding.plain("  the same, median", "%.1f ms".formatted(Figures.median(slowest))),
                Finding.plain("  commands meanwhile", Commands.perSecond(rate)));
    }

    private static double[] millis(List<Double> lags) {
        return lags.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Notes the log's newest index and waits until the views hold it, over and over. */
    private static Lags sample(AtomicBoolean loaded, LiveProjections live, LedgerGateway gateway) {
        Lags lags = new Lags(new ArrayList<>(), new ArrayList<>());
        while (loaded.get()) {
            long begin = System.nanoTime();
            long size = gateway.reader().size();
            await(() -> live.position(BalanceProjection.NAME) >= size);
            lags.balances.add((System.nanoTime() - begin) / 1e6);
            await(() -> Views.projections().stream().allMatch(view -> live.position(view.name()) >= size));
            lags.slowest.add((System.nanoTime() - begin) / 1e6);
            pause(SAMPLE_MILLIS);
        }
        return lags;
    }

    private static void await(BooleanSupplier seen) {
        while (!seen.getAsBoolean()) {
            pause(1);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
