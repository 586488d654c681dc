package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.MoneyRefusal.AdvanceUnknown;
import org.aidledger.project.MoneyRefusal.ExceedsPledged;
import org.aidledger.project.MoneyRefusal.ExceedsThisAdvance;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectRefusal.BeforeApproval;
import org.aidledger.project.ProjectRefusal.ExceedsAdvances;
import org.aidledger.project.ProjectRefusal.ExceedsApproved;
import org.aidledger.project.ProjectRefusal.ExceedsCash;
import org.aidledger.project.ProjectRefusal.ExceedsCommitments;
import org.aidledger.project.ProjectRefusal.NotApproved;

/** Money moves after the approval and within its four limits: the approval, the cash, the advances and the commitments. */
final class FundingRules {

    private FundingRules() {
    }

    static void afterApproval(ProjectState state, Movement movement, List<Refusal> broken) {
        if (!state.needsApproval() || !needsApproval(movement)) {
            return;
        }
        LocalDate approvedOn = state.firstApproval();
        LocalDate date = movement.effectiveDate();
        if (approvedOn == null) {
            broken.add(new NotApproved(movement.project(), date));
        } else if (date.isBefore(approvedOn)) {
            broken.add(new BeforeApproval(date, approvedOn));
        }
    }

    private static boolean needsApproval(Movement movement) {
        return switch (movement) {
            case FundsReceived m -> true;
            case FundsDisbursed m -> true;
            case ExpenditureRecorded m -> true;
            // Promises come before; what goes back was judged when it came.
            case AidPledged m -> false;
            case CommitmentSigned m -> false;
            case AdvanceReturned m -> false;
            case FundsRefunded m -> false;
            case OtherFlowReported m -> false;
            case MoneyEvent.ServicesReceived m -> true;
            case MoneyEvent m -> false;
            case GoodsEvent.GoodsReceived m -> true;
            case GoodsEvent m -> false;
        };
    }

    /**
     * A limit is broken by a change that goes towards it and ends beyond it; a change away from it never is.
     *
     * @param change what a movement, or a correction as a whole, does to the totals
     */
    static void withinLimits(ProjectState state, Balances change, List<Refusal> broken) {
        change.forEach((slot, delta) -> {
            switch (slot.measure()) {
                case DISBURSED -> withinApproved(state, delta, broken);
                case CASH -> {
                    Money cash = state.total(slot);
                    if (delta.isNegative() && cash.plus(delta).isNegative() && slot.part() != null) {
                        broken.add(new ExceedsCash(delta.negated(), slot.part(), cash));
                    }
                }
                case ADVANCES -> {
                    Money outstanding = state.total(slot);
                    if (delta.isNegative() && outstanding.plus(delta).isNegative()) {
                        broken.add(new ExceedsAdvances(delta.negated(), outstanding));
                    }
                }
                case OUTFLOW -> withinCommitments(state, change, delta.currency(), delta.isPositive(), broken);
                case COMMITTED_IN, COMMITTED_OUT ->
                    withinCommitments(state, change, delta.currency(), delta.isNegative(), broken);
                case PLEDGED_IN, PLEDGED_OUT -> {
                    Money pledged = state.total(slot);
                    if (delta.isNegative() && pledged.plus(delta).isNegative()) {
                        broken.add(new ExceedsPledged(delta.negated(), pledged));
                    }
                }
                case CLEARED -> {
                    if (slot.part() != null && delta.isPositive()) {
                        withinAdvance(state, Long.parseLong(slot.part()), delta, state.total(slot), broken);
                    }
                }
                case APPROVED, RECEIVED, EXPENDITURE, REFUNDED -> {
                    // Nothing limits these by themselves.
                }
            }
        });
    }

    private static void withinAdvance(ProjectState state, long advance, Money delta, Money cleared,
            List<Refusal> broken) {
        if (state.standing(advance) instanceof FundsDisbursed paid && paid.purpose() == DisbursementPurpose.ADVANCE
                && paid.money().currency().equals(delta.currency())) {
            Money left = paid.money().minus(cleared);
            if (delta.exceeds(left)) {
                broken.add(new ExceedsThisAdvance(delta, left, advance));
            }
        } else {
            broken.add(new AdvanceUnknown(advance, delta.currency()));
        }
    }

    private static void withinApproved(ProjectState state, Money delta, List<Refusal> broken) {
        // Without any approval the money is not approved at all, which is said already.
        if (!delta.isPositive() || !state.needsApproval() || state.firstApproval() == null) {
            return;
        }
        Money approved = state.total(Measure.APPROVED, delta.currency());
        Money disbursed = state.total(Measure.DISBURSED, delta.currency());
        if (disbursed.plus(delta).exceeds(approved)) {
            broken.add(new ExceedsApproved(delta, approved, disbursed));
        }
    }

    private static void withinCommitments(ProjectState state, Balances change, Currency currency, boolean towards,
            List<Refusal> broken) {
        Money before = state.total(Measure.COMMITTED_IN, currency).plus(state.total(Measure.COMMITTED_OUT, currency));
        Money after = before.plus(change.total(Measure.COMMITTED_IN, currency))
                .plus(change.total(Measure.COMMITTED_OUT, currency));
        boolean hasCommitments = before.amount().signum() != 0 || after.amount().signum() != 0;
        Money outflow = state.total(Measure.OUTFLOW, currency).plus(change.total(Measure.OUTFLOW, currency));
        if (towards && hasCommitments && outflow.isPositive() && outflow.exceeds(after)) {
            var refusal = new ExceedsCommitments(outflow, after);
            if (!broken.contains(refusal)) {
                broken.add(refusal);
            }
        }
    }
}
