package org.aidledger.view.signal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aidledger.event.Entry;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.MoneyEvent.ServicesReceived;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.view.signal.History.Standing;

/** Money, goods or services came or went before the approval, in the books of the recipient, whom the decrees bind. */
record BeforeApproval() implements Detection {

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        if (history.registration() == null || history.registration().perspective() != Perspective.OWNER) {
            return List.of();
        }
        Entry approval = history.entries().stream().filter(entry -> entry.payload() instanceof AidApproved)
                .min(Comparator.comparing(Entry::effectiveDate)).orElse(null);
        List<Standing> before = history.standing(BeforeApproval::needsApproval).stream()
                .filter(one -> approval == null || one.date().isBefore(approval.effectiveDate())).toList();
        if (before.isEmpty()) {
            return List.of();
        }
        List<Long> events = before.stream().flatMap(Standing::events).toList();
        LocalDate first = before.getFirst().date();
        String count = Integer.toString(before.size());
        return List.of(approval == null
                ? new Found("signal.before-approval.none", Map.of("count", count, "first", first.toString()), events)
                : new Found("signal.before-approval", Map.of("count", count, "first", first.toString(), "approved",
                        approval.effectiveDate().toString()),
                        Stream.concat(events.stream(), Stream.of(approval.index()))
                                .toList()));
    }

    private static boolean needsApproval(Movement movement) {
        return movement instanceof FundsReceived || movement instanceof FundsDisbursed
                || movement instanceof ExpenditureRecorded || movement instanceof GoodsReceived
                || movement instanceof ServicesReceived;
    }
}
