package org.aidledger.bank;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.money.Money;

/** What can be asked of an account's bank statements. */
public sealed interface BankCommand extends LedgerCommand {

    BankStatementId statements();

    @Override
    default String stream() {
        return statements().value();
    }

    record RecordStatement(StatementAccount account, LocalDate from, LocalDate to, Money opening, Money closing,
            List<StatementLine> lines, DocumentRef document) implements BankCommand {
        public RecordStatement {
            lines = List.copyOf(lines);
        }

        @Override
        public BankStatementId statements() {
            return account.id();
        }
    }

    /** {@code lines} by number, {@code entries} by their index in the log. */
    record MatchLines(BankStatementId statements, List<Long> lines, List<Long> entries, LocalDate effectiveDate)
            implements BankCommand {
        public MatchLines {
            lines = List.copyOf(lines);
            entries = List.copyOf(entries);
        }
    }

    record WithdrawMatch(BankStatementId statements, long match, String reason, LocalDate effectiveDate)
            implements BankCommand {
    }

    /** The figures are worked out by whoever asks; it is refused when something was posted that they do not count. */
    record ReconcileStatement(BankStatementId statements, LocalDate to, Money ledger, long size,
            List<Difference> differences, LocalDate effectiveDate) implements BankCommand {
        public ReconcileStatement {
            differences = List.copyOf(differences);
        }
    }

    record WithdrawStatement(BankStatementId statements, LocalDate to, String reason, LocalDate effectiveDate)
            implements BankCommand {
    }
}
