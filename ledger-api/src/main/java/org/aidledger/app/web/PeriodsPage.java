package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.app.period.PeriodSheets;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodEvent.PeriodReopened;
import org.aidledger.period.PeriodId;
import org.aidledger.view.balance.Sheet;
import org.aidledger.view.period.PeriodHistory;
import org.aidledger.view.period.PeriodSummary;
import org.aidledger.view.period.Periods;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Accounting periods: who keeps them, which months are closed, and each sealed sheet summed again. */
@Controller
final class PeriodsPage {

    static final int PAGE_PERIODS = 25;
    /** A longer sheet is given whole as text. */
    private static final int LINES_SHOWN = 500;

    private final ClockForm clocks;
    private final Periods periods;
    private final PeriodSheets sheets;

    PeriodsPage(ClockForm clocks, Periods periods, PeriodSheets sheets) {
        this.clocks = clocks;
        this.periods = periods;
        this.sheets = sheets;
    }

    /** The periods of one entity; {@code closedThrough} is null where no month is closed. */
    record Item(String entity, String id, String first, @Nullable String closedThrough, String open, String href) {
    }

    /**
     * A closing, or a reopening.
     *
     * @param size the number of events the sheet was summed over; null for a reopening, as the digest and the sheet's page
     */
    record Row(String month, boolean closing, String on, String by, @Nullable String size, @Nullable String sha256,
            @Nullable String sheetHref, String event, String eventHref) {
    }

    /** A line of a sheet; {@code href} leads to the project as it was booked then. */
    record Line(String project, String href, String account, String currency, String amount) {
    }

    @GetMapping("/periods")
    String periods(@RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable Long after, HttpServletRequest request, Model model) {
        Shown shown = Shown.in(Language.of(request));
        ClockForm.Read read = clocks.read(null, known, null, shown);
        Address here = Address.of("/periods").with("known", known)
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        List<PeriodSummary> found = periods.all(after, PAGE_PERIODS + 1);
        List<PeriodSummary> page = found.subList(0, Math.min(PAGE_PERIODS, found.size()));
        model.addAttribute("frame", Frame.of(request, here.with("after", after)));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).with("after", after).toString());
        model.addAttribute("periods", page.stream().flatMap(one -> item(one, read.size(), shown, here)).toList());
        model.addAttribute("first", after == null ? null : here.toString());
        model.addAttribute("next", found.size() <= PAGE_PERIODS ? null
                : here.with("known", read.size()).with("after", page.getLast().openedIndex()).toString());
        return "periods";
    }

    private Stream<Item> item(PeriodSummary one, long known, Shown shown, Address here) {
        Optional<PeriodHistory> history = periods.history(one.id(), known);
        return history.stream().map(then -> new Item(one.entity(), one.id(), shown.month(one.first()),
                closedThrough(then, shown), shown.month(then.closedThrough().plusMonths(1)),
                new Address("/periods/" + one.id(), here.query()).toString()));
    }

    private static @Nullable String closedThrough(PeriodHistory history, Shown shown) {
        YearMonth through = history.closedThrough();
        return through.isBefore(history.opened().first()) ? null : shown.month(through);
    }

    @GetMapping("/periods/{period}")
    String period(@PathVariable String period, @RequestParam(required = false) @Nullable String known,
            HttpServletRequest request, Model model) {
        Shown shown = Shown.in(Language.of(request));
        ClockForm.Read read = clocks.read(null, known, null, shown);
        PeriodHistory history = periods.history(period, read.size()).orElseThrow(() -> notFound(period));
        Address here = Address.of("/periods/" + history.opened().period()).with("known", known)
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).toString());
        model.addAttribute("periodsHref", Address.of("/periods").with("lang", here.query().get("lang")).toString());
        model.addAttribute("period", history.opened().period().value());
        model.addAttribute("entity", history.opened().entity().key());
        model.addAttribute("firstMonth", shown.month(history.opened().first()));
        model.addAttribute("closedThrough", closedThrough(history, shown));
        model.addAttribute("open", shown.month(history.closedThrough().plusMonths(1)));
        model.addAttribute("rows", history.events().reversed().stream()
                .flatMap(entry -> row(entry, history, shown, here)).toList());
        return "period";
    }

    private static Stream<Row> row(Entry entry, PeriodHistory history, Shown shown, Address here) {
        String by = String.valueOf(entry.metadata().get(MetadataKeys.ACTOR));
        String event = Address.of("/events/" + entry.index()).with("lang", here.query().get("lang")).toString();
        return switch (entry.payload()) {
            case PeriodClosed closed -> Stream.of(new Row(shown.month(closed.month()), true,
                    shown.date(closed.effectiveDate()), by, shown.number(closed.sheet().size()),
                    closed.sheet().sha256(),
                    history.closing(closed.month()).filter(closed::equals).isEmpty() ? null
                            : Address.of("/periods/" + closed.period() + "/sheets/" + closed.month())
                                    .with("lang", here.query().get("lang")).toString(),
                    shown.number(entry.index()), event));
            case PeriodReopened reopened -> Stream.of(new Row(shown.month(reopened.month()), false,
                    shown.date(reopened.effectiveDate()), by, null, null, null, shown.number(entry.index()), event));
            default -> Stream.empty();
        };
    }

    @GetMapping("/periods/{period}/sheets/{month}")
    String sheet(@PathVariable String period, @PathVariable String month, HttpServletRequest request, Model model) {
        Shown shown = Shown.in(Language.of(request));
        PeriodSheets.Checked checked = checked(period, month);
        Sheet sheet = checked.sheet();
        Address here = Address.of("/periods/" + sheet.period() + "/sheets/" + sheet.month())
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        Address project = Address.of("/projects").with("known", sheet.size()).with("booked", sheet.month())
                .with("lang", here.query().get("lang"));
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("periodHref", new Address("/periods/" + sheet.period(), here.query()).toString());
        model.addAttribute("period", sheet.period());
        model.addAttribute("month", shown.month(sheet.month()));
        model.addAttribute("size", shown.number(sheet.size()));
        model.addAttribute("sealed", checked.closing().sheet().sha256());
        model.addAttribute("summed", sheet.sha256());
        model.addAttribute("unchanged", checked.isUnchanged());
        model.addAttribute("text", "/api/v1" + here.path() + "/text");
        model.addAttribute("count", shown.number(sheet.lines().size()));
        model.addAttribute("more", sheet.lines().size() > LINES_SHOWN);
        model.addAttribute("lines", sheet.lines().stream().limit(LINES_SHOWN).map(line -> new Line(line.project(),
                project.at("/" + line.project()).toString(), line.account().name(), line.currency().code(),
                shown.amount(line.amount()))).toList());
        return "sheet";
    }

    private PeriodSheets.Checked checked(String period, String month) {
        try {
            return sheets.check(new PeriodId(period), YearMonth.parse(month)).orElseThrow(() -> notFound(period));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw notFound(period + ", " + month);
        }
    }

    private static ResponseStatusException notFound(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "accounting periods " + what);
    }
}
