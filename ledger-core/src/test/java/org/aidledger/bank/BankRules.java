package org.aidledger.bank;

import static org.aidledger.bank.BankFacts.*;
import static org.aidledger.testing.Judged.ALWAYS;
import static org.aidledger.testing.Judged.HERE_ONLY;
import static org.aidledger.testing.Judged.WHEN_REPORTED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.bank.BankCommand.RecordStatement;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of bank statements by example, in the order in which a reader meets them. */
public final class BankRules {

    private static final BankEvent[] MATCHED = recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID));

    private BankRules() {
    }

    public static List<RuleExample<BankCommand, BankEvent>> examples() {
        return Stream.of(statements(), matches(), reconciliations()).flatMap(List::stream).toList();
    }

    private static List<RuleExample<BankCommand, BankEvent>> statements() {
        return List.of(
                rule("bank.period-reversed", "A statement ends on or after the day it begins.", ALWAYS, given(),
                        record(TO, FROM, "0", "0")).keeps(record(FROM, FROM, "0", "0")),
                rule("bank.does-not-add-up", "The opening balance and all lines are the closing balance.", ALWAYS,
                        given(), record(FROM, TO, "0", "60", line("2026-01-05", "70", "BC-1"))).keeps(january()),
                rule("bank.other-currency", "Amounts are in the currency of the account.", ALWAYS, given(),
                        new RecordStatement(ACCOUNT, FROM, TO, Money.of("0", "VND"), usd("0"), List.of(),
                                DocumentRef.of("january.csv")))
                        .keeps(january()),
                rule("bank.line-outside", "A line is booked on a day of its statement.", ALWAYS, given(),
                        record(FROM, TO, "0", "1", line("2026-02-01", "1", "BC-1"))).keeps(january()),
                rule("bank.line-zero", "A line moves money.", ALWAYS, given(),
                        record(FROM, TO, "0", "0", line("2026-01-02", "0.00", "BC-1"))).keeps(january()),
                rule("bank.overlaps", "Statements of one account do not overlap.", ALWAYS, given(recorded()),
                        february("70", TO)).keeps(february("70", NEXT_FROM)),
                rule("bank.gap", "Statements of one account follow each other day by day.", ALWAYS, given(recorded()),
                        february("70", NEXT_FROM.plusDays(1))).keeps(february("70", NEXT_FROM)),
                rule("bank.opening-differs", "A statement opens with what the one before closed with.", ALWAYS,
                        given(recorded()), february("71", NEXT_FROM)).keeps(february("70", NEXT_FROM)),
                rule("bank.not-reportable", "Lines are matched and statements reconciled in this ledger.",
                        WHEN_REPORTED, given(recorded()), match(List.of(1L), List.of(11L)))
                        .keeps(match(List.of(1L), List.of(11L))),
                rule("bank.statement-unknown", "There is a statement that ends on that day.", HERE_ONLY,
                        given(recorded()), withdraw(NEXT_TO)).keeps(withdraw(TO)),
                rule("bank.not-last", "Only the last statement is withdrawn.", HERE_ONLY,
                        given(recorded(recordedFebruary())), withdraw(TO)).keeps(withdraw(NEXT_TO)),
                rule("bank.lines-matched", "A statement is withdrawn only when none of its lines is matched.",
                        HERE_ONLY, given(recorded(matched(1, 1, RECEIVED))), withdraw(TO))
                        .keeps(given(recorded(matched(1, 1, RECEIVED), withdrawn(1))), withdraw(TO)));
    }

    private static List<RuleExample<BankCommand, BankEvent>> matches() {
        return List.of(
                rule("bank.nothing-matched", "Something is matched, and nothing twice.", HERE_ONLY, given(recorded()),
                        match(List.of(1L), List.of(11L, 11L))).keeps(match(List.of(1L), List.of(11L))),
                rule("bank.too-many", "A match and a reconciliation name so many lines, entries and differences, and "
                        + "say so much of each, as fit one event.", HERE_ONLY, given(recorded()),
                        match(List.of(1L), Stream.iterate(20L, n -> n + 1).limit(50).toList()))
                        .keeps(match(List.of(1L), List.of(11L))),
                rule("bank.line-unknown", "Only a line of a statement that counts is matched.", HERE_ONLY,
                        given(recorded()), match(List.of(3L), List.of(11L)))
                        .keeps(match(List.of(1L), List.of(11L))),
                rule("bank.line-matched", "A line is matched once.", HERE_ONLY,
                        given(recorded(matched(1, 1, RECEIVED))).where(entry(13, "minh", "2026-01-06", "100")),
                        match(List.of(1L), List.of(13L)))
                        .keeps(given(recorded(matched(1, 1, RECEIVED), withdrawn(1)))
                                .where(entry(13, "minh", "2026-01-06", "100")), match(List.of(1L), List.of(13L))),
                rule("bank.entry-unknown", "Only an event that moves cash on the account, in its currency, is matched.",
                        HERE_ONLY, given(recorded()), match(List.of(1L), List.of(99L)))
                        .keeps(match(List.of(1L), List.of(11L))),
                rule("bank.entry-matched", "An entry is matched once.", HERE_ONLY,
                        given(recorded(matched(1, 1, RECEIVED))), match(List.of(2L), List.of(11L)))
                        .keeps(match(List.of(2L), List.of(12L))),
                rule("bank.amounts-differ", "What is matched adds up to the same on both sides.", HERE_ONLY,
                        given(recorded()), match(List.of(1L), List.of(12L)))
                        .keeps(match(List.of(1L, 2L), List.of(11L, 12L))),
                rule("bank.match-unknown", "Only a match that stands is withdrawn.", HERE_ONLY,
                        given(recorded(matched(1, 1, RECEIVED), withdrawn(1))), withdraw(1, "wrong"))
                        .keeps(given(recorded(matched(1, 1, RECEIVED))), withdraw(1, "wrong")),
                rule("bank.reason-missing", "Who withdraws says why.", HERE_ONLY,
                        given(recorded(matched(1, 1, RECEIVED))), withdraw(1, " ")).keeps(withdraw(1, "wrong")));
    }

    private static List<RuleExample<BankCommand, BankEvent>> reconciliations() {
        CashEntry byMe = entry(11, Scenario.ACTOR, "2026-01-05", "100");
        LocalDate later = NEXT_TO;
        return List.of(
                rule("segregation.posted-on-statement",
                        "Who has posted an entry that a statement is reconciled with does not reconcile it.", HERE_ONLY,
                        given(recorded(matched(1, 1, byMe), matched(2, 2, PAID))), reconcile("70"))
                        .keeps(given(MATCHED), reconcile("70")),
                rule("bank.statement-reconciled", "A statement is reconciled once.", HERE_ONLY,
                        given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID), reconciled("70"))),
                        reconcile("70")).keeps(given(MATCHED), reconcile("70")),
                rule("bank.earlier-open", "Statements are reconciled one after the other.", HERE_ONLY,
                        given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID), recordedFebruary())),
                        reconcile(later, 1_000, "70"))
                        .keeps(given(recorded(matched(1, 1, RECEIVED), matched(2, 2, PAID), recordedFebruary(),
                                reconciled("70"))), reconcile(later, 1_000, "70")),
                rule("bank.figures-outdated", "A reconciliation counts everything that was posted on the account.",
                        HERE_ONLY, given(MATCHED).where(cash(), 998), reconcile(TO, 998, "70"))
                        .keeps(reconcile(TO, 999, "70")),
                rule("bank.line-unexplained",
                        "Each line without an entry is explained before the statement is reconciled.", HERE_ONLY,
                        given(recorded(matched(1, 1, RECEIVED))), reconcile("100"))
                        .keeps(reconcile("100", lineOpen(2, "-30", "a fee not yet entered"))),
                rule("bank.entry-unexplained",
                        "Each entry without a line is explained before the statement is reconciled.", HERE_ONLY,
                        given(MATCHED).where(entry(13, "minh", "2026-01-30", "-5")),
                        reconcile("65", new Difference(Difference.Kind.ENTRY, 13L, new BigDecimal("-5"), "")))
                        .keeps(reconcile("65", entryOpen(13, "-5"))),
                rule("bank.opening-unexplained", "A difference from before the first statement is explained as well.",
                        HERE_ONLY, given(MATCHED), reconcile("60", openingOf("10", "")))
                        .keeps(reconcile("60", openingOf("10", "from before the ledger"))),
                rule("bank.difference-wrong",
                        "Only what is a difference on that day is explained as one, with its amount, and once.",
                        HERE_ONLY, given(MATCHED), reconcile("70", lineOpen(2, "-30", "a fee")))
                        .keeps(reconcile("70")),
                rule("bank.difference-unexplained",
                        "What is explained is the whole difference between the bank's balance and the ledger's.",
                        HERE_ONLY, given(MATCHED).where(entry(13, "minh", "2026-01-30", "-5")), reconcile("65"))
                        .keeps(reconcile("65", entryOpen(13, "-5"))));
    }

    private static Broken<BankCommand, BankEvent> rule(String code, String rule, Judged judged,
            Scenario<BankCommand, BankEvent> broken, BankCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
