package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.view.AsOf;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.aidledger.view.bank.BankHistory.Reconciled;
import org.aidledger.view.bank.BankPosition;
import org.aidledger.view.bank.MatchProposals;
import org.jspecify.annotations.Nullable;

/** Bank statements beside the ledger, for people and for programs. */
final class BankText {

    private BankText() {
    }

    static Map<String, @Nullable Object> json(BankAccounts.Page page, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        BalanceText.clocks(json, page.asOf(), root);
        json.put("accounts", page.accounts().stream().map(one -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", one.id());
            row.put("project", one.account().project());
            row.put("moneyAccount", one.account().moneyAccount());
            row.put("currency", one.account().currency().code());
            row.put("statementTo", one.to().toString());
            row.put("closing", one.closing());
            row.put("reconciledTo", one.reconciledTo() == null ? null : one.reconciledTo().toString());
            return row;
        }).toList());
        return json;
    }

    static void print(BankAccounts.Page page, String root, PrintWriter out) {
        out.println("Bank statements, " + BalanceText.clocks(page.asOf()));
        if (page.accounts().isEmpty()) {
            out.println("  none is recorded; ./ledger import bank FILE.csv --project ... --account ... takes one in");
        }
        for (BankAccounts.Summary one : page.accounts()) {
            out.printf("  %-40s to %s, closing %s %s, %s%n", one.id(), one.to(), text(one.closing()),
                    one.account().currency(),
                    one.reconciledTo() == null ? "not reconciled" : "reconciled to " + one.reconciledTo());
        }
        out.println("  root " + root);
    }

    static Map<String, @Nullable Object> json(BankPosition one, MatchProposals proposals, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", one.history().id());
        json.put("project", one.history().account().project());
        json.put("moneyAccount", one.history().account().moneyAccount());
        json.put("currency", one.history().account().currency().code());
        BalanceText.clocks(json, asOf(one), root);
        json.put("statementFrom", one.statement().from().toString());
        json.put("statementTo", one.statement().to().toString());
        json.put("bank", one.bank());
        json.put("ledger", one.ledger());
        json.put("difference", one.difference());
        json.put("opening", one.opening());
        json.put("matched", one.matched().stream().map(pair -> Map.of("match", pair.match().number(), "lines",
                pair.lines().stream().map(line -> json(line, null)).toList(), "entries",
                pair.entries().stream().map(entry -> json(entry, entry.amount(), null)).toList())).toList());
        json.put("linesWithoutEntry",
                one.lines().stream().map(line -> json(line.line(), line.match())).toList());
        json.put("entriesWithoutLine",
                one.entries().stream().map(entry -> json(entry.entry(), entry.amount(), entry.match())).toList());
        Reconciled reconciled = one.reconciled();
        json.put("reconciled", reconciled == null ? null : json(reconciled));
        json.put("days", proposals.days());
        json.put("proposed", proposals.proposed().stream().map(pair -> Map.of("line", pair.line().number(), "entry",
                pair.entry().index(), "sameReference", pair.sameReference())).toList());
        json.put("ambiguous", proposals.ambiguous().stream().map(line -> Map.of("line", line.line().number(),
                "entries", line.entries().stream().map(LedgerEntry::index).toList())).toList());
        return json;
    }

    private static AsOf.Answered asOf(BankPosition one) {
        AsOf.Answered at = one.history().asOf();
        return new AsOf.Answered(one.date(), at.known(), null, at.behind());
    }

    private static Map<String, @Nullable Object> json(Line line, @Nullable Match later) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("line", line.number());
        json.put("bookingDate", line.bookingDate().toString());
        json.put("amount", line.amount());
        json.put("reference", line.reference());
        json.put("counterparty", line.counterparty());
        json.put("description", line.description());
        json.put("laterMatch", later == null ? null : (Long) later.number());
        json.put("event", line.index());
        return json;
    }

    private static Map<String, @Nullable Object> json(LedgerEntry entry, BigDecimal amount, @Nullable Match later) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("entry", entry.index());
        json.put("type", entry.type());
        json.put("date", entry.date().toString());
        json.put("amount", amount);
        json.put("reference", entry.reference());
        json.put("postedBy", entry.postedBy());
        json.put("laterMatch", later == null ? null : (Long) later.number());
        return json;
    }

    private static Map<String, @Nullable Object> json(Reconciled one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("on", one.on().toString());
        json.put("by", one.by());
        json.put("ledger", one.ledger());
        json.put("size", one.size());
        json.put("event", one.index());
        json.put("differences", one.differences());
        return json;
    }

    static void print(BankPosition one, MatchProposals proposals, String root, PrintWriter out) {
        out.printf("%s, %s of %s, %s%n", one.history().id(), one.history().account().moneyAccount(),
                one.history().account().project(), BalanceText.clocks(asOf(one)));
        String currency = one.history().account().currency().code();
        out.printf("  statement %s to %s (event #%d)%n", one.statement().from(), one.statement().to(),
                one.statement().index());
        out.printf("  bank %s, ledger %s, difference %s %s%n", text(one.bank()), text(one.ledger()),
                text(one.difference()), currency);
        if (one.opening().signum() != 0) {
            out.printf("  before the first statement the bank has %s %s more than the ledger%n", text(one.opening()),
                    currency);
        }
        out.printf("  %d matched%n", one.matched().size());
        one.matched().forEach(pair -> out.printf("    match %d: lines %s, entries %s%n", pair.match().number(),
                pair.match().lines(), pair.match().entries()));
        out.printf("  %d lines without an entry%n", one.lines().size());
        one.lines().forEach(line -> print(line.line(), line.match(), out));
        out.printf("  %d entries without a line%n", one.entries().size());
        one.entries().forEach(entry -> print(entry.entry(), entry.amount(), entry.match(), out));
        print(proposals, out);
        Reconciled reconciled = one.reconciled();
        out.println(reconciled == null ? "  not reconciled"
                : "  reconciled on " + reconciled.on() + " by " + reconciled.by() + ", on " + reconciled.size()
                        + " events (event #" + reconciled.index() + ")");
        out.println("  root " + root);
    }

    private static void print(MatchProposals proposals, PrintWriter out) {
        if (!proposals.proposed().isEmpty()) {
            out.printf("  may be the same, at most %d days apart (--match takes them)%n", proposals.days());
            proposals.proposed().forEach(pair -> out.printf("    line %d and entry #%d, %s%s%n", pair.line().number(),
                    pair.entry().index(), text(pair.line().amount()), pair.sameReference() ? ", same reference" : ""));
        }
        proposals.ambiguous()
                .forEach(line -> out.printf("  line %d fits several: entries %s (--pair %d=... takes one)%n",
                        line.line().number(), List.copyOf(line.entries().stream().map(LedgerEntry::index).toList()),
                        line.line().number()));
    }

    private static void print(Line line, @Nullable Match later, PrintWriter out) {
        out.printf("    line %d  %s  %s  %s  %s%s%n", line.number(), line.bookingDate(), text(line.amount()),
                Objects.requireNonNullElse(line.reference(), ""), Objects.requireNonNullElse(line.counterparty(), ""),
                later(later));
    }

    private static void print(LedgerEntry entry, BigDecimal amount, @Nullable Match later, PrintWriter out) {
        out.printf("    entry #%d  %s  %s  %s  %s, by %s%s%n", entry.index(), entry.date(), text(amount), entry.type(),
                Objects.requireNonNullElse(entry.reference(), "-"), entry.postedBy(), later(later));
    }

    private static String later(@Nullable Match match) {
        return match == null ? "" : "  (match " + match.number() + ", of a later day)";
    }

    private static String text(BigDecimal amount) {
        return ("%,." + Math.max(0, amount.scale()) + "f").formatted(amount);
    }
}
