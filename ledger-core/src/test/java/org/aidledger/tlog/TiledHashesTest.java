package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiledHashesTest {

    @Test
    void a_proof_reads_few_tiles_and_each_once() {
        StoredLog log = StoredLog.of(70_000);
        List<String> read = new ArrayList<>();
        MerkleTree tree = new MerkleTree(new TiledHashes(70_000, path -> {
            read.add(path.toString());
            return log.read(path);
        }));
        tree.inclusion(69_999, 70_000).verify(Trees.leaves(70_000).get(69_999), log.edge().root());
        assertThat(read).containsExactlyInAnyOrder("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
        tree.root(70_000);
        assertThat(read).hasSize(3);
    }

    @Test
    void an_older_size_reads_the_partial_tiles_of_that_size() {
        StoredLog log = StoredLog.of(1_000);
        MerkleTree older = new MerkleTree(new TiledHashes(700, log));
        assertThat(older.root(700)).isEqualTo(Trees.root(Trees.leaves(700)));
    }

    @Test
    void an_edge_is_loaded_from_tiles() {
        StoredLog log = StoredLog.of(66_000);
        RightEdge loaded = RightEdge.load(66_000, log.edge().root(), log.hashes());
        assertThat(loaded.frontier()).isEqualTo(log.edge().frontier());
    }

    @Test
    void a_tile_of_another_length_is_refused() {
        TiledHashes hashes = new TiledHashes(5, path -> new byte[31]);
        assertThatThrownBy(() -> hashes.hashes(0, 0, 5)).isInstanceOf(TlogException.Malformed.class)
                .hasMessage("tile/0/000.p/5: must be 160 bytes, not 31");
        assertThatThrownBy(() -> hashes.hashes(0, 0, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hashes.hashes(0, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TiledHashes(600, path -> new byte[0]).hashes(0, 255, 257))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
