package org.aidledger.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.LeafHeader;
import org.aidledger.catalogue.UnreadableLeaf;
import org.aidledger.event.MetadataKeys;
import org.aidledger.log.Verdict.Defect;
import org.jspecify.annotations.Nullable;

/** Compares the columns beside each leaf with what the leaf says, and streams and times with the rows before. */
final class EntryColumns {

    private final Map<String, Long> nextVersion = new HashMap<>();
    private final Map<String, Long> files = new LinkedHashMap<>();
    private Instant last = Instant.MIN;

    /** @param leafHash derived from the leaf's bytes */
    Optional<Defect> check(StoredEntries.Row row, byte[] leafHash) {
        if (!Arrays.equals(leafHash, row.leafHash())) {
            return defect("ENTRY_DIFFERS", row, "the leaf hashes to " + HexFormat.of().formatHex(leafHash)
                    + ", recorded when it was appended is " + HexFormat.of().formatHex(row.leafHash()));
        }
        LeafHeader leaf;
        try {
            leaf = Catalogue.header(row.leaf());
        } catch (UnreadableLeaf e) {
            return defect("LEAF_UNREADABLE", row, String.valueOf(e.getMessage()));
        }
        String column = differing(row, leaf);
        if (column != null) {
            return defect("COLUMN_DIFFERS", row, "column " + column + " does not say what the leaf says: " + leaf);
        }
        long expected = nextVersion.merge(row.stream(), 1L, Long::sum) - 1;
        if (row.version() != expected) {
            return defect("STREAM_NOT_DENSE", row,
                    "version " + row.version() + " of stream " + row.stream() + " where " + expected + " follows");
        }
        if (row.recordedAt().isBefore(last)) {
            return defect("TIME_DECREASES", row, "recorded at " + row.recordedAt() + ", after an event of " + last);
        }
        last = row.recordedAt();
        String file = leaf.metadata().get(MetadataKeys.SOURCE_SHA256);
        if (file != null) {
            files.putIfAbsent(file, row.index());
        }
        return Optional.empty();
    }

    /** SHA-256 (hexadecimal) of every file that an event says it was read from, each with the first such event. */
    Map<String, Long> files() {
        return files;
    }

    private static @Nullable String differing(StoredEntries.Row row, LeafHeader leaf) {
        if (row.index() != leaf.index()) {
            return "index";
        }
        if (!row.stream().equals(leaf.stream())) {
            return "stream";
        }
        if (row.version() != leaf.version()) {
            return "version";
        }
        if (!row.id().equals(leaf.id())) {
            return "id";
        }
        if (!row.type().equals(leaf.type())) {
            return "type";
        }
        if (!Objects.equals(row.effectiveDate(), leaf.effectiveDate())) {
            return "effective_date";
        }
        return row.recordedAt().equals(leaf.recordedAt()) ? null : "recorded_at";
    }

    private static Optional<Defect> defect(String kind, StoredEntries.Row row, String evidence) {
        return Optional.of(new Defect(kind, row.index(), row.index(), evidence));
    }
}
