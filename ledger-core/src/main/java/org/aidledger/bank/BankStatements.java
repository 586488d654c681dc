package org.aidledger.bank;

import java.util.function.Function;
import org.aidledger.aggregate.Streams;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;

/** The way into the streams of bank statements, for whoever wires the command bus. */
public final class BankStatements {

    /** The name all commands of an account's statements are sent under; the answer is a {@code Decision<BankEvent>}. */
    public static final String COMMAND_NAME = "bank-statement";

    private BankStatements() {
    }

    /**
     * The aggregate, to be registered with Axon. Its command handler needs {@link CashEntries}, a
     * {@link org.aidledger.eventstore.TagIndex} and a {@link java.time.Clock} among Axon's components.
     */
    public static AggregateConfigurer<?> configurer(Function<Configuration, Cache> cache,
            Function<Configuration, LockFactory> locks) {
        return Streams.configurer(BankStatement.class, cache, locks);
    }
}
