package org.aidledger.actor;

import java.util.function.Function;
import org.aidledger.aggregate.Streams;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;

/** The way into the actors' streams, for whoever wires the command bus. */
public final class LedgerActors {

    /** The name all of an actor's commands are sent under; the answer is a {@code Decision<ActorEvent>}. */
    public static final String COMMAND_NAME = "actor";

    private LedgerActors() {
    }

    /**
     * The aggregate, to be registered with Axon. Its command handler needs a {@link org.aidledger.eventstore.TagIndex} and a
     * {@link java.time.Clock} among Axon's components.
     */
    public static AggregateConfigurer<?> configurer(Function<Configuration, Cache> cache,
            Function<Configuration, LockFactory> locks) {
        return Streams.configurer(LedgerActor.class, cache, locks);
    }
}
