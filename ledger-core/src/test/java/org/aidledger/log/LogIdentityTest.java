package org.aidledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class LogIdentityTest {

    @TempDir private Path folder;

    @RepeatedTest(20)
    void several_that_start_at_once_on_a_new_folder_agree_on_one_key() throws Exception {
        Path keyFile = folder.resolve("signing-key.pem");
        CountDownLatch go = new CountDownLatch(1);
        var starts = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            awaitUninterruptibly(go);
            return LogIdentity.load("ledger.example/test", keyFile).verifierKey().toString();
        }, task -> Thread.ofPlatform().start(task))).limit(4).toList();
        go.countDown();
        Set<String> keys = starts.stream().map(CompletableFuture::join).collect(Collectors.toSet());
        assertThat(keys).hasSize(1);
        assertThat(LogIdentity.load("ledger.example/test", keyFile).verifierKey().toString()).isIn(keys);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(keyFile);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
