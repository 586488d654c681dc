package org.aidledger.inspection;

import java.util.function.Function;
import org.aidledger.aggregate.Streams;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;

/** The way into the inspections' streams, for whoever wires the command bus. */
public final class PostInspections {

    /** The name all of an inspection's commands are sent under; the answer is a {@code Decision<InspectionEvent>}. */
    public static final String COMMAND_NAME = "post-inspection";

    private PostInspections() {
    }

    /**
     * The aggregate, to be registered with Axon. Its command handler needs a {@link org.aidledger.eventstore.TagIndex},
     * {@link ProjectActors}, {@link org.aidledger.event.RecordedEvents}, a {@link org.aidledger.eventstore.LogSize} and a {@link java.time.Clock} among Axon's components.
     */
    public static AggregateConfigurer<?> configurer(Function<Configuration, Cache> cache,
            Function<Configuration, LockFactory> locks) {
        return Streams.configurer(PostInspection.class, cache, locks);
    }
}
