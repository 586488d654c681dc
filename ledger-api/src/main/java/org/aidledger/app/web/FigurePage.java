package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aidledger.money.Currency;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
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
            @RequestParam(required = false) @Nullable String booked, HttpServletRequest request, Model model) {
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
        List<Line> lines = lines(postings(row.id(), measure, currency, read), measure, shown, lang);

        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).toString());
        model.addAttribute("projectHref", project.toString());
        model.addAttribute("title", row.title(language.tag()));
        model.addAttribute("measure", key);
        model.addAttribute("currency", currency);
        model.addAttribute("proof", Address.of(
                "/api/v1/evidence/projects/" + row.id() + "/figures/" + currency + "/" + key)
                .with("effective", effective).with("known", read.size()).with("booked", booked).toString());
        model.addAttribute("lines", lines);
        model.addAttribute("total", lines.isEmpty() ? shown.number(0) : lines.getLast().total());
        return "figure";
    }

    private List<Posting> postings(String project, Measure measure, String currency, ClockForm.Read read) {
        Currency in;
        try {
            in = Currency.of(currency);
        } catch (IllegalArgumentException e) {
            throw notFound("currency " + currency);
        }
        List<Posting> all = new ArrayList<>();
        List<Posting> page;
        do {
            page = balances.postings(project, measure, in, read.asOf().answeredAt(read.size()),
                    all.isEmpty() ? null : all.getLast().place(),
                    Balances.PAGE_MAX);
            all.addAll(page);
        } while (page.size() == Balances.PAGE_MAX);
        return all;
    }

    private static List<Line> lines(List<Posting> postings, Measure measure, Shown shown, @Nullable String lang) {
        List<Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Posting posting : postings) {
            BigDecimal amount = measure.sign(posting.account()) < 0 ? posting.amount().negate() : posting.amount();
            total = total.add(amount);
            lines.add(new Line(posting.index(), Address.of("/events/" + posting.index()).with("lang", lang).toString(),
                    shown.date(posting.effectiveDate()), shown.time(posting.recordedAt()), posting.account().name(),
                    posting.contra().name(), posting.moneyAccount(), shown.amount(amount), shown.amount(total)));
        }
        return lines;
    }

    private static ResponseStatusException notFound(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }
}
