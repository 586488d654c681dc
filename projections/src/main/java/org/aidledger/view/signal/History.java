package org.aidledger.view.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.jspecify.annotations.Nullable;

/**
 * All that was known of one project at a time, as far as it was true on a day.
 *
 * @param registration null while it is not true yet
 * @param known every event of the project that was known, by version
 * @param entries those of them that were true by then
 * @param standing the movements that stood, corrected ones as they were re-entered, each by its own effective date
 * @param inspections the openings of inspections that look at the project, in the order of the log
 * @param day to which ages are counted
 */
record History(@Nullable ProjectRegistered registration, List<Entry> known, List<Entry> entries,
        List<Standing> standing, List<Entry> inspections, LocalDate day) {

    /**
     * A movement that stands.
     *
     * @param entry the entry first made
     * @param correction what re-entered it last, null when nothing did
     */
    record Standing(Entry entry, @Nullable Entry correction, Movement movement) {

        Stream<Long> events() {
            return correction == null ? Stream.of(entry.index()) : Stream.of(entry.index(), correction.index());
        }

        LocalDate date() {
            return movement.effectiveDate();
        }
    }

    /**
     * @param known the project's events by version, from the first on
     * @param through the last effective date that counts, null for all
     */
    static History of(List<Entry> known, List<Entry> inspections, @Nullable LocalDate through, LocalDate day) {
        Predicate<LocalDate> counts = date -> through == null || !date.isAfter(through);
        ProjectRegistered registration = null;
        TreeMap<Long, Standing> standing = new TreeMap<>();
        for (Entry entry : known) {
            switch (entry.payload()) {
                case ProjectRegistered e -> registration = counts.test(e.effectiveDate()) ? e : null;
                case Movement e -> standing.put(entry.version(), new Standing(entry, null, e));
                case EntryCorrected e -> {
                    Standing before = standing.remove(e.corrected());
                    if (before != null && e.reentered() != null) {
                        standing.put(e.corrected(), new Standing(before.entry, entry, e.reentered()));
                    }
                }
                default -> {
                    // neither moves money nor says whose it is
                }
            }
        }
        return new History(registration, known, known.stream().filter(e -> counts.test(e.effectiveDate())).toList(),
                standing.values().stream().filter(s -> counts.test(s.date())).toList(),
                inspections.stream().filter(e -> counts.test(e.effectiveDate())).toList(), day);
    }

    /** The entry of that version; null when the project has none. */
    @Nullable
    Entry version(long version) {
        return version < 0 || version >= known.size() ? null : known.get((int) version);
    }

    /** What stands of a kind, in the order of its dates. */
    List<Standing> standing(Predicate<Movement> which) {
        List<Standing> found = new ArrayList<>(standing.stream().filter(s -> which.test(s.movement)).toList());
        found.sort((a, b) -> {
            int byDate = a.date().compareTo(b.date());
            return byDate != 0 ? byDate : Long.compare(a.entry.index(), b.entry.index());
        });
        return found;
    }

    static String actor(Entry entry) {
        return entry.metadata().getOrDefault(MetadataKeys.ACTOR, "");
    }

    static boolean isDecided(Entry entry) {
        return "DECIDED".equals(entry.metadata().get(MetadataKeys.WAY));
    }
}
