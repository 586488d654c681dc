package org.aidledger.bank;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;

/**
 * The rules of bank statements, one record a rule. Those of a statement itself bind in both ways, since a reconciliation relies on
 * them; the others are strict.
 */
public sealed interface BankRefusal extends Refusal {

    /** Lines are matched and statements reconciled in this ledger; one made elsewhere is a document. */
    record NotReportable(BankStatementId statements) implements BankRefusal {
        @Override
        public String code() {
            return "bank.not-reportable";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("statements", statements.value());
        }
    }

    /** A statement ends on or after the day it begins. */
    record PeriodReversed(LocalDate from, LocalDate to) implements BankRefusal {
        @Override
        public String code() {
            return "bank.period-reversed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "to", to.toString());
        }
    }

    /** Statements of one account do not overlap. */
    record Overlaps(LocalDate from, LocalDate last) implements BankRefusal {
        @Override
        public String code() {
            return "bank.overlaps";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "last", last.toString());
        }
    }

    /** Statements of one account follow each other day by day. */
    record Gap(LocalDate from, LocalDate last) implements BankRefusal {
        @Override
        public String code() {
            return "bank.gap";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "last", last.toString());
        }
    }

    /** A statement opens with what the one before closed with. */
    record OpeningDiffers(Money opening, Money closing) implements BankRefusal {
        @Override
        public String code() {
            return "bank.opening-differs";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("opening", opening.toString(), "closing", closing.toString());
        }
    }

    /** The opening balance and all lines are the closing balance. */
    record DoesNotAddUp(Money opening, Money lines, Money closing) implements BankRefusal {
        @Override
        public String code() {
            return "bank.does-not-add-up";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("opening", opening.toString(), "lines", lines.toString(), "closing", closing.toString());
        }
    }

    /** Amounts are in the currency of the account. */
    record OtherCurrency(Currency currency, Currency asked) implements BankRefusal {
        @Override
        public String code() {
            return "bank.other-currency";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("currency", currency.code(), "asked", asked.code());
        }
    }

    /** A line is booked on a day of its statement. */
    record LineOutside(long row, LocalDate date, LocalDate from, LocalDate to) implements BankRefusal {
        @Override
        public String code() {
            return "bank.line-outside";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("row", Long.toString(row), "date", date.toString(), "from", from.toString(), "to",
                    to.toString());
        }
    }

    /** A line moves money. */
    record LineZero(long row) implements BankRefusal {
        @Override
        public String code() {
            return "bank.line-zero";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("row", Long.toString(row));
        }
    }

    /** Only a line of a statement that counts is matched or explained. */
    record LineUnknown(long line) implements BankRefusal {
        @Override
        public String code() {
            return "bank.line-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("line", Long.toString(line));
        }
    }

    /** A line is matched once. */
    record LineMatched(long line, long match) implements BankRefusal {
        @Override
        public String code() {
            return "bank.line-matched";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("line", Long.toString(line), "match", Long.toString(match));
        }
    }

    /** Only an event that moves cash on the account, in its currency, is matched or explained. */
    record EntryUnknown(long entry, String account) implements BankRefusal {
        @Override
        public String code() {
            return "bank.entry-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("entry", Long.toString(entry), "account", account);
        }
    }

    /** An entry is matched once. */
    record EntryMatched(long entry, long match) implements BankRefusal {
        @Override
        public String code() {
            return "bank.entry-matched";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("entry", Long.toString(entry), "match", Long.toString(match));
        }
    }

    /** What is matched adds up to the same on both sides. */
    record AmountsDiffer(Money lines, Money entries) implements BankRefusal {
        @Override
        public String code() {
            return "bank.amounts-differ";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("lines", lines.toString(), "entries", entries.toString());
        }
    }

    /** Something is matched, and nothing twice. */
    record NothingMatched(BankStatementId statements) implements BankRefusal {
        @Override
        public String code() {
            return "bank.nothing-matched";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("statements", statements.value());
        }
    }

    /** A match and a reconciliation name so many lines, entries and differences, and say so much of each, as fit one event. */
    record TooMany(int max, int charactersMax) implements BankRefusal {
        @Override
        public String code() {
            return "bank.too-many";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("max", Integer.toString(max), "charactersMax", Integer.toString(charactersMax));
        }
    }

    /** Only a match that stands is withdrawn. */
    record MatchUnknown(long match) implements BankRefusal {
        @Override
        public String code() {
            return "bank.match-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("match", Long.toString(match));
        }
    }

    /** Who withdraws says why. */
    record ReasonMissing(BankStatementId statements) implements BankRefusal {
        @Override
        public String code() {
            return "bank.reason-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("statements", statements.value());
        }
    }

    /** There is a statement that ends on that day. */
    record StatementUnknown(LocalDate to) implements BankRefusal {
        @Override
        public String code() {
            return "bank.statement-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("to", to.toString());
        }
    }

    /** A statement is reconciled once, and what was reconciled stays as it was. */
    record StatementReconciledAlready(LocalDate to) implements BankRefusal {
        @Override
        public String code() {
            return "bank.statement-reconciled";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("to", to.toString());
        }
    }

    /** Statements are reconciled one after the other. */
    record EarlierOpen(LocalDate to, LocalDate earlier) implements BankRefusal {
        @Override
        public String code() {
            return "bank.earlier-open";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("to", to.toString(), "earlier", earlier.toString());
        }
    }

    /** Only the last statement is withdrawn. */
    record NotLast(LocalDate to, LocalDate last) implements BankRefusal {
        @Override
        public String code() {
            return "bank.not-last";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("to", to.toString(), "last", last.toString());
        }
    }

    /** A statement is withdrawn only when none of its lines is matched. */
    record LinesMatchedStill(LocalDate to, long match) implements BankRefusal {
        @Override
        public String code() {
            return "bank.lines-matched";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("to", to.toString(), "match", Long.toString(match));
        }
    }

    /** Each line without an entry is explained before the statement is reconciled. */
    record LineUnexplained(long line, Money amount) implements BankRefusal {
        @Override
        public String code() {
            return "bank.line-unexplained";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("line", Long.toString(line), "amount", amount.toString());
        }
    }

    /** Each entry without a line is explained before the statement is reconciled. */
    record EntryUnexplained(long entry, Money amount) implements BankRefusal {
        @Override
        public String code() {
            return "bank.entry-unexplained";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("entry", Long.toString(entry), "amount", amount.toString());
        }
    }

    /** A difference from before the first statement is explained as well. */
    record OpeningUnexplained(Money amount) implements BankRefusal {
        @Override
        public String code() {
            return "bank.opening-unexplained";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("amount", amount.toString());
        }
    }

    /** Only what is a difference on that day is explained as one, with its amount, and once. */
    record DifferenceWrong(String kind, String reference) implements BankRefusal {
        @Override
        public String code() {
            return "bank.difference-wrong";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("kind", kind, "reference", reference);
        }
    }

    /** What is explained is the whole difference between the bank's balance and the ledger's. */
    record DifferenceUnexplained(Money closing, Money ledger, Money unexplained) implements BankRefusal {
        @Override
        public String code() {
            return "bank.difference-unexplained";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("closing", closing.toString(), "ledger", ledger.toString(), "unexplained",
                    unexplained.toString());
        }
    }

    /** A reconciliation counts everything that was posted on the account. */
    record FiguresOutdated(long size, long posted) implements BankRefusal {
        @Override
        public String code() {
            return "bank.figures-outdated";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("size", Long.toString(size), "posted", Long.toString(posted));
        }
    }

    /** Who has posted an entry that a statement is reconciled with does not reconcile it. */
    record PostedOnStatement(String actor, long entry, LocalDate to) implements BankRefusal {
        @Override
        public String code() {
            return "segregation.posted-on-statement";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "entry", Long.toString(entry), "to", to.toString());
        }
    }

    /** Who has reconciled a statement does not post on its account up to its last day. */
    record ReconciledStatement(String actor, String account, LocalDate to) implements BankRefusal {
        @Override
        public String code() {
            return "segregation.reconciled-statement";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "account", account, "to", to.toString());
        }
    }
}
