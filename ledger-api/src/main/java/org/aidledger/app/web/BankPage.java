package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aidledger.app.bank.BankReconciliation;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.Difference;
import org.aidledger.view.bank.BankAccounts;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.aidledger.view.bank.BankHistory.Reconciled;
import org.aidledger.view.bank.BankPosition;
import org.aidledger.view.bank.MatchProposals;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Bank statements beside the ledger: the accounts, and for one of them what is matched and what is on one side only. */
@Controller
final class BankPage {

    private final ClockForm clocks;
    private final BankAccounts accounts;
    private final BankReconciliation reconciliation;
    private final Projects projects;

    BankPage(ClockForm clocks, BankAccounts accounts, BankReconciliation reconciliation, Projects projects) {
        this.clocks = clocks;
        this.accounts = accounts;
        this.reconciliation = reconciliation;
        this.projects = projects;
    }

    /** An account; {@code reconciledTo} is null while no statement of it is reconciled. */
    record AccountRow(String title, String account, String href, String to, String closing,
            @Nullable String reconciledTo) {
    }

    /** A line or an entry: one row of a list. {@code later} where its other side is of a later day. */
    record Row(String number, String date, String amount, String text, String href, @Nullable String later) {
    }

    /** Both sides of a match. */
    record PairRow(String match, List<Row> lines, List<Row> entries, String href) {
    }

    /** What may be the same; {@code entries} are several where it is ambiguous. */
    record ProposalRow(Row line, List<Row> entries, boolean sameReference) {
    }

    /** What was on one side only when the statement was reconciled, and why. */
    record ExplainedRow(String kind, @Nullable String reference, String amount, String text) {
    }

    @GetMapping("/bank")
    String list(@RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked, HttpServletRequest request, Model model) {
        Shown shown = Shown.in(Language.of(request));
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        Address here = address("/bank", effective, known, booked, request);
        frame(read, here, request, model);
        model.addAttribute("accounts", accounts.all(read.size()).accounts().stream()
                .map(one -> row(one, read.size(), shown, here, Language.of(request))).toList());
        return "bank";
    }

    private AccountRow row(BankAccounts.Summary one, long known, Shown shown, Address here, Language language) {
        LocalDate reconciledTo = one.reconciledTo();
        return new AccountRow(title(one.account().project(), known, language), one.account().moneyAccount(),
                here.at("/" + one.id()).toString(), shown.date(one.to()),
                shown.amount(one.closing()) + " " + one.account().currency(),
                reconciledTo == null ? null : shown.date(reconciledTo));
    }

    @GetMapping("/bank/{id}")
    String account(@PathVariable String id, @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked,
            @RequestParam(name = "page", defaultValue = "1") int asked, HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        BankPosition one = position(id, read);
        Address here = address("/bank/" + id, effective, known, booked, request);
        int page = Math.max(1, asked);
        frame(read, here.with("page", page > 1 ? page : null), request, model);
        String currency = one.history().account().currency().code();
        model.addAttribute("id", id);
        model.addAttribute("action", "/bank/" + id);
        model.addAttribute("title", title(one.history().account().project(), read.size(), language));
        model.addAttribute("project", event("/projects/" + one.history().account().project(), here));
        model.addAttribute("moneyAccount", one.history().account().moneyAccount());
        model.addAttribute("currency", currency);
        model.addAttribute("date", shown.date(one.date()));
        model.addAttribute("from", shown.date(one.statement().from()));
        model.addAttribute("to", shown.date(one.statement().to()));
        model.addAttribute("source", one.statement().source());
        model.addAttribute("statementHref", event("/events/" + one.statement().index(), here));
        model.addAttribute("bank", shown.amount(one.bank()));
        model.addAttribute("ledger", shown.amount(one.ledger()));
        model.addAttribute("difference", shown.amount(one.difference()));
        model.addAttribute("opening", one.opening().signum() == 0 ? null : shown.amount(one.opening()));
        Reconciled reconciled = one.reconciled();
        if (reconciled != null) {
            model.addAttribute("reconciledOn", shown.date(reconciled.on()));
            model.addAttribute("reconciledBy", reconciled.by());
            model.addAttribute("reconciledHref", event("/events/" + reconciled.index(), here));
        }
        lists(one, new CutLists(here.with("known", read.size()), page), shown, here, model);
        return "bank-account";
    }

    /** In the order of the template; what is on one side only before what is matched. */
    private static void lists(BankPosition one, CutLists lists, Shown shown, Address here, Model model) {
        Reconciled reconciled = one.reconciled();
        model.addAttribute("explained", lists.next("balances",
                reconciled == null ? List.<Difference>of() : reconciled.differences(),
                difference -> explained(difference, shown)));
        model.addAttribute("lines",
                lists.next("lines", one.lines(), line -> row(line.line(), line.match(), shown, here)));
        model.addAttribute("entries", lists.next("entries", one.entries(),
                entry -> row(entry.entry(), entry.amount(), entry.match(), shown, here)));
        model.addAttribute("days", MatchProposals.DAYS);
        model.addAttribute("proposals", lists.next("proposals",
                proposals(MatchProposals.of(one.history(), MatchProposals.DAYS), shown, here), Function.identity()));
        model.addAttribute("matched", lists.next("matched", one.matched(), pair -> pair(pair, shown, here)));
        model.addAttribute("first", lists.first());
        model.addAttribute("next", lists.following());
    }

    private BankPosition position(String id, ClockForm.Read read) {
        try {
            return reconciliation.position(new BankStatementId(id), read.asOf())
                    .orElseThrow(() -> notFound(id));
        } catch (IllegalArgumentException noId) {
            throw notFound(id);
        }
    }

    private static ResponseStatusException notFound(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "bank statement " + id);
    }

    private String title(String project, long known, Language language) {
        return projects.find(project, known).map((ProjectRow row) -> row.title(language.tag())).orElse(project);
    }

    private static Row row(Line line, @Nullable Match later, Shown shown, Address here) {
        String text = String.join(" \u00b7 ", Stream.of(line.reference(), line.counterparty(), line.description())
                .filter(Objects::nonNull).toList());
        return new Row(shown.number(line.number()), shown.date(line.bookingDate()), shown.amount(line.amount()), text,
                event("/events/" + line.index(), here), later == null ? null : shown.number(later.number()));
    }

    private static Row row(LedgerEntry entry, BigDecimal amount, @Nullable Match later, Shown shown, Address here) {
        String text = String.join(" \u00b7 ", Stream.of(entry.reference(), entry.postedBy()).filter(Objects::nonNull)
                .toList());
        return new Row(shown.number(entry.index()), shown.date(entry.date()), shown.amount(amount), text,
                event("/events/" + entry.index(), here), later == null ? null : shown.number(later.number()));
    }

    private static PairRow pair(BankPosition.Pair pair, Shown shown, Address here) {
        return new PairRow(shown.number(pair.match().number()),
                pair.lines().stream().map(line -> row(line, null, shown, here)).toList(),
                pair.entries().stream().map(entry -> row(entry, entry.amount(), null, shown, here)).toList(),
                event("/events/" + pair.match().index(), here));
    }

    private static List<ProposalRow> proposals(MatchProposals proposals, Shown shown, Address here) {
        return Stream.concat(
                proposals.proposed().stream().map(one -> new ProposalRow(row(one.line(), null, shown, here),
                        List.of(row(one.entry(), one.entry().amount(), null, shown, here)), one.sameReference())),
                proposals.ambiguous().stream()
                        .map(one -> new ProposalRow(row(one.line(), null, shown, here), one.entries().stream()
                                .map(entry -> row(entry, entry.amount(), null, shown, here)).toList(), false)))
                .toList();
    }

    private static ExplainedRow explained(Difference one, Shown shown) {
        Long reference = one.reference();
        return new ExplainedRow(one.kind().name().toLowerCase(Locale.ROOT),
                reference == null ? null : shown.number(reference), shown.amount(one.amount()), one.explanation());
    }

    private static Address address(String path, @Nullable String effective, @Nullable String known,
            @Nullable String booked, HttpServletRequest request) {
        return Address.of(path).with("effective", effective).with("known", known).with("booked", booked).with("lang",
                Language.named(request).map(Language::tag).orElse(null));
    }

    private static String event(String path, Address here) {
        return Address.of(path).with("lang", here.query().get("lang")).toString();
    }

    private static void frame(ClockForm.Read read, Address here, HttpServletRequest request, Model model) {
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).toString());
    }
}
