package org.aidledger.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.aidledger.actor.Way;
import org.aidledger.app.platform.Ledger;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;

/** A portfolio of about the size of a country's, entered as people would: through the same commands, under the same rules. */
public final class InventedPortfolio {

    /** The projects of the demonstration. */
    public static final int PROJECTS = 1_200;

    /** Other seeds give other portfolios. */
    public static final long SEED = 2_026;

    /** The more enter at once, the more share an append: half the database's work of sixteen. */
    private static final int OFFICERS = 64;

    private InventedPortfolio() {
    }

    /**
     * Enters the donors and the whole life of each project, several at a time, and then inspects; nothing where there is to be no
     * project.
     *
     * @throws IllegalStateException when a command is not recorded: the portfolio then breaks a rule it should keep
     */
    public static void load(Ledger ledger, long seed, int projects, SamplePortfolio.Watcher watcher) {
        List<List<InventedProject.Step>> lives = new ArrayList<>(projects == 0 ? List.of() : InventedDonors.lives());
        IntStream.rangeClosed(1, projects).mapToObj(number -> InventedProject.of(seed, number).steps())
                .forEach(lives::add);
        long total = lives.stream().mapToLong(List::size).sum();
        AtomicLong done = new AtomicLong();
        try (ExecutorService officers = Executors.newFixedThreadPool(OFFICERS)) {
            List<Future<?>> lived = new ArrayList<>();
            lives.forEach(life -> lived.add(officers.submit(() -> live(ledger, life, done))));
            for (Future<?> one : lived) {
                one.get();
                watcher.at(done.get(), total);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the invented portfolio could not be entered: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the invented portfolio was entered", e);
        }
        InventedInspection.load(ledger, projects);
    }

    private static void live(Ledger ledger, List<InventedProject.Step> life, AtomicLong done) {
        for (InventedProject.Step step : life) {
            enter(ledger, step);
            done.incrementAndGet();
        }
    }

    /** @throws IllegalStateException when the command is not recorded */
    static void enter(Ledger ledger, InventedProject.Step step) {
        Outcome outcome = ledger.gateway().send(step.command(), Request.of(step.actor(), Way.DECIDED, "demo"));
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException(step.command() + " gave " + outcome);
        }
    }
}
