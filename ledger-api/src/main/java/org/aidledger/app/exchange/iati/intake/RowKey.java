package org.aidledger.app.exchange.iati.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.aidledger.app.exchange.iati.IatiTransaction;
import org.aidledger.money.Currency;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.ProjectEvent.Movement;
import org.jspecify.annotations.Nullable;

/**
 * What makes a transaction of a later file the one that an earlier file said; everything else may be said differently of it.
 *
 * @param value without trailing zeros: {@code 1.50} and {@code 1.5} are the same money
 */
record RowKey(String type, LocalDate date, @Nullable LocalDate valueDate, BigDecimal value, String currency) {

    RowKey {
        value = value.stripTrailingZeros();
    }

    static RowKey of(IatiTransaction row, IatiFlow flow) {
        return new RowKey(flow.type(), row.effectiveDate(), row.valueDate(), row.value(),
                Currency.of(row.currency()).code());
    }

    static RowKey of(Movement entered) {
        IatiFlow flow = Objects.requireNonNull(entered.iati());
        return new RowKey(flow.type(), entered.effectiveDate(), flow.valueDate(), entered.money().amount(),
                entered.money().currency().code());
    }

    /** Whether entering it widens the limits of what may be paid: more is committed, or less is paid. */
    boolean widensLimits() {
        return isCommitment() == value.signum() > 0;
    }

    private boolean isCommitment() {
        return type.equals("2") || type.equals("11");
    }
}
