package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final int EXHAUSTIVE = 300;
    private static final int LARGE = 70_000;

    private final TreeHasher hasher = new TreeHasher();

    @Test
    void every_entry_of_every_small_tree_is_proven() {
        List<Hash> leaves = Trees.leaves(EXHAUSTIVE);
        MerkleTree tree = new MerkleTree(StoredLog.of(EXHAUSTIVE).hashes());
        for (int size = 1; size <= EXHAUSTIVE; size++) {
            Hash root = Trees.root(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index, size);
                proof.verify(leaves.get(index), root);
                if (size <= 40 || size > 255 && size < 258) {
                    assertThat(proof.path()).isEqualTo(Trees.path(index, leaves.subList(0, size)));
                }
            }
        }
    }

    @Test
    void every_small_tree_is_proven_to_begin_every_later_one() {
        List<Hash> leaves = Trees.leaves(EXHAUSTIVE);
        MerkleTree tree = new MerkleTree(StoredLog.of(EXHAUSTIVE).hashes());
        List<Hash> roots = new ArrayList<>();
        for (int size = 0; size <= EXHAUSTIVE; size++) {
            roots.add(Trees.root(leaves.subList(0, size)));
        }
        for (int newSize = 0; newSize <= EXHAUSTIVE; newSize++) {
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                ConsistencyProof proof = tree.consistency(oldSize, newSize);
                proof.verify(roots.get(oldSize), roots.get(newSize));
                if (oldSize > 0 && (newSize <= 40 || newSize > 255 && newSize < 258)) {
                    assertThat(proof.path()).isEqualTo(Trees.proof(oldSize, leaves.subList(0, newSize)));
                }
            }
        }
    }

    @Test
    void a_tree_of_three_tile_levels_is_proven_at_any_size() {
        long seed = new Random().nextLong();
        System.out.println("ProofTest seed " + seed);
        RandomGenerator random = new Random(seed);
        List<Hash> leaves = Trees.leaves(LARGE);
        MerkleTree tree = new MerkleTree(StoredLog.of(LARGE).hashes());
        for (int round = 0; round < 10; round++) {
            int size = round == 0 ? LARGE : random.nextInt(1, LARGE + 1);
            int oldSize = round == 1 ? 65_536 : random.nextInt(0, size + 1);
            Hash root = Trees.root(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            int index = random.nextInt(size);
            tree.inclusion(index, size).verify(leaves.get(index), root);
            tree.consistency(Math.min(oldSize, size), size)
                    .verify(Trees.root(leaves.subList(0, Math.min(oldSize, size))), root);
        }
        assertThat(tree.inclusion(69_999, LARGE).path()).isEqualTo(Trees.path(69_999, leaves));
        assertThat(tree.consistency(65_537, LARGE).path()).isEqualTo(Trees.proof(65_537, leaves));
    }

    @Test
    void an_inclusion_proof_changed_in_any_way_is_refused() {
        List<Hash> leaves = Trees.leaves(67);
        MerkleTree tree = new MerkleTree(Trees.source(leaves));
        for (int size : new int[] {1, 2, 3, 7, 8, 11, 31, 33, 64, 67}) {
            Hash root = Trees.root(leaves.subList(0, size));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index, size);
                Hash leaf = leaves.get(index);
                assertUnproven(() -> proof.verify(changed(leaf), root));
                assertUnproven(() -> proof.verify(leaf, changed(root)));
                for (List<Hash> path : mutations(proof.path())) {
                    assertUnproven(() -> new InclusionProof(proof.index(), proof.size(), path).verify(leaf, root));
                }
                for (int other = 0; other < size; other++) {
                    if (other != index) {
                        InclusionProof moved = new InclusionProof(other, size, proof.path());
                        assertUnproven(() -> moved.verify(leaf, root));
                    }
                }
            }
        }
    }

    @Test
    void a_consistency_proof_changed_in_any_way_is_refused() {
        List<Hash> leaves = Trees.leaves(67);
        MerkleTree tree = new MerkleTree(Trees.source(leaves));
        for (int newSize : new int[] {1, 2, 3, 7, 8, 11, 31, 33, 64, 67}) {
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                Hash oldRoot = Trees.root(leaves.subList(0, oldSize));
                Hash newRoot = Trees.root(leaves.subList(0, newSize));
                ConsistencyProof proof = tree.consistency(oldSize, newSize);
                assertUnproven(() -> proof.verify(changed(oldRoot), newRoot));
                if (oldSize > 0) {
                    assertUnproven(() -> proof.verify(oldRoot, changed(newRoot)));
                }
                for (List<Hash> path : mutations(proof.path())) {
                    ConsistencyProof bad = new ConsistencyProof(proof.oldSize(), proof.newSize(), path);
                    assertUnproven(() -> bad.verify(oldRoot, newRoot));
                }
            }
        }
    }

    @Test
    void a_tree_that_was_rewritten_cannot_be_proven_consistent() {
        StoredLog honest = StoredLog.of(40);
        List<byte[]> others = new ArrayList<>(honest.entries);
        Collections.swap(others, 3, 4);
        StoredLog rewritten = honest.rewritten(others);
        ConsistencyProof proof = new MerkleTree(rewritten.hashes()).consistency(20, 40);
        Hash saved = new MerkleTree(honest.hashes()).root(20);
        assertThatThrownBy(() -> proof.verify(saved, rewritten.edge().root()))
                .isInstanceOf(TlogException.Unproven.class)
                .hasMessageStartingWith("consistency proof from size 20 to 40: leads to the old root ");
    }

    @Test
    void proofs_for_what_no_tree_has_are_refused() {
        MerkleTree tree = new MerkleTree(Trees.source(Trees.leaves(5)));
        assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.root(Limits.TREE_SIZE_MAX + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InclusionProof(5, 5, List.of())).isInstanceOf(TlogException.Malformed.class);
        assertThatThrownBy(() -> new ConsistencyProof(6, 5, List.of())).isInstanceOf(TlogException.Malformed.class);
        List<Hash> endless = Collections.nCopies(64, TreeHasher.EMPTY_ROOT);
        assertThatThrownBy(() -> new InclusionProof(0, 5, endless)).isInstanceOf(TlogException.Malformed.class);
        assertThatThrownBy(() -> new ConsistencyProof(1, 5, endless)).isInstanceOf(TlogException.Malformed.class);
        assertThat(tree.root(0)).isEqualTo(TreeHasher.EMPTY_ROOT);
    }

    @Test
    void proofs_reach_the_largest_tree_there_can_be() {
        List<Hash> path = Collections.nCopies(62, TreeHasher.EMPTY_ROOT);
        Hash root = TreeHasher.EMPTY_ROOT;
        for (Hash sibling : path) {
            root = hasher.node(root, sibling);
        }
        new InclusionProof(0, Limits.TREE_SIZE_MAX, path).verify(TreeHasher.EMPTY_ROOT, root);
        new ConsistencyProof(1, Limits.TREE_SIZE_MAX, path).verify(TreeHasher.EMPTY_ROOT, root);
    }

    private List<List<Hash>> mutations(List<Hash> path) {
        List<List<Hash>> mutations = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> flipped = new ArrayList<>(path);
            flipped.set(i, changed(path.get(i)));
            mutations.add(flipped);
            List<Hash> shortened = new ArrayList<>(path);
            shortened.remove(i);
            mutations.add(shortened);
            List<Hash> lengthened = new ArrayList<>(path);
            lengthened.add(i, path.get(i));
            mutations.add(lengthened);
            if (i > 0) {
                List<Hash> swapped = new ArrayList<>(path);
                Collections.swap(swapped, i - 1, i);
                mutations.add(swapped);
            }
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(TreeHasher.EMPTY_ROOT);
        mutations.add(longer);
        return mutations;
    }

    private static Hash changed(Hash hash) {
        byte[] bytes = hash.toBytes();
        bytes[31] ^= 1;
        return Hash.of(bytes);
    }

    private static void assertUnproven(ThrowingCallable verification) {
        assertThatThrownBy(verification).isInstanceOf(TlogException.Unproven.class);
    }
}
