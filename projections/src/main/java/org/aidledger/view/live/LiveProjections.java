package org.aidledger.view.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.view.Projection;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.rebuild.Progress;
import org.aidledger.view.rebuild.Rebuilder;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The views that follow the log, each with a tracking processor of its own. Several nodes may run them on one database at the
 * same time. A failing fold is tried again after 1, 2, 4 ... 60 seconds and {@link #status} says why it failed.
 */
public final class LiveProjections implements AutoCloseable {

    /** The most entries that share a transaction. */
    public static final int BATCH_EVENTS_MAX = 2_000;

    private static final long POLL_MILLIS = 10;

    /** How long one that has nothing to do waits before it looks whether it shall stop. */
    private static final long IDLE_MILLIS_MAX = 100;

    private final JdbcClient jdbc;
    private final EntryReader log;
    private final Rebuilder rebuilder;
    private final List<Follower> followers;

    private record Follower(Projection projection, TrackingEventProcessor processor) {
    }

    /**
     * @param dataSource the application's connections; each projection takes one at a time
     * @param messages the log as Axon streams it; its messages are {@link org.aidledger.eventstore.EntryMessage}s
     */
    public LiveProjections(DataSource dataSource, StreamableMessageSource<TrackedEventMessage<?>> messages,
            EntryReader log,
            Rebuilder rebuilder, List<Projection> projections) {
        this.jdbc = JdbcClient.create(dataSource);
        this.log = log;
        this.rebuilder = rebuilder;
        this.followers = projections.stream()
                .map(projection -> new Follower(projection, processor(projection, dataSource, messages)))
                .toList();
    }

    private static TrackingEventProcessor processor(Projection projection, DataSource dataSource,
            StreamableMessageSource<TrackedEventMessage<?>> messages) {
        ViewSchema schema = ViewSchema.live(projection.name());
        ViewTransactions transactions = new ViewTransactions(dataSource, schema);
        return TrackingEventProcessor.builder().name(projection.name())
                .eventHandlerInvoker(new FoldOnCommit(projection, transactions))
                .messageSource(messages)
                .tokenStore(new PositionTokens(transactions, schema))
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH_EVENTS_MAX)
                                .andEventAvailabilityTimeout(IDLE_MILLIS_MAX, TimeUnit.MILLISECONDS))
                .build();
    }

    /** Builds views that are missing or of another version, catches up those that lag, then follows the log. */
    public void start() {
        for (Follower follower : followers) {
            rebuilder.catchUp(follower.projection, Progress.SILENT);
        }
        followers.forEach(follower -> follower.processor.start());
    }

    /** Stops following, after the batches under way; the views stay as they are and may be read. */
    @Override
    public void close() {
        CompletableFuture.allOf(followers.stream().map(follower -> follower.processor.shutdownAsync())
                .toArray(CompletableFuture[]::new)).join();
    }

    /** How many entries the view holds, whole appends only: {@link ViewSchema#held}. */
    public long position(String projection) {
        return ViewSchema.held(jdbc, projection);
    }

    /** How many entries of the log the view does not hold yet. */
    public long lag(String projection) {
        long position = position(projection);
        return Math.max(0, log.size() - position);
    }

    /**
     * Waits until the view holds the entry with that index and what was appended with it, whichever node folds it in.
     *
     * @return false when it did not within the time
     */
    public boolean awaitIndex(String projection, long index, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (position(projection) <= index) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Where each view is and whether it can go on. */
    public List<Status> status() {
        List<Status> all = new ArrayList<>();
        for (Follower follower : followers) {
            long position = position(follower.projection.name());
            all.add(new Status(follower.projection.name(), position, Math.max(0, log.size() - position),
                    failure(follower)));
        }
        return all;
    }

    /** A processor that an error or an interruption has ended keeps no status, nor does one that cannot begin. */
    private static @Nullable String failure(Follower follower) {
        EventTrackerStatus status = follower.processor.processingStatus().get(0);
        if (status == null) {
            return "view " + follower.projection.name()
                    + " is not being followed; the program's log says why, and a new start follows it again";
        }
        Throwable error = status.getError();
        return error == null ? null : Objects.requireNonNullElse(error.getMessage(), error.toString());
    }

    /**
     * @param lag entries of the log that the view does not hold yet
     * @param failure why its last batch failed, or null while it goes on well
     */
    public record Status(String projection, long position, long lag, @Nullable String failure) {
    }
}
