package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.bank.Explanation;
import org.aidledger.bank.BankCommand;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.Difference;
import org.jspecify.annotations.Nullable;

/** What the commands of bank statements are told by, one record a route. */
sealed interface BankBody extends CommandBody {

    /**
     * Lines and entries are the same money.
     *
     * @param lines by number
     * @param entries by their index in the log
     */
    record BankMatching(List<Long> lines, List<Long> entries, LocalDate effectiveDate, @Nullable String reason)
            implements BankBody {
        BankCommand command(BankStatementId id) {
            return new BankCommand.MatchLines(id, lines, entries, effectiveDate);
        }
    }

    /** Matches whatever is unambiguous; {@code days} is the most days between the two dates, 7 when not given. */
    record BankMatchingProposed(@Nullable Integer days, LocalDate effectiveDate, @Nullable String reason)
            implements BankBody {
    }

    /** A match was wrong; {@code text} says why. */
    record BankMatchWithdrawal(long match, String text, LocalDate effectiveDate, @Nullable String reason)
            implements BankBody {
        BankCommand command(BankStatementId id) {
            return new BankCommand.WithdrawMatch(id, match, text, effectiveDate);
        }
    }

    /** The last statement was recorded wrongly; {@code text} says why. */
    record BankStatementWithdrawal(LocalDate to, String text, LocalDate effectiveDate, @Nullable String reason)
            implements BankBody {
        BankCommand command(BankStatementId id) {
            return new BankCommand.WithdrawStatement(id, to, text, effectiveDate);
        }
    }

    /** The statement that ends on {@code to} is reconciled; the ledger works out the figures itself. */
    record BankReconciling(LocalDate to, @Nullable List<BankExplanation> explanations, LocalDate effectiveDate,
            @Nullable String reason) implements BankBody {
        List<Explanation> explained() {
            return explanations == null ? List.of()
                    : explanations.stream().map(one -> new Explanation(one.kind(), one.reference(), one.text()))
                            .toList();
        }
    }

    /** Why something is on one side only; {@code reference} is the line's number or the entry's index, null for the opening. */
    record BankExplanation(Difference.Kind kind, @Nullable Long reference, String text) {
    }
}
