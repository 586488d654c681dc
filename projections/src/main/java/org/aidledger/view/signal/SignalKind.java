package org.aidledger.view.signal;

import java.util.Locale;

/**
 * What may be worth a look. Each kind is computed from the events of one project, and of the inspections that look at it, alone;
 * {@code docs/reference/signals.md} says how.
 */
public enum SignalKind {
    ABOVE_COMMITMENT(new AboveCommitment()),
    BEFORE_APPROVAL(new BeforeApproval()),
    SAME_PERSON(new SamePerson()),
    REVERSED_AFTER_INSPECTION(new ReversedAfterInspection()),
    SPLIT_PAYMENTS(new SplitPayments()),
    BACK_DATED(new BackDated()),
    IDLE_ADVANCE(new IdleAdvance()),
    APPROVAL_REVOKED(new ApprovalWithdrawn()),
    GOODS_LOST(new LostGoods()),
    ROUND_SUM(new RoundSum()),
    CORRECTED_LATER(new CorrectedLater());

    private final Detection detection;

    SignalKind(Detection detection) {
        this.detection = detection;
    }

    Detection detection() {
        return detection;
    }

    /** Its name for programs: {@code back-dated}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
