package org.aidledger.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aidledger.app.platform.Ledger;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.testing.TestDatabase;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two application processes append to one database while readers poll as fast as they can: nobody misses anything. */
class TwoNodesTest {

    private static final int WRITERS = 16;
    private static final int BATCH = 500;

    @TempDir Path folder;

    private final Promises promises = new Promises();
    private volatile long total = Long.MAX_VALUE;

    @Test
    void every_reader_sees_every_index_once_and_in_order() throws Exception {
        appendAndRead(Duration.ofSeconds(3));
    }

    @Test
    @Tag("faults")
    void every_reader_sees_every_index_once_and_in_order_for_twenty_seconds() throws Exception {
        appendAndRead(Duration.ofSeconds(20));
    }

    private void appendAndRead(Duration load) throws Exception {
        try (TestDatabase database = TestDatabase.createDurable()) {
            try (ExecutorService threads = Executors.newCachedThreadPool();
                    Ledger ledger = Ledger.open(LoadedNode.settings(database.url(), folder));
                    Node one = Node.start(database.url(), folder, "one", WRITERS, promises);
                    Node two = Node.start(database.url(), folder, "two", WRITERS, promises)) {
                one.awaitReady();
                two.awaitReady();
                List<Future<Long>> readers = List.of(
                        threads.submit(() -> readByIndex(ledger.gateway().reader())),
                        threads.submit(() -> readByIndex(ledger.gateway().reader())),
                        threads.submit(() -> readStream(ledger.gateway().eventStore())));
                Thread.sleep(load);
                one.stop();
                two.stop();
                total = ledger.gateway().reader().size();
                for (Future<Long> reader : readers) {
                    assertThat(reader.get(120, TimeUnit.SECONDS)).isEqualTo(total);
                }
                assertThat(one.acknowledged()).isPositive();
                assertThat(two.acknowledged()).isPositive();
            }
            long events = promises.assertKept(database.url(), folder);
            System.out.printf("faults: two nodes of %d writers for %d s, three readers: %d events, not written %s%n",
                    WRITERS, load.toSeconds(), events, promises.denied());
        }
    }

    /** @return how many events it saw, each after the one before it */
    private long readByIndex(EntryReader reader) {
        long seen = 0;
        while (seen < total) {
            for (byte[] leaf : reader.leaves(seen, BATCH)) {
                assertThat(Catalogue.header(leaf).index()).isEqualTo(seen++);
            }
        }
        return seen;
    }

    /** The same through Axon's stream, which is what views follow. */
    private long readStream(EventStore store) throws InterruptedException {
        long seen = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            while (seen < total) {
                if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                    assertThat(stream.nextAvailable().trackingToken().position()).hasValue(seen++);
                }
            }
        }
        return seen;
    }
}
