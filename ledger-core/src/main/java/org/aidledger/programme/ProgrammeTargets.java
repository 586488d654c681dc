package org.aidledger.programme;

import java.util.function.Function;
import org.aidledger.aggregate.Streams;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;

/** The way into the streams of programmes' targets, for whoever wires the command bus. */
public final class ProgrammeTargets {

    /** The name all of a programme's commands are sent under; the answer is a {@code Decision<TargetEvent>}. */
    public static final String COMMAND_NAME = "programme-target";

    private ProgrammeTargets() {
    }

    /** The aggregate, to be registered with Axon. Its command handler needs a {@link java.time.Clock} among Axon's components. */
    public static AggregateConfigurer<?> configurer(Function<Configuration, Cache> cache,
            Function<Configuration, LockFactory> locks) {
        return Streams.configurer(ProgrammeTarget.class, cache, locks);
    }
}
