package org.aidledger.ngo;

import java.util.function.Function;
import org.aidledger.aggregate.Streams;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;

/** The way into the donors' streams, for whoever wires the command bus. */
public final class ForeignNgos {

    /** The name all of a donor's commands are sent under; the answer is a {@code Decision<NgoEvent>}. */
    public static final String COMMAND_NAME = "foreign-ngo";

    private ForeignNgos() {
    }

    /** The aggregate, to be registered with Axon. Its command handler needs a {@link java.time.Clock} among Axon's components. */
    public static AggregateConfigurer<?> configurer(Function<Configuration, Cache> cache,
            Function<Configuration, LockFactory> locks) {
        return Streams.configurer(ForeignNgo.class, cache, locks);
    }
}
