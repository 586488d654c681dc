package org.aidledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.VerifierKey;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {

    private static final String ORIGIN = "ledger.example/test";
    private static final Checkpoint AT = new Checkpoint(ORIGIN, 3, Hash.of(new byte[32]));

    @TempDir private Path folder;

    private LogKeys open() {
        return LogKeys.open(ORIGIN, folder.resolve("signing-key.pem"), folder.resolve("key-rotations"));
    }

    @RepeatedTest(20)
    void several_that_start_at_once_on_a_new_folder_agree_on_one_key() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        var starts = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            awaitUninterruptibly(go);
            return open().identity().verifierKey().toString();
        }, task -> Thread.ofPlatform().start(task))).limit(4).toList();
        go.countDown();
        Set<String> keys = starts.stream().map(CompletableFuture::join).collect(Collectors.toSet());
        assertThat(keys).hasSize(1);
        assertThat(open().identity().verifierKey().toString()).isIn(keys);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("signing-key.pem"));
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_process_that_holds_the_old_key_goes_over_to_the_new_one_with_the_others() throws IOException {
        LogKeys serving = open();
        VerifierKey old = serving.identity().verifierKey();

        open().rotate(AT);

        assertThat(serving.refresh().verifierKey()).isNotEqualTo(old).isEqualTo(open().identity().verifierKey());
        assertThat(serving.identity().keys().keys()).containsExactly(old, serving.identity().verifierKey());
        serving.rotate(AT);
        assertThat(open().identity().keys().keys()).hasSize(3).startsWith(old);
        for (String file : new String[] {"signing-key.pem", "key-rotations"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.resolve("signing-key.pem.next")).doesNotExist();
    }

    @Test
    void a_rotation_that_was_cut_short_is_there_or_is_not() throws IOException {
        Path key = folder.resolve("signing-key.pem");
        Path next = folder.resolve("signing-key.pem.next");
        LogKeys keys = open();
        byte[] old = Files.readAllBytes(key);
        keys.rotate(AT);
        VerifierKey fresh = keys.identity().verifierKey();

        Files.move(key, next);
        PrivateFile.replace(key, old);
        assertThat(open().identity().verifierKey()).as("the statement was written, the key not put in place")
                .isEqualTo(fresh);
        open().rotate(AT);
        assertThat(open().identity().keys().keys()).hasSize(3);

        byte[] statements = Files.readAllBytes(folder.resolve("key-rotations"));
        VerifierKey third = open().identity().verifierKey();
        PrivateFile.replace(next, old);
        assertThat(open().identity().verifierKey()).as("a new key without a statement is none").isEqualTo(third);
        open().rotate(AT);
        assertThat(Files.readAllBytes(folder.resolve("key-rotations"))).startsWith(statements);
    }

    @Test
    void a_key_that_was_handed_on_is_not_signed_with_again() throws IOException {
        Path key = folder.resolve("signing-key.pem");
        LogKeys keys = open();
        byte[] old = Files.readAllBytes(key);
        keys.rotate(AT);

        PrivateFile.replace(key, old);

        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore both from the same backup");
    }
}
