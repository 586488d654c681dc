package org.aidledger.view.signal;

import java.util.List;
import java.util.Map;

/** Looks for one kind of signal: a pure function of a project's history and the thresholds. */
sealed interface Detection permits AboveCommitment, BeforeApproval, SamePerson, ReversedAfterInspection, SplitPayments,
        BackDated, IdleAdvance, ApprovalWithdrawn, LostGoods, RoundSum, CorrectedLater {

    List<Found> in(History history, Thresholds thresholds);

    /**
     * What was found.
     *
     * @param text code of its sentence in {@link org.aidledger.text.Texts}
     * @param arguments of that sentence
     * @param events indices of the events it rests on
     */
    record Found(String text, Map<String, String> arguments, List<Long> events) {
    }
}
