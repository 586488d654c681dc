package org.aidledger.app.exchange.iati.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.aidledger.app.exchange.iati.export.ExportedProject.Standing;
import org.aidledger.project.Direction;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.MoneyEvent;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.PledgeReduced;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.jspecify.annotations.Nullable;

/**
 * A movement as a transaction of IATI. What a file reported goes out as it came in; what was entered here gets the type that an
 * import would read back as the same measure.
 *
 * @param fields what is said besides, by the names that an import compares and amends by
 */
record ReportedRow(String type, LocalDate date, LocalDate valueDate, BigDecimal value, String currency,
        Map<String, String> fields) {

    private static final String PLEDGE_IN = "13";
    private static final String PLEDGE_OUT = "12";
    private static final String COMMITMENT_IN = "11";
    private static final String COMMITMENT_OUT = "2";
    private static final String INCOMING = "1";
    private static final String DISBURSEMENT = "3";
    private static final String EXPENDITURE = "4";

    /** Null for what an activity file has no transaction for, such as an exchange or goods given away. */
    static @Nullable ReportedRow of(Standing standing) {
        Movement movement = standing.movement();
        IatiFlow flow = movement.iati();
        Told told = flow != null ? reported(movement, flow) : entered(movement);
        if (told == null) {
            return null;
        }
        standing.amended().forEach((field, becomes) -> told.put(field, becomes));
        LocalDate valueDate = flow == null ? null : flow.valueDate();
        return new ReportedRow(told.type, movement.effectiveDate(),
                Objects.requireNonNullElse(valueDate, movement.effectiveDate()), told.value,
                movement.money().currency().code(), told.fields);
    }

    private static Told reported(Movement movement, IatiFlow flow) {
        var told = new Told(flow.type(), movement.money().amount());
        told.put("ref", flow.ref());
        told.put("provider", flow.provider());
        told.put("providerActivity", flow.providerActivity());
        told.put("receiver", flow.receiver());
        told.put("receiverActivity", flow.receiverActivity());
        told.put("description", flow.description());
        flow.codes().forEach((name, code) -> told.put("codes." + name, code));
        return told;
    }

    /** What comes back is a negative one of what went, as the standard wants it. */
    private static @Nullable Told entered(Movement movement) {
        BigDecimal amount = movement.money().amount();
        return switch (movement) {
            case AidPledged e -> new Told(e.direction() == Direction.IN ? PLEDGE_IN : PLEDGE_OUT, amount)
                    .from(e.donor());
            case CommitmentSigned e -> e.direction() == Direction.IN
                    ? new Told(COMMITMENT_IN, amount).from(e.party())
                    : new Told(COMMITMENT_OUT, amount).to(e.party());
            case FundsReceived e -> new Told(INCOMING, amount).from(e.from());
            case FundsDisbursed e -> new Told(DISBURSEMENT, amount).to(e.to());
            case AdvanceReturned e -> new Told(DISBURSEMENT, amount.negate()).to(e.from());
            case ExpenditureRecorded e -> new Told(EXPENDITURE, amount).to(e.to());
            case FundsRefunded e -> new Told(INCOMING, amount.negate()).from(e.to());
            case OtherFlowReported e -> new Told(e.iati().type(), amount);
            case PledgeReduced e -> new Told(e.direction() == Direction.IN ? PLEDGE_IN : PLEDGE_OUT, amount.negate())
                    .from(e.donor());
            case PledgeWithdrawn e -> new Told(e.direction() == Direction.IN ? PLEDGE_IN : PLEDGE_OUT,
                    amount.negate()).from(e.donor());
            case CommitmentChanged e -> e.direction() == Direction.IN
                    ? new Told(COMMITMENT_IN, amount).from(e.party())
                    : new Told(COMMITMENT_OUT, amount).to(e.party());
            case AdvanceCleared e -> new Told(EXPENDITURE, amount);
            case MoneyEvent e -> null;
            case GoodsEvent e -> null;
        };
    }

    private static final class Told {
        private final String type;
        private final BigDecimal value;
        private final Map<String, String> fields = new HashMap<>();

        Told(String type, BigDecimal value) {
            this.type = type;
            this.value = value;
        }

        Told from(@Nullable Party party) {
            put("provider", party);
            return this;
        }

        Told to(@Nullable Party party) {
            put("receiver", party);
            return this;
        }

        void put(String field, @Nullable String text) {
            if (text == null) {
                fields.remove(field);
            } else {
                fields.put(field, text);
            }
        }

        private void put(String field, @Nullable Party party) {
            if (party != null) {
                put(field + ".ref", party.ref());
                put(field + ".name", party.name());
            }
        }
    }
}
