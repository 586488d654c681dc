package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.aidledger.app.headline.Progress;
import org.aidledger.app.headline.Progress.Reached;
import org.aidledger.app.headline.Progress.SectorReached;
import org.aidledger.app.headline.Targets;
import org.aidledger.app.headline.Valuation;
import org.aidledger.project.Place;
import org.aidledger.view.portfolio.Provinces;
import org.aidledger.view.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The targets of programmes beside what was reached. */
@Controller
final class TargetsPage {

    private final ClockForm clocks;
    private final Targets targets;
    private final MessageSource texts;

    TargetsPage(ClockForm clocks, Targets targets, MessageSource texts) {
        this.clocks = clocks;
        this.targets = targets;
        this.texts = texts;
    }

    /** A programme; {@code province} is null for a national one. */
    record Block(String name, String id, @Nullable String province, String years, List<YearBlock> targets) {
    }

    /** A year's targets; {@code policy} is null where no value is aimed at. */
    record YearBlock(int year, String source, String eventHref, String event, @Nullable String policy, List<Row> rows,
            List<Converted.RateRow> used, List<Converted.LeftRow> left) {
    }

    /** A target; {@code percent} of it is reached. */
    record Row(String name, @Nullable String unit, String target, String actual, @Nullable String percent) {
    }

    @GetMapping("/targets")
    String page(@RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked,
            @RequestParam(defaultValue = "") String rates, HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        Address here = Address.of("/targets").with("effective", effective).with("known", known)
                .with("booked", booked).with("rates", rates.strip())
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        Targets.Page page = targets.all(null, Valuation.MEASURE, rates.strip(), read.asOf());
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).toString());
        model.addAttribute("rates", rates.strip());
        model.addAttribute("programmes",
                page.programmes().stream().map(one -> block(one, language, here)).toList());
        return "targets";
    }

    private Block block(Progress progress, Language language, Address here) {
        Programme one = progress.programme();
        String english = one.nameEn();
        Place place = one.place();
        String name = language == Language.EN && english != null ? english : one.nameVi();
        return new Block(name, one.id(), place == null ? null : Provinces.label(place),
                one.firstYear() + "\u2013" + one.lastYear(),
                progress.years().stream().map(year -> block(year, language, here)).toList());
    }

    private YearBlock block(Progress.Year year, Language language, Address here) {
        Shown shown = Shown.in(language);
        Locale locale = language.locale();
        List<Row> rows = new ArrayList<>();
        Reached donors = year.donors();
        if (donors != null) {
            rows.add(row(texts.getMessage("headline.donors", null, locale), null, donors, shown));
        }
        for (SectorReached sector : year.sectors()) {
            String name = texts.getMessage("sector.dac." + sector.code(), null, sector.code(), locale);
            rows.add(row(Objects.requireNonNullElse(name, sector.code()), year.currency(), sector.value(), shown));
        }
        Reached total = year.total();
        if (total != null) {
            rows.add(row(texts.getMessage("target.total", null, locale), year.currency(), total, shown));
        }
        return new YearBlock(year.year(), year.source(),
                Address.of("/events/" + year.index()).with("lang", here.query().get("lang")).toString(),
                shown.number(year.index()), year.policy(), rows, Converted.rates(year.rates(), shown, here),
                Converted.left(year.unconverted(), List.of(Valuation.MEASURE), shown));
    }

    private static Row row(String name, @Nullable String unit, Reached reached, Shown shown) {
        BigDecimal percent = reached.percent();
        return new Row(name, unit, shown.amount(reached.target()), shown.amount(reached.actual()),
                percent == null ? null : shown.amount(percent));
    }
}
