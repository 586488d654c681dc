package org.aidledger.view.trail;

import org.aidledger.bank.BankEvent;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.MatchWithdrawn;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankEvent.StatementWithdrawn;
import org.aidledger.bank.CashEntry;

/** Says what happened to bank statements. */
final class BankSentences {

    private final Sentences sentences;

    BankSentences(Sentences sentences) {
        this.sentences = sentences;
    }

    String say(BankEvent event) {
        return switch (event) {
            case BankStatementRecorded e -> sentences.with("account", e.account())
                    .and("from", sentences.date(e.from())).and("to", sentences.date(e.to())).and("lines", e.lines())
                    .and("opening", sentences.money(e.opening())).and("closing", sentences.money(e.closing()))
                    .and("document", e.document().reference()).say("trail.bank-statement-recorded");
            case StatementLineRecorded e -> sentences.with("line", e.line()).and("money", sentences.money(e.amount()))
                    .clause("reference", e.reference()).clause("counterparty", e.counterparty())
                    .clause("description", e.description()).say("trail.statement-line-recorded");
            case LinesMatched e -> sentences.with("match", e.match()).and("lines", Sentences.join(e.lines()))
                    .and("entries", Sentences.join(e.entries().stream().map(CashEntry::index).toList()))
                    .say("trail.lines-matched");
            case MatchWithdrawn e ->
                sentences.with("match", e.match()).and("reason", e.reason()).say("trail.match-withdrawn");
            case StatementReconciled e -> sentences.with("to", sentences.date(e.to()))
                    .and("closing", sentences.money(e.closing())).and("ledger", sentences.money(e.ledger()))
                    .and("differences", e.differences().size()).say("trail.statement-reconciled");
            case StatementWithdrawn e -> sentences.with("to", sentences.date(e.to())).and("reason", e.reason())
                    .say("trail.bank-statement-withdrawn");
        };
    }
}
