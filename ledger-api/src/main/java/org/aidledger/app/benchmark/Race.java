package org.aidledger.app.benchmark;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs contenders in turn, round after round, so that a machine whose speed drifts is equally unfair to all of them. */
record Race(int clients, double secondsEach, int rounds) {

    private static final int WARM_UP_WINDOWS_MAX = 30;
    private static final double COMPILER_QUIET = 0.1;

    Rates run(List<? extends Contender> contenders, Consumer<String> log) throws Exception {
        Map<String, double[]> figures = new LinkedHashMap<>();
        contenders.forEach(contender -> figures.put(contender.name(), new double[rounds]));
        Rates rates = new Rates(figures);
        for (Contender contender : contenders) {
            warmUp(contender, log);
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : contenders) {
                double figure = perSecond(contender, secondsEach);
                rates.of(contender)[round] = figure;
                log.accept("round %d of %d: %-45s %,10.0f/s".formatted(round + 1, rounds, contender.name(), figure));
            }
        }
        return rates;
    }

    /**
     * Runs a contender, not counted, until Java's compiler is done with it: on few processors its threads take most of them for
     * the first half minute, and what would be timed is the compiler.
     */
    private void warmUp(Contender contender, Consumer<String> log) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double seconds = secondsEach / 2;
        for (int window = 1; window <= WARM_UP_WINDOWS_MAX; window++) {
            long before = compiler.getTotalCompilationTime();
            double figure = perSecond(contender, seconds);
            double compiling = (compiler.getTotalCompilationTime() - before) / (seconds * 1_000);
            log.accept("warm-up %d: %-48s %,10.0f/s, compiler %.0f %%".formatted(window, contender.name(), figure,
                    100 * compiling));
            if (compiling < COMPILER_QUIET) {
                return;
            }
        }
    }

    private double perSecond(Contender contender, double seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<Future<Long>> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int number = 0; number < clients; number++) {
                int client = number;
                counts.add(threads.submit(() -> count(contender, client, end)));
            }
            long operations = 0;
            for (Future<Long> count : counts) {
                operations += count.get();
            }
            return operations / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long count(Contender contender, int number, long end) throws Exception {
        long operations = 0;
        try (Contender.Client client = contender.client(number)) {
            while (System.nanoTime() < end) {
                client.once();
                operations++;
            }
        }
        return operations;
    }
}
