package org.aidledger.tlog.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The problems found so far: those of the first events are kept, when there are too many. */
final class Problems {

    /** Those of no event first, then in the order of the log. */
    private static final Comparator<Problem> ORDER = Comparator.comparingLong(p -> p.index().orElse(-1));

    private final List<Problem> found = new ArrayList<>();

    void add(Problem problem) {
        found.add(problem);
        if (found.size() > 2 * BundleLimits.PROBLEMS_MAX) {
            List<Problem> first = inOrder();
            found.clear();
            found.addAll(first);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The events of which something is wrong so far. */
    Set<Long> indices() {
        return found.stream().map(Problem::index).filter(OptionalLong::isPresent).map(OptionalLong::getAsLong)
                .collect(Collectors.toSet());
    }

    List<Problem> inOrder() {
        return found.stream().sorted(ORDER).limit(BundleLimits.PROBLEMS_MAX).toList();
    }
}
