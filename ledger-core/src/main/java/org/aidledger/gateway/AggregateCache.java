package org.aidledger.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;

/** Keeps the aggregates used last, by stream; on Caffeine. */
final class AggregateCache implements org.axonframework.common.caching.Cache {

    private static final long AGGREGATES_MAX = 50_000;

    private final Cache<Object, Object> aggregates = Caffeine.newBuilder().maximumSize(AGGREGATES_MAX).build();
    private final Remembering remembering;

    AggregateCache(Remembering remembering) {
        this.remembering = remembering;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> @Nullable V get(K key) {
        return remembering.isAllowed() ? (V) aggregates.getIfPresent(key) : null;
    }

    @Override
    public void put(Object key, Object value) {
        aggregates.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return aggregates.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return aggregates.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        aggregates.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return remembering.isAllowed() && aggregates.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        aggregates.asMap().computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nothing listens to this cache");
    }
}
