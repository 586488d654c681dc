package org.aidledger.tlog.evidence;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document that an event cites.
 *
 * @param reference
 *            what people call it
 * @param sha256
 *            of its bytes, hexadecimal; empty where the event does not say
 */
public record Cited(long index, String reference, String sha256) implements Comparable<Cited> {

    private static final Set<String> MEMBERS = Set.of("reference", "sha256");
    private static final Comparator<Cited> ORDER =
            Comparator.comparingLong(Cited::index).thenComparing(Cited::reference).thenComparing(Cited::sha256);

    /** The documents of one event: whatever in it has a reference and at most a SHA-256 beside, and the file it came from. */
    public static Set<Cited> in(long index, Json leaf) {
        Set<Cited> cited = new TreeSet<>();
        collect(index, leaf.get("payload"), cited);
        Json metadata = leaf.get("metadata");
        metadata.get("sourceSha256").text()
                .ifPresent(sha256 -> cited.add(new Cited(index, metadata.get("sourceName").text(""), sha256)));
        return cited;
    }

    private static void collect(long index, Json value, Set<Cited> cited) {
        if (value.get("reference") instanceof Json.Text reference && MEMBERS.containsAll(value.members().keySet())) {
            cited.add(new Cited(index, reference.value(), value.get("sha256").text("")));
        }
        value.members().values().forEach(member -> collect(index, member, cited));
        value.items().forEach(item -> collect(index, item, cited));
    }

    static Cited of(Json listed) {
        return new Cited(listed.get("event").number(), listed.get("reference").text(""),
                listed.get("sha256").text(""));
    }

    @Override
    public int compareTo(Cited other) {
        return ORDER.compare(this, other);
    }
}
