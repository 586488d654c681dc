package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: totals of all projects, and the projects. */
@Controller
final class HomePage {

    static final int PAGE_PROJECTS = 25;
    private static final int SEARCH_CHARS_MAX = 200;
    static final List<Measure> TOTALLED = List.of(Measure.COMMITTED_IN, Measure.COMMITTED_OUT, Measure.APPROVED,
            Measure.RECEIVED, Measure.DISBURSED, Measure.EXPENDITURE, Measure.CASH_ON_HAND);

    private final ClockForm clocks;
    private final Balances balances;
    private final Projects projects;

    HomePage(ClockForm clocks, Balances balances, Projects projects) {
        this.clocks = clocks;
        this.balances = balances;
        this.projects = projects;
    }

    /** One project of the list. */
    record Item(String title, String code, String donors, String status, String registered, String href) {
    }

    /** Totals in one currency. */
    record TotalsRow(String currency, List<FigureTable.Cell> cells) {
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        String words = q.length() > SEARCH_CHARS_MAX ? q.substring(0, SEARCH_CHARS_MAX) : q;
        Address here = Address.of("/").with("q", words).with("effective", effective).with("known", known)
                .with("booked", booked)
                .with("lang", Language.named(request).map(Language::tag).orElse(null));

        List<ProjectRow> found = projects.search(words, read.size(), after, PAGE_PROJECTS + 1);
        List<ProjectRow> page = found.subList(0, Math.min(PAGE_PROJECTS, found.size()));
        model.addAttribute("frame", Frame.of(request, here.with("after", after)));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).with("after", after).toString());
        model.addAttribute("portfolio", new Address("/portfolio", here.query()).with("q", null).toString());
        model.addAttribute("q", words);
        model.addAttribute("count", shown.number(projects.count(words, read.size())));
        model.addAttribute("projects", page.stream().map(row -> item(row, language, here)).toList());
        model.addAttribute("first", after == null ? null : here.toString());
        model.addAttribute("next",
                found.size() > PAGE_PROJECTS
                        ? here.with("known", read.size()).with("after", page.getLast().id()).toString()
                        : null);
        totals(read, shown, model);
        return "home";
    }

    private static Item item(ProjectRow row, Language language, Address here) {
        Address address = Address.of("/projects/" + row.id());
        for (String kept : List.of("effective", "known", "booked", "lang")) {
            address = address.with(kept, here.query().get(kept));
        }
        return new Item(row.title(language.tag()), row.code(), row.donors(), row.status(),
                Shown.in(language).date(row.effectiveDate()), address.toString());
    }

    private void totals(ClockForm.Read read, Shown shown, Model model) {
        List<CurrencyFigures> totals = balances.totals(read.asOf()).currencies();
        List<Measure> moved = TOTALLED.stream().filter(measure -> totals.stream().map(one -> one.figure(measure))
                .anyMatch(amount -> amount != null && amount.signum() != 0)).toList();
        model.addAttribute("measures", moved.stream().map(Measure::key).toList());
        model.addAttribute("totals", totals.stream().map(one -> new TotalsRow(one.currency().code(), moved.stream()
                .map(measure -> FigureTable.cell(one.figure(measure), shown, null)).toList())).toList());
    }
}
