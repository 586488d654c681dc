package org.aidledger.app.benchmark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.axonframework.common.caching.WeakReferenceCache;

/** Axon's own cache, with all that is in it held: by itself it forgets at every collection of garbage, which ours does not. */
final class KeepingCache extends WeakReferenceCache {

    private final Map<Object, Object> held = new ConcurrentHashMap<>();

    @Override
    public void put(Object key, Object value) {
        held.put(key, value);
        super.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        boolean put = super.putIfAbsent(key, value);
        if (put) {
            held.put(key, value);
        }
        return put;
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        super.<V>computeIfPresent(key, before -> {
            V after = update.apply(before);
            held.put(key, after);
            return after;
        });
    }

    @Override
    public boolean remove(Object key) {
        held.remove(key);
        return super.remove(key);
    }

    @Override
    public void removeAll() {
        held.clear();
        super.removeAll();
    }
}
