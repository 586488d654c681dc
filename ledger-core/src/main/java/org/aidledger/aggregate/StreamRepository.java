package org.aidledger.aggregate;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Loads and caches aggregates, except that a stream whose first command was refused leaves nothing behind: Axon would cache the
 * empty aggregate, without an identifier to cache it by.
 */
final class StreamRepository<A> extends CachingEventSourcingRepository<A> {

    private StreamRepository(Builder<A> builder) {
        super(builder);
    }

    static <A> StreamRepository<A> of(Class<A> type, Configuration axon, Cache cache, LockFactory locks) {
        var model =
                new AnnotatedAggregateMetaModelFactory(axon.parameterResolverFactory(), axon.handlerDefinition(type));
        return new StreamRepository<>(EventSourcingRepository.builder(type).aggregateModel(model.createModel(type))
                .eventStore(axon.eventStore()).lockFactory(locks).cache(cache));
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
        if (aggregate.version() != null) {
            super.doSaveWithLock(aggregate);
        }
    }
}
