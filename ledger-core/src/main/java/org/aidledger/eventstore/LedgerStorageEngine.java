package org.aidledger.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aidledger.catalogue.Catalogue;

import org.aidledger.event.LedgerEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the log. Indices are dense and in commit order, so a tracking token is a plain number and no reader can miss
 * an event. There are no snapshots: aggregates are cached instead.
 */
public final class LedgerStorageEngine implements EventStorageEngine {

    private static final int READ_BATCH = 1_000;

    private final AppendEngine engine;
    private final EntryReader reader;
    private final Catalogue catalogue;

    public LedgerStorageEngine(AppendEngine engine, EntryReader reader, Catalogue catalogue) {
        this.engine = engine;
        this.reader = reader;
        this.catalogue = catalogue;
    }

    /**
     * Appends what a unit of work recorded. Called once a unit of work: Axon calls again for events published while committing,
     * which would be a second append that can succeed or fail by itself, and is refused.
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        AppendTerms terms = CurrentUnitOfWork.isStarted() ? AppendTerms.current() : new AppendTerms();
        if (terms.result() != null) {
            throw new IllegalStateException("events were published while committing; one unit of work is one append");
        }
        List<Draft> drafts = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            drafts.add(encode((DomainEventMessage<?>) event));
        }
        terms.appended(engine.append(drafts, terms), drafts.getLast().version());
    }

    private Draft encode(DomainEventMessage<?> event) {
        Map<String, String> metadata = new HashMap<>();
        event.getMetaData().forEach((name, value) -> metadata.put(name, (String) value));
        return Draft.of(catalogue, UUID.fromString(event.getIdentifier()), event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                metadata, (LedgerEvent) event.getPayload());
    }

    @Override
    public Stream<EntryMessage> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        return StreamSupport.stream(new Batches(after == null ? 0 : after.position().orElse(-1) + 1) {
            @Override
            List<byte[]> read(long from) {
                return reader.leaves(from, READ_BATCH);
            }
        }, false);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        return DomainEventStream.of(StreamSupport.stream(new Batches(firstVersion) {
            @Override
            List<byte[]> read(long from) {
                return reader.leavesOf(stream, from, READ_BATCH);
            }
        }, false));
    }

    /** Reads on in batches until one comes back short. */
    private abstract class Batches extends Spliterators.AbstractSpliterator<EntryMessage> {

        private long next;
        private List<byte[]> batch = List.of();
        private int at;
        private boolean last;

        Batches(long first) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.next = first;
        }

        abstract List<byte[]> read(long from);

        @Override
        public boolean tryAdvance(Consumer<? super EntryMessage> action) {
            if (at == batch.size()) {
                if (last) {
                    return false;
                }
                batch = read(next);
                at = 0;
                next += batch.size();
                last = batch.size() < READ_BATCH;
                if (batch.isEmpty()) {
                    return false;
                }
            }
            action.accept(new EntryMessage(catalogue.decode(batch.get(at++))));
            return true;
        }
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return reader.lastVersionOf(stream);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return tokenBefore(reader.size());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant time) {
        return tokenBefore(reader.sizeAt(time.minusNanos(1_000)));
    }

    private static @Nullable TrackingToken tokenBefore(long index) {
        return index == 0 ? null : new GlobalSequenceTrackingToken(index - 1);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this log keeps events only; aggregates are cached");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
