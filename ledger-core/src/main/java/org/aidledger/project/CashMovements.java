package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.bank.AccountMove;
import org.aidledger.bank.CashMove;
import org.aidledger.bank.StatementAccount;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;

/** What an event moves on a project's money accounts: what a bank statement has to show. */
public final class CashMovements {

    private CashMovements() {
    }

    /** By account and currency; for a correction what it takes back first, at the date that had. Empty where no cash moves. */
    public static List<AccountMove> of(ProjectEvent event) {
        var moves = new ArrayList<AccountMove>(2);
        switch (event) {
            case Movement movement -> post(movement, false, moves);
            case EntryCorrected corrected -> {
                post(corrected.reversed(), true, moves);
                Movement reentered = corrected.reentered();
                if (reentered != null) {
                    post(reentered, false, moves);
                }
            }
            default -> {
                // Moves no money of an account.
            }
        }
        return moves;
    }

    private static void post(Movement movement, boolean reversed, List<AccountMove> moves) {
        var change = new Balances();
        if (reversed) {
            Effects.reverse(movement, change);
        } else {
            Effects.post(movement, change);
        }
        LocalDate date = movement.effectiveDate();
        change.forEach((slot, money) -> {
            String account = slot.part();
            if (slot.measure() == Measure.CASH && account != null && money.amount().signum() != 0) {
                moves.add(new AccountMove(
                        new StatementAccount(movement.project().value(), account, money.currency()),
                        new CashMove(date, money.amount())));
            }
        });
    }
}
