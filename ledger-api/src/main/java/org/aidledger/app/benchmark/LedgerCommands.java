package org.aidledger.app.benchmark;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.actor.Way;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;

/** The ledger itself: every command decided, rendered, hashed and durable, with its idempotency key and a precondition. */
final class LedgerCommands implements Contender {

    private final LedgerGateway gateway;
    private final CommandLoad load;
    private final AtomicLong keys = new AtomicLong();

    LedgerCommands(LedgerGateway gateway, CommandLoad load) {
        this.gateway = gateway;
        this.load = load;
        gateway.append(new CommandLoad.Registrations(load.projects()));
        loadAggregates();
    }

    /** So that what is timed is a ledger that has been running for a while, as Axon's cached engine has. */
    private void loadAggregates() {
        Request request = Request.of("warm-up", Way.DECIDED, "rest").asDryRun();
        SplittableRandom random = new SplittableRandom(1);
        for (int number = 0; number < load.projects(); number++) {
            gateway.send(CommandLoad.pledge(random, number), request);
        }
    }

    @Override
    public String name() {
        return "the ledger, through the command gateway";
    }

    @Override
    public Client client(int number) {
        SplittableRandom random = new SplittableRandom(number + 1_000_003L * keys.incrementAndGet());
        Request request = Request.of("officer" + number, Way.DECIDED, "rest");
        return () -> {
            IdempotencyKey key = new IdempotencyKey("key-" + keys.incrementAndGet(), "00".repeat(32));
            Outcome outcome = gateway.send(load.pledge(random), request.withKey(key));
            if (!(outcome instanceof Outcome.Recorded)) {
                throw new IllegalStateException("not recorded: " + outcome);
            }
        };
    }
}
