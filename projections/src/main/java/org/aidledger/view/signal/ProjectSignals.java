package org.aidledger.view.signal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of one project may be worth a look.
 *
 * @param weight by which projects are put in order
 * @param inspection id of the inspection that was opened on it last, null when none was
 * @param signals the heaviest first, then by the first event they cite
 */
public record ProjectSignals(String project, int weight, @Nullable String inspection, List<Signal> signals) {

    public ProjectSignals {
        signals = List.copyOf(signals);
    }

    /** Many signals of a kind count no more than a few, so that one kind alone does not decide the order. */
    static int weigh(List<Signal> signals, int countMax) {
        Map<SignalKind, List<Signal>> byKind = signals.stream().collect(Collectors.groupingBy(Signal::kind));
        return byKind.values().stream()
                .mapToInt(same -> same.getFirst().weight() * Math.min(countMax, same.size())).sum();
    }
}
