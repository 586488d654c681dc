package org.aidledger.view.signal;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.money.Money;
import org.aidledger.project.Consumption;
import org.aidledger.project.FundingSource;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.view.signal.History.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Money that was paid to somebody and still stands: a disbursement or an expenditure.
 *
 * @param to null where it is not said
 */
record Payment(Standing standing, Money money, @Nullable Party to) {

    /** In the order of their dates. */
    static List<Payment> of(History history) {
        List<Payment> payments = new ArrayList<>();
        for (Standing standing : history
                .standing(m -> m instanceof FundsDisbursed || m instanceof ExpenditureRecorded)) {
            Party to = switch (standing.movement()) {
                case FundsDisbursed m -> m.to();
                case ExpenditureRecorded m -> m.to();
                case Movement m -> null;
            };
            payments.add(new Payment(standing, standing.movement().money(), to));
        }
        return payments;
    }

    /**
     * What a movement takes of the aid, in the currency of its commitment or approval; null when it takes nothing. What comes
     * back of an advance is negative.
     */
    static @Nullable Money outflow(Movement movement) {
        return switch (movement) {
            case FundsDisbursed m -> m.fundingSource() == FundingSource.COUNTERPART ? null
                    : charged(m.money(), m.consumes());
            case AdvanceReturned m -> m.fundingSource() == FundingSource.COUNTERPART ? null
                    : charged(m.money(), m.consumes()).negated();
            // What is paid from an advance left the project's funds with the advance.
            case ExpenditureRecorded m -> m.fundingSource() == FundingSource.COUNTERPART
                    || m.paidFrom() == PaidFrom.ADVANCE ? null : charged(m.money(), m.consumes());
            case Movement m -> null;
        };
    }

    private static Money charged(Money money, @Nullable Consumption consumes) {
        return consumes == null ? money : consumes.money();
    }
}
