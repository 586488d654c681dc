package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.aidledger.view.AsOf;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.aidledger.view.signal.ProjectSignals;
import org.aidledger.view.signal.Signal;
import org.aidledger.view.signal.Signals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is on record that an inspection may want to look at, in the order of its weight; of one project or of all. */
@Controller
final class SignalsPage {

    static final int PAGE_PROJECTS = 25;
    private static final int EVENTS_SHOWN = 12;

    private final ClockForm clocks;
    private final Signals signals;
    private final Projects projects;

    SignalsPage(ClockForm clocks, Signals signals, Projects projects) {
        this.clocks = clocks;
        this.signals = signals;
        this.projects = projects;
    }

    /** One project of the list. */
    record Item(String title, String code, String href, String weight, @Nullable String inspection,
            List<Row> signals) {
    }

    /** One signal; {@code more}: how many events are not shown, null for none. */
    record Row(String name, String weight, String sentence, List<Link> events, @Nullable String more) {
    }

    /** The page of an event. */
    record Link(long index, String href) {
    }

    @GetMapping("/signals")
    String signals(@RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked, @RequestParam(defaultValue = "0") int after,
            HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        String id = project == null || project.isBlank() ? null : projects.find(project, read.size())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "project " + project)).id();
        Address here = Address.of("/signals").with("project", id).with("effective", effective).with("known", known)
                .with("booked", booked).with("lang", Language.named(request).map(Language::tag).orElse(null));
        AsOf asked = read.asOf();
        Signals.Answer answer = id == null ? signals.all(asked) : signals.ofProject(id, asked);
        int first = Math.clamp(after, 0, answer.projects().size());
        int last = Math.min(first + PAGE_PROJECTS, answer.projects().size());
        Address page = here.with("after", first == 0 ? null : first);
        model.addAttribute("frame", Frame.of(request, page));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", page.with("known", read.size()).toString());
        model.addAttribute("project", id);
        model.addAttribute("day", shown.date(answer.day()));
        model.addAttribute("count", shown.number(answer.projects().size()));
        model.addAttribute("items", answer.projects().subList(first, last).stream()
                .map(one -> item(one, read.size(), language, here)).toList());
        model.addAttribute("first", first == 0 ? null : here.toString());
        model.addAttribute("next", last == answer.projects().size() ? null
                : here.with("known", read.size()).with("after", last).toString());
        return "signals";
    }

    private Item item(ProjectSignals one, long known, Language language, Address here) {
        Shown shown = Shown.in(language);
        ProjectRow row = projects.find(one.project(), known).orElse(null);
        return new Item(row == null ? one.project() : row.title(language.tag()),
                row == null ? one.project() : row.code(),
                new Address("/projects/" + one.project(), here.query()).with("project", null).toString(),
                shown.number(one.weight()), one.inspection(),
                one.signals().stream().map(signal -> row(signal, language, here)).toList());
    }

    private static Row row(Signal signal, Language language, Address here) {
        Shown shown = Shown.in(language);
        int more = signal.events().size() - EVENTS_SHOWN;
        return new Row(signal.name(language.locale()), shown.number(signal.weight()),
                signal.sentence(language.locale()),
                signal.events().stream().limit(EVENTS_SHOWN).map(index -> new Link(index,
                        Address.of("/events/" + index).with("lang", here.query().get("lang")).toString())).toList(),
                more <= 0 ? null : shown.number(more));
    }
}
