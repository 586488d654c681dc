package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
import org.aidledger.view.balance.PostingPlace;
import org.aidledger.view.balance.ProjectBalance;
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

/** What a figure is made of: its postings in the order of the log, with the running total that ends in the figure. */
@Controller
final class FigurePage {

    /** Postings of a page. */
    private static final int LINES_MAX = 500;

    private final ClockForm clocks;
    private final Balances balances;
    private final Projects projects;

    FigurePage(ClockForm clocks, Balances balances, Projects projects) {
        this.clocks = clocks;
        this.balances = balances;
        this.projects = projects;
    }

    /** One posting and the total up to it. */
    record Line(long index, String href, String effective, String recorded, String account, String contra,
            @Nullable String moneyAccount, String amount, String total) {
    }

    @GetMapping("/projects/{id}/figures/{measure}")
    String figure(@PathVariable String id, @PathVariable("measure") String key, @RequestParam String currency,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked,
            @RequestParam(name = "page", defaultValue = "1") int asked,
            HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        ProjectRow row = projects.find(id, read.size()).orElseThrow(() -> notFound("project " + id));
        Measure measure = Arrays.stream(Measure.values()).filter(one -> one.key().equals(key) && one.hasPostings())
                .findFirst().orElseThrow(() -> notFound("measure " + key));
        String lang = Language.named(request).map(Language::tag).orElse(null);
        Address project = Address.of("/projects/" + row.id()).with("effective", effective).with("known", known)
                .with("booked", booked)
                .with("lang", lang);
        Address here = project.at("/figures/" + key).with("currency", currency);
        Currency in = currency(currency);
        int page = Math.max(1, asked);
        Lines lines = lines(row.id(), measure, in, read, page, shown, lang);

        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        Address fixed = here.with("known", read.size());
        model.addAttribute("permanent", fixed.with("page", page > 1 ? page : null).toString());
        model.addAttribute("first", page > 1 ? fixed.toString() : null);
        model.addAttribute("next", lines.hasMore() ? fixed.with("page", page + 1).toString() : null);
        model.addAttribute("projectHref", project.toString());
        model.addAttribute("title", row.title(language.tag()));
        model.addAttribute("measure", key);
        model.addAttribute("currency", currency);
        model.addAttribute("proof", Address.of(
                "/api/v1/evidence/projects/" + row.id() + "/figures/" + currency + "/" + key)
                .with("effective", effective).with("known", read.size()).with("booked", booked).toString());
        model.addAttribute("lines", lines.shown());
        model.addAttribute("carried", page > 1 ? shown.amount(lines.carried()) : null);
        BigDecimal total = figure(row.id(), measure, in, read);
        model.addAttribute("total", total == null ? null : shown.amount(total));
        return "figure";
    }

    /**
     * The lines of a page.
     *
     * @param carried the total of the pages before
     */
    private record Lines(List<Line> shown, BigDecimal carried, boolean hasMore) {
    }

    /** Goes through the postings from the first on, for their total, and keeps those of the page. */
    private Lines lines(String project, Measure measure, Currency currency, ClockForm.Read read, int page, Shown shown,
            @Nullable String lang) {
        AsOf.Answered asOf = read.asOf().answeredAt(read.size());
        BigDecimal total = BigDecimal.ZERO;
        PostingPlace after = null;
        for (int at = 1;; at++) {
            List<Posting> found = balances.postings(project, measure, currency, asOf, after, LINES_MAX + 1);
            boolean hasMore = found.size() > LINES_MAX;
            List<Posting> postings = hasMore ? found.subList(0, LINES_MAX) : found;
            BigDecimal carried = total;
            List<Line> lines = new ArrayList<>();
            for (Posting posting : postings) {
                BigDecimal amount =
                        measure.sign(posting.account()) < 0 ? posting.amount().negate() : posting.amount();
                total = total.add(amount);
                if (at == page) {
                    lines.add(line(posting, amount, total, shown, lang));
                }
            }
            if (at == page || !hasMore) {
                return new Lines(lines, at == page ? carried : total, hasMore);
            }
            after = postings.getLast().place();
        }
    }

    private static Line line(Posting posting, BigDecimal amount, BigDecimal total, Shown shown, @Nullable String lang) {
        return new Line(posting.index(), Address.of("/events/" + posting.index()).with("lang", lang).toString(),
                shown.date(posting.effectiveDate()), shown.time(posting.recordedAt()), posting.account().name(),
                posting.contra().name(), posting.moneyAccount(), shown.amount(amount), shown.amount(total));
    }

    /** Null where it is not recorded, which is not zero. */
    private @Nullable BigDecimal figure(String project, Measure measure, Currency currency, ClockForm.Read read) {
        ProjectBalance balance = balances.ofProject(project, read.asOf());
        return balance.currencies().stream().filter(one -> one.currency().equals(currency)).findFirst()
                .map(one -> one.figure(measure)).orElse(null);
    }

    private static Currency currency(String code) {
        try {
            return Currency.of(code);
        } catch (IllegalArgumentException e) {
            throw notFound("currency " + code);
        }
    }

    private static ResponseStatusException notFound(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }
}
