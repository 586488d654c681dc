package org.aidledger.view.rebuild;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.EntryReader;

/**
 * The entries of an index range in order, read and decoded ahead by other threads while the caller folds. Each batch is read in
 * a short transaction of its own, so that no snapshot stays open however long the range is.
 */
final class DecodeAhead implements AutoCloseable {

    /**
     * Two batches at most are in memory at a time, about 100 MB. Whoever sums up blocks of a power of two of this size or less
     * finds them whole in a batch.
     */
    static final int BATCH_EVENTS = 16_384;
    private static final int BATCHES_AHEAD = 1;

    private final EntryReader log;
    private final Catalogue catalogue;
    private final long to;
    private final Deque<Future<List<Entry>>> ahead = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long next;

    DecodeAhead(EntryReader log, Catalogue catalogue, long from, long to) {
        this.log = log;
        this.catalogue = catalogue;
        this.next = from;
        this.to = to;
    }

    /** The next entries, empty at the end of the range. */
    List<Entry> next() {
        while (ahead.size() < BATCHES_AHEAD && next < to) {
            long from = next;
            int limit = (int) Math.min(BATCH_EVENTS, to - from);
            ahead.add(threads.submit(() -> read(from, limit)));
            next += limit;
        }
        Future<List<Entry>> first = ahead.poll();
        return first == null ? List.of() : await(first);
    }

    private List<Entry> read(long from, int limit) {
        List<Entry> entries = new ArrayList<>(limit);
        for (byte[] leaf : log.leaves(from, limit)) {
            entries.add(catalogue.decode(leaf));
        }
        return entries;
    }

    /** What the other thread found, or its failure as an unchecked one. */
    static <T> T await(Future<T> other) {
        try {
            return other.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rebuilding a view", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
