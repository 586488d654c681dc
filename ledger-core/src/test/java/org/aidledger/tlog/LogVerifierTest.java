package org.aidledger.tlog;

import static org.aidledger.tlog.Fault.Kind.ENTRY_DIFFERS;
import static org.aidledger.tlog.Fault.Kind.ENTRY_MISSING;
import static org.aidledger.tlog.Fault.Kind.ROOT_DIFFERS;
import static org.aidledger.tlog.Fault.Kind.TAIL_MISSING;
import static org.aidledger.tlog.Fault.Kind.TILE_DIFFERS;
import static org.aidledger.tlog.Fault.Kind.TILE_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LogVerifierTest {

    private static final int SIZE = 1_500;
    private static final byte[] FORGED = {'f', 'o', 'r', 'g', 'e', 'd'};

    private final StoredLog log = StoredLog.of(SIZE);
    private final MerkleTree honest = new MerkleTree(log.hashes());
    private final List<byte[]> entries = new ArrayList<>(log.entries);

    @Test
    void a_sound_log_of_any_size_is_confirmed() {
        for (int size : new int[] {0, 1, 255, 256, 257, 1_499, 1_500}) {
            StoredLog sound = StoredLog.of(size);
            LogVerifier verifier = LogVerifier.against(sound.hashes()).expect(size, sound.edge().root());
            assertThat(verify(verifier, sound.entries)).isEmpty();
            assertThat(verifier.size()).isEqualTo(size);
            assertThat(verifier.root()).isEqualTo(sound.edge().root());
        }
    }

    @Test
    void a_log_of_three_tile_levels_is_confirmed_with_heads_along_the_way() {
        StoredLog large = StoredLog.of(66_000);
        LogVerifier verifier = LogVerifier.against(large.hashes());
        RightEdge edge = RightEdge.empty();
        for (int i = 0; i < 66_000; i++) {
            assertThat(verifier.add(i, large.entries.get(i))).isTrue();
            if (i % 1_000 == 0) {
                edge = edge.append(Trees.leaves(i + 1).subList((int) edge.size(), i + 1)).after();
                assertThat(verifier.checkFrontier(edge.frontier())).isTrue();
                assertThat(verifier.checkRoot(edge.root())).isTrue();
            }
        }
        assertThat(verifier.finish()).isEmpty();
    }

    @Test
    void an_edited_entry_is_named_wherever_it_is() {
        long seed = new Random().nextLong();
        System.out.println("LogVerifierTest seed " + seed);
        RandomGenerator random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int index = round < 5 ? List.of(0, 255, 256, 1_280, 1_499).get(round) : random.nextInt(SIZE);
            List<byte[]> edited = new ArrayList<>(log.entries);
            edited.set(index, FORGED);
            assertFault(verify(againstHead(), edited), ENTRY_DIFFERS, index, index);
        }
    }

    @Test
    void the_first_of_several_bad_entries_is_named() {
        entries.set(900, FORGED);
        entries.set(700, FORGED);
        assertFault(verify(againstHead(), entries), ENTRY_DIFFERS, 700, 700);
        LogVerifier verifier = againstHead();
        for (int i = 0; i < 710; i++) {
            verifier.add(i, entries.get(i));
        }
        verifier.add(711, entries.get(711));
        assertFault(verifier.finish(), ENTRY_DIFFERS, 700, 700);
    }

    @Test
    void a_deleted_entry_is_named_by_its_gap() {
        LogVerifier verifier = againstHead();
        for (int i = 0; i < 300; i++) {
            verifier.add(i, entries.get(i));
        }
        assertThat(verifier.add(301, entries.get(301))).isFalse();
        assertThat(verifier.add(300, entries.get(300))).as("nothing after a fault").isFalse();
        assertFault(verifier.finish(), ENTRY_MISSING, 300, 300);
        assertThat(verifier.fault()).hasToString(
                "Optional[entry 300: ENTRY_MISSING, the entry that follows 299 is 301]");
    }

    @Test
    void swapped_removed_and_inserted_entries_are_named() {
        Collections.swap(entries, 400, 1_200);
        assertFault(verify(againstHead(), entries), ENTRY_DIFFERS, 400, 400);
        List<byte[]> shifted = new ArrayList<>(log.entries);
        shifted.remove(600);
        assertFault(verify(againstHead(), shifted), ENTRY_DIFFERS, 600, 600);
        List<byte[]> inserted = new ArrayList<>(log.entries);
        inserted.add(1_490, FORGED);
        assertFault(verify(againstHead(), inserted), ENTRY_DIFFERS, 1_490, 1_490);
    }

    @Test
    void a_cut_tail_is_found_against_a_saved_checkpoint() {
        StoredLog cut = log.rewritten(entries.subList(0, 1_400));
        LogVerifier verifier = LogVerifier.against(cut.hashes()).expect(1_000, honest.root(1_000))
                .expect(1_500, honest.root(1_500));
        assertFault(verify(verifier, cut.entries), TAIL_MISSING, 1_400, 1_400);
    }

    @Test
    void a_log_rewritten_with_all_its_hashes_is_found_between_two_saved_checkpoints() {
        entries.set(800, FORGED);
        StoredLog rewritten = log.rewritten(entries);
        LogVerifier verifier = LogVerifier.against(rewritten.hashes()).expect(700, honest.root(700))
                .expect(1_100, honest.root(1_100)).expect(1_500, honest.root(1_500));
        assertFault(verify(verifier, entries), ROOT_DIFFERS, 700, 1_099);
        assertThat(verify(LogVerifier.against(rewritten.hashes()), entries))
                .as("nobody outside had seen the log").isEmpty();
    }

    @Test
    void recorded_heads_narrow_a_fault_without_stored_hashes() {
        entries.set(812, FORGED);
        LogVerifier verifier = LogVerifier.withoutTiles();
        for (int i = 0; i < SIZE; i++) {
            verifier.add(i, entries.get(i));
            if ((i + 1) % 10 == 0) {
                verifier.checkFrontier(log.rewritten(log.entries.subList(0, i + 1)).edge().frontier());
            }
        }
        assertFault(verifier.finish(), ROOT_DIFFERS, 810, 819);
    }

    @Test
    void an_altered_root_is_found_although_frontier_and_tiles_are_right() {
        LogVerifier verifier = LogVerifier.against(log.hashes());
        for (int i = 0; i < 10; i++) {
            verifier.add(i, entries.get(i));
        }
        assertThat(verifier.checkRoot(honest.root(10))).isTrue();
        verifier.add(10, entries.get(10));
        assertThat(verifier.checkRoot(honest.root(12))).isFalse();
        assertFault(verifier.finish(), ROOT_DIFFERS, 10, 10);
    }

    @Test
    void an_altered_tile_is_named_by_the_entries_it_stands_for() {
        log.alter(new TilePath(0, 2, 256), 10);
        assertFault(verify(LogVerifier.against(log.hashes()), entries), ENTRY_DIFFERS, 522, 522);
        StoredLog large = StoredLog.of(65_600);
        large.alter(new TilePath(1, 0, 256), 3);
        assertFault(verify(LogVerifier.against(large.hashes()), large.entries), TILE_DIFFERS, 768, 768);
    }

    @Test
    void a_missing_tile_is_named() {
        log.fullTiles.remove(new TilePath(0, 3, 256));
        Optional<Fault> fault = verify(LogVerifier.against(log.hashes()), entries);
        assertFault(fault, TILE_MISSING, 768, 768);
        assertThat(fault.orElseThrow().detail()).isEqualTo("tile/0/003: not stored");
    }

    @Test
    void two_checkpoints_of_one_size_with_two_roots_are_a_fault_by_themselves() {
        LogVerifier verifier = LogVerifier.withoutTiles().expect(10, honest.root(10)).expect(10, honest.root(11));
        assertFault(verifier.finish(), ROOT_DIFFERS, 0, 9);
    }

    private LogVerifier againstHead() {
        return LogVerifier.against(log.hashes()).expect(SIZE, log.edge().root());
    }

    private static Optional<Fault> verify(LogVerifier verifier, List<byte[]> entries) {
        for (int i = 0; i < entries.size() && verifier.add(i, entries.get(i)); i++) {
            assertThat(verifier.size()).isEqualTo(i + 1L);
        }
        return verifier.finish();
    }

    private static void assertFault(Optional<Fault> fault, Fault.Kind kind, long first, long last) {
        assertThat(fault).hasValueSatisfying(found -> {
            assertThat(found.kind()).as(found.toString()).isEqualTo(kind);
            assertThat(found.firstIndex()).as(found.toString()).isEqualTo(first);
            assertThat(found.lastIndex()).as(found.toString()).isEqualTo(last);
        });
    }
}
