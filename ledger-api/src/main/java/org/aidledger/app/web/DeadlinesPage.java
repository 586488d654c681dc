package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.aidledger.app.deadline.DeadlineLine;
import org.aidledger.app.deadline.DeadlineLine.Basis;
import org.aidledger.app.deadline.Deadlines;
import org.aidledger.app.deadline.Deadlines.WorkList;
import org.aidledger.project.ProjectId;
import org.aidledger.time.VietNam;
import org.aidledger.view.deadline.Obligation;
import org.aidledger.view.deadline.Obligation.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is due and overdue on a day: the list an officer begins the day with. */
@Controller
final class DeadlinesPage {

    private static final int LINES = 200;

    private final ClockForm clocks;
    private final Deadlines deadlines;
    private final MessageSource texts;
    private final Clock clock = Clock.systemUTC();

    DeadlinesPage(ClockForm clocks, Deadlines deadlines, MessageSource texts) {
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.texts = texts;
    }

    /** The same page about another kind, or about all; {@code count} of those overdue and due. */
    record Choice(String key, String href, boolean current, String count) {
    }

    /** A line; {@code href} is null for what has no page of its own. */
    record Row(String due, String when, boolean overdue, String kind, String title, String stream,
            @Nullable String href,
            @Nullable String detail, String basis, String event, String eventHref, String startedOn) {
    }

    @GetMapping("/deadlines")
    String page(@RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String within, HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read asked = clocks.read(effective, known, null, shown);
        LocalDate through = asked.asOf().effective();
        LocalDate day = through == null ? VietNam.dateOf(clock.instant()) : through;
        ClockForm.Read read = clocks.read(day.toString(), known, null, shown);
        Kind only = Arrays.stream(Kind.values()).filter(one -> one.name().equals(kind)).findFirst().orElse(null);
        int days = within.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(within), Deadlines.WITHIN_DAYS_MAX)
                : Deadlines.WITHIN_DAYS;
        Address here = Address.of("/deadlines").with("kind", only).with("within", days).with("effective", effective)
                .with("known", known).with("lang", Language.named(request).map(Language::tag).orElse(null));
        WorkList all = deadlines.on(day, days, null, read.asOf(), 0, LINES);
        WorkList list = only == null ? all : deadlines.on(day, days, only, read.asOf(), 0, LINES);
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("wrong", asked.wrong());
        model.addAttribute("permanent", here.with("effective", day).with("known", read.size()).toString());
        model.addAttribute("day", shown.date(day));
        model.addAttribute("within", days);
        model.addAttribute("allKinds", here.with("kind", null).toString());
        model.addAttribute("kind", only == null ? null : only.name());
        model.addAttribute("overdue", shown.number(list.overdue()));
        model.addAttribute("due", shown.number(list.due()));
        model.addAttribute("more", list.overdue() + list.due() > list.lines().size());
        model.addAttribute("choices", choices(all, here, only, shown));
        model.addAttribute("rows", list.lines().stream().map(line -> row(line, language, here)).toList());
        return "deadlines";
    }

    private static List<Choice> choices(WorkList all, Address here, @Nullable Kind only, Shown shown) {
        return Arrays.stream(Kind.values()).filter(one -> all.counts().containsKey(one)).map(one -> {
            var count = Objects.requireNonNull(all.counts().get(one));
            return new Choice(one.name(), here.with("kind", one).toString(), one == only,
                    shown.number(count.overdue() + count.due()));
        }).toList();
    }

    private Row row(DeadlineLine line, Language language, Address here) {
        Obligation one = line.obligation();
        Shown shown = Shown.in(language);
        Locale locale = language.locale();
        String title = language == Language.VI ? first(one.titleVi(), one.titleEn(), one.stream())
                : first(one.titleEn(), one.titleVi(), one.stream());
        String lang = here.query().get("lang");
        boolean project = one.stream().startsWith(ProjectId.PREFIX);
        return new Row(shown.date(line.due()), say(locale, line.isOverdue() ? "deadline.late" : "deadline.left",
                Math.abs(line.daysLeft())), line.isOverdue(), one.kind().name(), title, one.stream(),
                project ? Address.of("/projects/" + one.stream()).with("known", here.query().get("known"))
                        .with("lang", lang).toString() : null,
                detail(one, shown, locale), basis(line.basis(), locale), shown.number(one.startIndex()),
                Address.of("/events/" + one.startIndex()).with("lang", lang).toString(), shown.date(one.startedOn()));
    }

    private @Nullable String detail(Obligation one, Shown shown, Locale locale) {
        if (one.kind() != Kind.PERIODIC_REPORT) {
            return one.detail();
        }
        return say(locale, "deadline.report." + one.part().substring(0, one.part().indexOf('/')),
                shown.date(one.startedOn()));
    }

    private String basis(@Nullable Basis basis, Locale locale) {
        if (basis == null) {
            return say(locale, "deadline.told");
        }
        String cited = basis.article().equals("?") ? basis.legalBasis()
                : say(locale, "deadline.cited", basis.legalBasis(), basis.article());
        return basis.amount() == null || basis.unit() == null ? cited
                : say(locale, "deadline.term", cited, say(locale, "deadline.unit." + basis.unit(), basis.amount()));
    }

    private String say(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }

    private static String first(@Nullable String one, @Nullable String other, String last) {
        return one != null && !one.isBlank() ? one : other != null && !other.isBlank() ? other : last;
    }
}
