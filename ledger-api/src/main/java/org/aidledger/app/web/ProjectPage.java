package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.aidledger.view.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One project at two clocks: what it is, its balances, its cash, and its trail. */
@Controller
final class ProjectPage {

    static final int PAGE_LINES = 100;

    private final ClockForm clocks;
    private final Balances balances;
    private final Projects projects;
    private final Trail trail;

    ProjectPage(ClockForm clocks, Balances balances, Projects projects, Trail trail) {
        this.clocks = clocks;
        this.balances = balances;
        this.projects = projects;
        this.trail = trail;
    }

    /** Cash on one account in one currency. */
    record Cash(String account, String currency, String amount) {
    }

    /** Something the register knows; {@code key} names it in the messages, and {@code values} its value where it is a code. */
    record Fact(String key, String value, @Nullable String values) {
    }

    @GetMapping("/projects/{id}")
    String project(@PathVariable String id, @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        ProjectRow row = projects.find(id, read.size()).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "project " + id));
        Address here = Address.of("/projects/" + row.id()).with("effective", effective).with("known", known)
                .with("booked", booked)
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        ProjectBalance balance = balances.ofProject(row.id(), read.asOf());
        Trail.Page page = trail.of(row.id(), read.asOf(), after, PAGE_LINES);

        model.addAttribute("frame", Frame.of(request, here.with("after", after)));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).with("after", after).toString());
        model.addAttribute("now", here.with("effective", null).with("known", null).with("booked", null).toString());
        model.addAttribute("signals", new Address("/signals", here.query()).with("project", row.id()).toString());
        model.addAttribute("evidence", Address.of("/api/v1/evidence/projects/" + row.id()).with("effective", effective)
                .with("known", read.size()).with("booked", booked).toString());
        model.addAttribute("project", row);
        model.addAttribute("title", row.title(language.tag()));
        model.addAttribute("facts", facts(row, shown));
        model.addAttribute("figures", FigureTable.of(balance.currencies(), shown,
                (measure, currency) -> here.at("/figures/" + measure.key()).with("currency", currency.code())));
        model.addAttribute("keepsCash", balance.keepsCash());
        model.addAttribute("cash", balance.cash().stream()
                .map(one -> new Cash(one.moneyAccount(), one.currency().code(), shown.amount(one.amount()))).toList());
        model.addAttribute("trail", page.lines().stream()
                .map(line -> TrailRow.of(line, language, Address.of("/events/" + line.index())
                        .with("lang", here.query().get("lang"))))
                .toList());
        model.addAttribute("first", after == null ? null : here.toString());
        model.addAttribute("next",
                page.next() == null ? null : here.with("known", read.size()).with("after", page.next()).toString());
        return "project";
    }

    private static List<Fact> facts(ProjectRow row, Shown shown) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("code", row.code(), null));
        facts.add(new Fact("id", row.id(), null));
        facts.add(new Fact("status", row.status(), "status"));
        facts.add(new Fact("kind", row.kind(), "kind"));
        facts.add(new Fact("budgetTreatment", row.budgetTreatment(), "budgetTreatment"));
        facts.add(new Fact("perspective", row.perspective(), "perspective"));
        facts.add(new Fact("donors", row.donors(), null));
        add(facts, "managingAgency", row.managingAgency());
        add(facts, "aidOwner", row.aidOwner());
        facts.add(new Fact("registered", shown.date(row.effectiveDate()), null));
        facts.removeIf(fact -> fact.value().isBlank());
        return facts;
    }

    private static void add(List<Fact> facts, String key, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(key, value, null));
        }
    }
}
