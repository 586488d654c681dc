package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.aidledger.tlog.RightEdge.Growth;
import org.junit.jupiter.api.Test;

class RightEdgeTest {

    @Test
    void the_published_roots_come_out() {
        RightEdge edge = RightEdge.empty();
        List<Hash> leaves = Trees.leafHashes(Trees.GOLDEN_ENTRIES);
        for (int i = 0; i < leaves.size(); i++) {
            edge = edge.append(leaves.subList(i, i + 1)).after();
            assertThat(edge.root().hex()).isEqualTo(Trees.GOLDEN_ROOTS.get(i));
        }
    }

    @Test
    void every_size_has_the_root_of_the_definition_and_its_frontier_is_read_back() {
        List<Hash> leaves = Trees.leaves(1_100);
        RightEdge edge = RightEdge.empty();
        Frontier frontier = new Frontier();
        for (int size = 0; size <= leaves.size(); size++) {
            Hash root = Trees.root(leaves.subList(0, size));
            assertThat(edge.root()).as("size %d", size).isEqualTo(root);
            assertThat(edge.frontier()).isEqualTo(frontier.toBytes());
            assertThat(Frontier.of(size, edge.frontier()).root()).isEqualTo(root);
            if (size < leaves.size()) {
                edge = edge.append(leaves.subList(size, size + 1)).after();
                frontier.append(leaves.get(size));
            }
        }
    }

    @Test
    void a_frontier_of_another_size_is_refused() {
        RightEdge edge = RightEdge.empty().append(Trees.leaves(7)).after();
        assertThatThrownBy(() -> Frontier.of(8, edge.frontier())).isInstanceOf(TlogException.Malformed.class)
                .hasMessage("frontier of size 8: must have 32 bytes, not 96");
        assertThat(Frontier.of(7, edge.frontier()).matches(edge.frontier())).isTrue();
        assertThat(Frontier.of(7, edge.frontier()).matches(new byte[96])).isFalse();
        assertThat(Frontier.of(7, edge.frontier()).matches(new byte[32])).isFalse();
    }

    @Test
    void an_edge_stays_as_it_was_when_an_append_is_given_up() {
        List<Hash> leaves = Trees.leaves(600);
        RightEdge before = RightEdge.empty().append(leaves.subList(0, 250)).after();
        Hash root = before.root();
        List<Hash> others = leaves.subList(300, 600);
        before.append(others);
        assertThat(before.root()).isEqualTo(root);
        Growth growth = before.append(leaves.subList(250, 300));
        before.append(others);
        assertThat(growth.completed()).singleElement().satisfies(tile -> {
            assertThat(tile.hash(255)).isEqualTo(leaves.get(255));
            assertThat(tile.root()).isEqualTo(Trees.root(leaves.subList(0, 256)));
        });
        assertThat(growth.after().root()).isEqualTo(Trees.root(leaves.subList(0, 300)));
        assertThat(growth.after().partialTile(0)).isEqualTo(bytes(leaves.subList(256, 300)));
    }

    @Test
    void batches_of_any_size_give_the_same_tiles_and_roots() {
        long seed = new Random().nextLong();
        System.out.println("RightEdgeTest seed " + seed);
        RandomGenerator random = new Random(seed);
        int size = 66_500;
        byte[] leaves = bytes(Trees.leaves(size));
        RightEdge edge = RightEdge.empty();
        List<Tile> tiles = new ArrayList<>();
        while (edge.size() < size) {
            int count = (int) Math.min(size - edge.size(), random.nextInt(1, 3_000));
            int from = (int) edge.size() * 32;
            Growth growth = edge.append(java.util.Arrays.copyOfRange(leaves, from, from + count * 32));
            tiles.addAll(growth.completed());
            edge = growth.after();
        }
        Growth atOnce = RightEdge.empty().append(leaves);
        assertThat(edge.root()).isEqualTo(atOnce.after().root()).isEqualTo(Trees.root(Trees.leaves(size)));
        assertThat(tiles).extracting(tile -> tile.path().toString())
                .isEqualTo(atOnce.completed().stream().map(tile -> tile.path().toString()).toList())
                .hasSize(259 + 1).contains("tile/1/000").doesNotHaveDuplicates();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            assertThat(tile.toBytes()).isEqualTo(atOnce.completed().get(i).toBytes());
            List<Hash> hashes = new ArrayList<>();
            for (int position = 0; position < 256; position++) {
                hashes.add(tile.hash(position));
            }
            assertThat(tile.root()).isEqualTo(Trees.root(hashes));
        }
        assertThat(edge.partialTile(1)).hasSize(3 * 32);
        assertThat(edge.partialTile(2)).hasSize(32);
    }

    @Test
    void an_edge_is_loaded_from_stored_hashes() {
        List<Hash> leaves = Trees.leaves(66_000);
        for (int size : new int[] {0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 65_800}) {
            RightEdge edge = RightEdge.empty().append(leaves.subList(0, size)).after();
            RightEdge loaded = RightEdge.load(size, edge.root(), Trees.source(leaves.subList(0, size)));
            assertThat(loaded.frontier()).isEqualTo(edge.frontier());
            List<Hash> next = leaves.subList(size, size + 200);
            assertThat(loaded.append(next).after().root()).isEqualTo(edge.append(next).after().root());
            assertThat(loaded.append(next).completed()).hasSameSizeAs(edge.append(next).completed());
        }
    }

    @Test
    void stored_hashes_that_give_another_root_are_not_loaded() {
        List<Hash> leaves = Trees.leaves(300);
        Hash root = Trees.root(leaves);
        List<Hash> changed = new ArrayList<>(leaves);
        changed.set(299, leaves.get(0));
        assertThatThrownBy(() -> RightEdge.load(300, root, Trees.source(changed)))
                .isInstanceOf(TlogException.Unproven.class).hasMessageContaining(root.hex());
        assertThatThrownBy(() -> RightEdge.load(300, root, (level, from, to) -> new byte[32]))
                .isInstanceOf(TlogException.Unavailable.class)
                .hasMessage("hashes 256 to 299 of level 0: must be 1408 bytes, the source gave 32");
    }

    private static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * 32];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * 32);
        }
        return bytes;
    }
}
