package org.aidledger.aggregate;

import java.util.function.Function;
import org.aidledger.event.LedgerCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** How an aggregate of the ledger is registered with Axon. */
public final class Streams {

    private Streams() {
    }

    /**
     * An aggregate found by its command's stream. The expected version is judged by the aggregate itself: Axon passes over it for
     * aggregates that are created if missing.
     *
     * @param cache keeps aggregates between commands; they change in place, so {@code locks} must lock pessimistically
     */
    public static <A> AggregateConfigurer<A> configurer(Class<A> type, Function<Configuration, Cache> cache,
            Function<Configuration, LockFactory> locks) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(axon -> Streams::target)
                .configureRepository(axon -> StreamRepository.of(type, axon, cache.apply(axon), locks.apply(axon)));
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
        Object stream = ((LedgerCommand) command.getPayload()).stream();
        return new VersionedAggregateIdentifier(stream, null);
    }
}
