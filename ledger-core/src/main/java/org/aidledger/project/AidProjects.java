package org.aidledger.project;

import java.util.function.Function;
import org.aidledger.aggregate.Streams;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;

/** The way into the projects' streams, for whoever wires the command bus. */
public final class AidProjects {

    /** The name all of a project's commands are sent under; the answer is a {@code Decision<ProjectEvent>}. */
    public static final String COMMAND_NAME = "aid-project";

    private AidProjects() {
    }

    /**
     * The aggregate, to be registered with Axon. Its command handler needs a {@link org.aidledger.eventstore.TagIndex}, a
     * {@link Postings} and a {@link java.time.Clock} among Axon's components.
     */
    public static AggregateConfigurer<?> configurer(Function<Configuration, Cache> cache,
            Function<Configuration, LockFactory> locks) {
        return Streams.configurer(AidProject.class, cache, locks);
    }
}
