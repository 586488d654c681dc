package org.aidledger.app.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.money.Currency;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.aidledger.view.bank.BankHistory.Reconciled;
import org.aidledger.view.bank.BankHistory.Statement;
import org.aidledger.view.bank.BankPosition;
import org.aidledger.view.bank.MatchProposals;
import org.jspecify.annotations.Nullable;

/** What bank statements look like on the wire. */
final class BankAnswers {

    private BankAnswers() {
    }

    /** Accounts with statements, by id. */
    record BankAccountsPage(List<BankAccountRow> accounts, Computed.At at) {
    }

    /** An account; {@code statementTo} is the last day of its last statement, {@code reconciledTo} of the last reconciled one. */
    record BankAccountRow(String id, String project, String moneyAccount, Currency currency, LocalDate statementTo,
            BigDecimal closing, @Nullable LocalDate reconciledTo, String self) {
        static BankAccountRow of(BankAccounts.Summary one) {
            return new BankAccountRow(one.id(), one.account().project(), one.account().moneyAccount(),
                    one.account().currency(), one.to(), one.closing(), one.reconciledTo(),
                    Paths.bankAccount(one.id()));
        }
    }

    /**
     * Bank and ledger on one day.
     *
     * @param difference what the bank has more than the ledger: {@code opening}, and the lines, less the entries
     * @param opening the bank's balance before the first statement, less the ledger's entries before it that no line is matched with
     * @param linesWithoutEntry lines up to the day whose entry is missing or of a later day
     * @param entriesWithoutLine entries up to the day whose line is missing or of a later day
     * @param reconciled how the statement was reconciled; null while it is not, or where the day is not its last
     */
    record BankAccountFile(String id, String project, String moneyAccount, Currency currency, LocalDate date,
            BankStatementRow statement, BigDecimal bank, BigDecimal ledger, BigDecimal difference, BigDecimal opening,
            List<BankPair> matched, List<BankLineRow> linesWithoutEntry, List<BankEntryRow> entriesWithoutLine,
            @Nullable BankReconciled reconciled, Computed.At at) {

        static BankAccountFile of(BankPosition one, Computed.At at) {
            StatementAccount account = one.history().account();
            Reconciled reconciled = one.reconciled();
            return new BankAccountFile(one.history().id(), account.project(), account.moneyAccount(),
                    account.currency(), one.date(), BankStatementRow.of(one.statement()), one.bank(), one.ledger(),
                    one.difference(), one.opening(), one.matched().stream().map(BankPair::of).toList(),
                    one.lines().stream().map(line -> BankLineRow.of(line.line(), line.match())).toList(),
                    one.entries().stream().map(entry -> BankEntryRow.of(entry.entry(), entry.amount(), entry.match()))
                            .toList(),
                    reconciled == null ? null : BankReconciled.of(reconciled), at);
        }
    }

    /** A statement as it was recorded; {@code sha256} is that of its file. */
    record BankStatementRow(LocalDate from, LocalDate to, BigDecimal opening, BigDecimal closing, String source,
            @Nullable String sha256, String event) {
        static BankStatementRow of(Statement one) {
            return new BankStatementRow(one.from(), one.to(), one.opening(), one.closing(), one.source(), one.sha256(),
                    Paths.event(one.index()));
        }
    }

    /** Lines and entries that are the same money. */
    record BankPair(long match, @Nullable String matchedBy, List<BankLineRow> lines, List<BankEntryRow> entries,
            String event) {
        static BankPair of(BankPosition.Pair pair) {
            return new BankPair(pair.match().number(), pair.match().matchedBy(),
                    pair.lines().stream().map(line -> BankLineRow.of(line, null)).toList(),
                    pair.entries().stream().map(entry -> BankEntryRow.of(entry, entry.amount(), null)).toList(),
                    Paths.event(pair.match().index()));
        }
    }

    /** A line; {@code laterMatch} is the match with an entry of a later day, where there is one. */
    record BankLineRow(long line, LocalDate bookingDate, @Nullable LocalDate valueDate, BigDecimal amount,
            @Nullable String reference, @Nullable String counterparty, @Nullable String description,
            @Nullable Long laterMatch, String event) {
        static BankLineRow of(Line one, @Nullable Match later) {
            return new BankLineRow(one.number(), one.bookingDate(), one.valueDate(), one.amount(), one.reference(),
                    one.counterparty(), one.description(), later == null ? null : (Long) later.number(),
                    Paths.event(one.index()));
        }
    }

    /** An entry of the ledger, by its index; {@code laterMatch} as for a line. */
    record BankEntryRow(long entry, String type, LocalDate date, BigDecimal amount, @Nullable String reference,
            @Nullable String postedBy, @Nullable Long laterMatch, String event) {
        static BankEntryRow of(LedgerEntry one, BigDecimal amount, @Nullable Match later) {
            return new BankEntryRow(one.index(), one.type(), one.date(), amount, one.reference(), one.postedBy(),
                    later == null ? null : (Long) later.number(), Paths.event(one.index()));
        }
    }

    /** How a statement was reconciled, on the first {@code size} events. */
    record BankReconciled(LocalDate on, @Nullable String by, BigDecimal closing, BigDecimal ledger, long size,
            List<BankDifference> differences, String event) {
        static BankReconciled of(Reconciled one) {
            return new BankReconciled(one.on(), one.by(), one.closing(), one.ledger(), one.size(),
                    one.differences().stream().map(difference -> new BankDifference(difference.kind(),
                            difference.reference(), difference.amount(), difference.explanation())).toList(),
                    Paths.event(one.index()));
        }
    }

    /** What was on one side only, and why. */
    record BankDifference(Difference.Kind kind, @Nullable Long reference, BigDecimal amount, String explanation) {
    }

    /**
     * What may be the same money.
     *
     * @param days the most days between the two dates
     * @param proposed pairs that fit each other and nothing else
     * @param ambiguous lines that fit several entries, or whose entry other lines fit as well
     */
    record BankProposals(String id, int days, List<BankProposal> proposed, List<BankAmbiguous> ambiguous) {
        static BankProposals of(String id, MatchProposals proposals) {
            return new BankProposals(id, proposals.days(),
                    proposals.proposed().stream().map(BankProposal::of).toList(),
                    proposals.ambiguous().stream().map(one -> new BankAmbiguous(BankLineRow.of(one.line(), null),
                            one.entries().stream().map(entry -> BankEntryRow.of(entry, entry.amount(), null)).toList()))
                            .toList());
        }
    }

    /** A pair; {@code sameReference} where the bank repeats the voucher's. */
    record BankProposal(BankLineRow line, BankEntryRow entry, boolean sameReference) {
        static BankProposal of(MatchProposals.Proposal one) {
            return new BankProposal(BankLineRow.of(one.line(), null),
                    BankEntryRow.of(one.entry(), one.entry().amount(), null), one.sameReference());
        }
    }

    record BankAmbiguous(BankLineRow line, List<BankEntryRow> entries) {
    }

    /** What became of each proposal: {@code recorded}, in a dry run {@code wouldMatch}, or the codes of why it was refused. */
    record BankMatched(List<BankMatchedPair> pairs) {
    }

    record BankMatchedPair(long line, long entry, boolean recorded, boolean wouldMatch, List<String> refusals) {
    }
}
