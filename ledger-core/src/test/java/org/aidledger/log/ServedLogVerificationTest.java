package org.aidledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.log.Verdict.Defect;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectId;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.EntryBundle;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.RightEdge;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.aidledger.tlog.Tile;
import org.aidledger.tlog.TilePath;
import org.aidledger.tlog.TileSource;
import org.aidledger.tlog.TlogException;
import org.aidledger.tlog.TreeHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server can hand out instead of the log, and that it is found. */
class ServedLogVerificationTest {

    private static final int EVENTS = 600;
    private static final NoteSigner SIGNER = new NoteSigner("ledger.example/test", SigningKey.ofSeed(new byte[32]));

    private static List<byte[]> leaves(int events, String amount) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            String stream = "PRJ-" + i % 10;
            leaves.add(Catalogue.ledger().encode(new UUID(0, i), stream, i / 10,
                    Map.of("actor", "lan", "way", "DECIDED"),
                    new AidPledged(new ProjectId(stream), Direction.IN, null, Money.of(amount, "USD"), null, null,
                            LocalDate.of(2024, 2, 29)))
                    .stamp(i, Instant.ofEpochSecond(1_700_000_000L + i)));
        }
        return leaves;
    }

    /** What a server has: files by their paths. */
    private static Map<String, byte[]> served(List<byte[]> leaves) {
        Map<String, byte[]> files = new HashMap<>();
        TreeHasher hasher = new TreeHasher();
        RightEdge.Growth growth = RightEdge.empty().append(leaves.stream().map(hasher::leaf).toList());
        for (Tile tile : growth.completed()) {
            files.put(tile.path().toString(), tile.toBytes());
        }
        for (int level = 0; level < 2; level++) {
            byte[] partial = growth.after().partialTile(level);
            if (partial.length > 0) {
                files.put(TilePath.in(leaves.size(), level, TilePath.fullTiles(level, leaves.size())).toString(),
                        partial);
            }
        }
        for (int from = 0; from < leaves.size(); from += 256) {
            files.put(TilePath.in(leaves.size(), TilePath.ENTRIES, from / 256).toString(),
                    EntryBundle.encode(leaves.subList(from, Math.min(from + 256, leaves.size()))));
        }
        return files;
    }

    private static SignedCheckpoint signed(List<byte[]> leaves) {
        TreeHasher hasher = new TreeHasher();
        return SignedCheckpoint.sign(new Checkpoint("ledger.example/test", leaves.size(),
                RightEdge.empty().append(leaves.stream().map(hasher::leaf).toList()).after().root()), SIGNER);
    }

    private static Verdict verify(Map<String, byte[]> files, SignedCheckpoint signed, Checkpoint... saved) {
        return verify((TileSource) path -> {
            byte[] bytes = files.get(path.toString());
            if (bytes == null) {
                throw new TlogException.Unavailable(path.toString(), "the server answered 404");
            }
            return bytes;
        }, signed, saved);
    }

    private static Verdict verify(TileSource server, SignedCheckpoint signed, Checkpoint... saved) {
        return new ServedLogVerification(server, signed, List.of(saved)).run(leaf -> {
        }, done -> {
        });
    }

    /** The first defect when entries are handed out that are not those of the tiles and the checkpoint. */
    private static Defect defect(Consumer<List<byte[]>> change) {
        List<byte[]> real = leaves(EVENTS, "100.50");
        Map<String, byte[]> files = served(real);
        List<byte[]> changed = new ArrayList<>(real);
        change.accept(changed);
        served(changed).forEach((path, bytes) -> {
            if (path.startsWith("tile/entries")) {
                files.put(path, bytes);
            }
        });
        return verify(files, signed(real)).fault().orElseThrow();
    }

    private static byte[] replaced(byte[] leaf, String text, String by) {
        return new String(leaf, StandardCharsets.UTF_8).replace(text, by).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_honest_server_is_sound_and_extends_what_was_saved() {
        List<byte[]> leaves = leaves(EVENTS, "100.50");
        Checkpoint saved = signed(leaves.subList(0, 300)).checkpoint();
        Verdict verdict = verify(served(leaves), signed(leaves), saved);
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.size()).isEqualTo(EVENTS);
        assertThat(verdict.held()).containsExactly(new Verdict.Held("checkpoint", 300));
        assertThat(verify(Map.of(), signed(List.of())).isSound()).as("an empty log").isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 599})
    void a_changed_payload_or_changed_metadata_is_named(int index) {
        for (String[] change : new String[][] {{"100.50", "900.50"}, {"\"lan\"", "\"mai\""}}) {
            Defect defect = defect(entries -> entries.set(index, replaced(entries.get(index), change[0], change[1])));
            assertThat(defect.kind()).isEqualTo("ENTRY_DIFFERS");
            assertThat(defect.firstIndex()).isEqualTo(index);
            assertThat(defect.lastIndex()).isEqualTo(index);
        }
    }

    @Test
    void changed_order_deletion_and_insertion_are_named_by_the_first_event_concerned() {
        assertThat(defect(entries -> Collections.swap(entries, 40, 420)).firstIndex()).isEqualTo(40);
        assertThat(defect(entries -> entries.remove(50)).firstIndex()).isEqualTo(50);
        assertThat(defect(entries -> entries.add(60, entries.get(61))).firstIndex()).isEqualTo(60);
    }

    @Test
    void a_bundle_that_is_missing_or_too_short_is_named() {
        List<byte[]> leaves = leaves(EVENTS, "100.50");
        Map<String, byte[]> files = served(leaves);
        files.put("tile/entries/001", EntryBundle.encode(leaves.subList(256, 511)));
        assertThat(verify(files, signed(leaves)).fault().orElseThrow())
                .isEqualTo(new Defect("BUNDLE_UNREADABLE", 256, 511, "tile/entries/001: has 255 entries, not 256"));
        files.remove("tile/entries/001");
        assertThat(verify(files, signed(leaves)).fault().orElseThrow().kind()).isEqualTo("BUNDLE_UNREADABLE");
    }

    @Test
    void what_was_found_stays_found_when_the_server_then_falls_silent() {
        List<byte[]> leaves = leaves(EVENTS, "100.50");
        assertThatThrownBy(() -> verify(silent(served(leaves)), signed(leaves)))
                .isInstanceOf(RemoteLog.NoAnswer.class);
        List<byte[]> numbered = leaves(EVENTS, "100.50");
        numbered.set(321, replaced(numbered.get(321), "\"index\":321", "\"index\":320"));
        assertThat(verify(silent(served(numbered)), signed(numbered)).fault().orElseThrow().kind())
                .isEqualTo("INDEX_DIFFERS");
    }

    /** Gives no answer when asked for the second tile of hashes. */
    private static TileSource silent(Map<String, byte[]> files) {
        return path -> {
            if (path.level() == 0 && path.index() == 1) {
                throw new RemoteLog.NoAnswer("503");
            }
            return Objects.requireNonNull(files.get(path.toString()));
        };
    }

    @Test
    void partial_tiles_that_a_server_dropped_when_the_log_grew_are_read_from_the_full_ones() throws IOException {
        List<byte[]> leaves = leaves(EVENTS, "100.50");
        SignedCheckpoint before = signed(leaves.subList(0, 500));
        Map<String, byte[]> files = served(leaves.subList(0, 500));
        files.keySet().removeIf(path -> path.contains("/001.p/"));
        assertThat(overHttp(files, before).fault().orElseThrow())
                .extracting(Defect::firstIndex, Defect::evidence)
                .containsExactly(256L, "tile/entries/001.p/244: the server answered 404");
        files.putAll(served(leaves));
        assertThat(overHttp(files, before).isSound()).isTrue();
        assertThat(overHttp(files, signed(leaves(500, "900.50"))).isSound()).as("another history").isFalse();
    }

    private static Verdict overHttp(Map<String, byte[]> files, SignedCheckpoint signed) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/log/", exchange -> {
            try (exchange) {
                byte[] bytes = files.get(exchange.getRequestURI().getPath().substring("/log/".length()));
                exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes == null ? new byte[0] : bytes);
            }
        });
        server.start();
        try (RemoteLog log =
                new RemoteLog("http://127.0.0.1:" + server.getAddress().getPort(), Optional.empty(),
                        (status, seconds) -> {
                        })) {
            return verify(log, signed);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_cut_tail_and_a_history_written_anew_are_found_against_a_saved_checkpoint() {
        List<byte[]> leaves = leaves(EVENTS, "100.50");
        Checkpoint saved = signed(leaves).checkpoint();
        List<byte[]> cut = leaves.subList(0, 590);
        assertThat(verify(served(cut), signed(cut), saved).fault().orElseThrow())
                .extracting(Defect::kind, Defect::firstIndex).containsExactly("TAIL_MISSING", 590L);
        List<byte[]> anew = leaves(EVENTS + 50, "900.50");
        assertThat(verify(served(anew), signed(anew)).isSound()).as("by itself it fits together").isTrue();
        assertThat(verify(served(anew), signed(anew), saved).fault().orElseThrow().kind()).isEqualTo("ROOT_DIFFERS");
    }

    @Test
    void an_honest_tree_over_leaves_that_contradict_themselves_is_not_sound() {
        List<byte[]> leaves = leaves(EVENTS, "100.50");
        leaves.set(321, replaced(leaves.get(321), "\"index\":321", "\"index\":320"));
        assertThat(verify(served(leaves), signed(leaves)).fault().orElseThrow())
                .extracting(Defect::kind, Defect::firstIndex).containsExactly("INDEX_DIFFERS", 321L);
        leaves = leaves(EVENTS, "100.50");
        leaves.set(322, replaced(leaves.get(322), "\"version\":32", "\"version\":33"));
        assertThat(verify(served(leaves), signed(leaves)).fault().orElseThrow().kind()).isEqualTo("STREAM_NOT_DENSE");
        leaves = leaves(EVENTS, "100.50");
        leaves.set(10, "no leaf".getBytes(StandardCharsets.UTF_8));
        assertThat(verify(served(leaves), signed(leaves)).fault().orElseThrow().kind()).isEqualTo("LEAF_UNREADABLE");
    }
}
