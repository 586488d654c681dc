package org.aidledger.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decrees on foreign grant aid that is not official development assistance, one after the other without a gap. */
public final class RuleSets {

    private final List<RuleSet> newestFirst;
    private final Set<LocalDate> holidays;

    /**
     * @param sets in any order
     * @param holidays public holidays, for terms in working days
     * @throws IllegalArgumentException when two are in force on one day, or none is between two of them
     */
    public RuleSets(Collection<RuleSet> sets, Collection<LocalDate> holidays) {
        newestFirst = sets.stream().sorted(Comparator.comparing(RuleSet::from).reversed()).toList();
        this.holidays = Set.copyOf(holidays);
        if (newestFirst.isEmpty()) {
            throw new IllegalArgumentException("there is no rule set");
        }
        for (int i = 1; i < newestFirst.size(); i++) {
            RuleSet later = newestFirst.get(i - 1);
            RuleSet earlier = newestFirst.get(i);
            if (earlier.to().equals(LocalDate.MAX) || later.from().equals(LocalDate.MIN)
                    || !earlier.to().plusDays(1).equals(later.from())) {
                throw new IllegalArgumentException(earlier.id() + " ends on " + earlier.to() + " and " + later.id()
                        + " begins on " + later.from() + "; one must follow the other on the next day");
            }
        }
    }

    /** The one rule set in force on that day. A day before the first is judged by the first, a day after the last by the last. */
    public RuleSet inForceOn(LocalDate date) {
        for (RuleSet rules : newestFirst) {
            if (rules.isInForceOn(date)) {
                return rules;
            }
        }
        return date.isBefore(newestFirst.getLast().from()) ? newestFirst.getLast() : newestFirst.getFirst();
    }

    /** The oldest first. */
    public List<RuleSet> all() {
        return newestFirst.reversed();
    }

    /** The last day of a term that starts on a day, by the rules of that day; null where they set none. */
    public @Nullable LocalDate dueFrom(Deadline deadline, LocalDate start) {
        Term term = inForceOn(start).term(deadline);
        return term == null ? null : term.endFrom(start, holidays);
    }
}
