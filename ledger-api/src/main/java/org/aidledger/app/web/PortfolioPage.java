package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aidledger.money.Currency;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.ConvertedLines;
import org.aidledger.view.portfolio.ConvertedPortfolio;
import org.aidledger.view.portfolio.Dimension;
import org.aidledger.view.portfolio.Group;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.portfolio.ProvinceList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All projects together, by one dimension; the groups add up to the totals of the first page. */
@Controller
final class PortfolioPage {

    private final ClockForm clocks;
    private final Portfolio portfolio;
    private final ConvertedPortfolio converted;
    private final MessageSource texts;

    PortfolioPage(ClockForm clocks, Portfolio portfolio, ConvertedPortfolio converted, MessageSource texts) {
        this.clocks = clocks;
        this.portfolio = portfolio;
        this.converted = converted;
        this.texts = texts;
    }

    /** The same page by another dimension; {@code current} for the page's own. */
    record Choice(String key, String href, boolean current) {
    }

    /** A group's figures in one currency; what it is called and its projects only where it begins. */
    record Row(@Nullable String value, @Nullable String projects, String currency, List<FigureTable.Cell> cells) {
    }

    @GetMapping("/portfolio")
    String page(@RequestParam(defaultValue = "donor") String by,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String booked, @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String rates, @RequestParam(defaultValue = "") String provinces,
            HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(effective, known, booked, shown);
        Dimension dimension = Dimension.of(by).orElse(Dimension.DONOR);
        ProvinceList list = ProvinceList.of(provinces).orElse(ProvinceList.AS_RECORDED);
        Address here = Address.of("/portfolio").with("by", dimension.key())
                .with("provinces", dimension == Dimension.PROVINCE ? list.key() : null).with("effective", effective)
                .with("known", known).with("booked", booked).with("in", in.strip()).with("rates", rates.strip())
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        List<Group> groups = Currency.isPossible(in.strip())
                ? inOne(dimension, list, new Conversion(rates.strip(), Currency.of(in.strip())), read, shown, here,
                        model)
                : portfolio.by(dimension, Portfolio.DAC, list, null, read.asOf()).groups();
        List<Measure> moved = HomePage.TOTALLED.stream().filter(measure -> groups.stream()
                .flatMap(group -> group.currencies().stream()).map(one -> one.figure(measure))
                .anyMatch(amount -> amount != null && amount.signum() != 0)).toList();
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent", here.with("known", read.size()).toString());
        model.addAttribute("by", dimension.key());
        model.addAttribute("into", in.strip());
        model.addAttribute("wrong", !in.isBlank() && !Currency.isPossible(in.strip()));
        model.addAttribute("rates", rates.strip());
        model.addAttribute("provinces", here.query().get("provinces"));
        model.addAttribute("lists", dimension != Dimension.PROVINCE ? List.of()
                : Arrays.stream(ProvinceList.values()).map(one -> new Choice(one.key(),
                        here.with("provinces", one.key()).toString(), one == list)).toList());
        model.addAttribute("choices", Arrays.stream(Dimension.values())
                .map(one -> new Choice(one.key(), here.with("by", one.key()).with("provinces", null).toString(),
                        one == dimension))
                .toList());
        model.addAttribute("measures", moved.stream().map(Measure::key).toList());
        model.addAttribute("rows", groups.stream()
                .flatMap(group -> rows(group, dimension, moved, shown, Locale.of(language.tag())).stream()).toList());
        return "portfolio";
    }

    /** The same groups in one currency, rounded to be shown, and what the page says of the conversion. */
    private List<Group> inOne(Dimension dimension, ProvinceList list, Conversion policy, ClockForm.Read read,
            Shown shown, Address here, Model model) {
        ConvertedLines lines = converted.by(dimension, Portfolio.DAC, list, null, policy, read.asOf());
        model.addAttribute("policy", policy.name());
        model.addAttribute("used", Converted.rates(lines.rates(), shown, here));
        model.addAttribute("left", Converted.left(lines.unconverted(), HomePage.TOTALLED, shown));
        return lines.groups().stream().map(group -> {
            Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
            group.figures().forEach((measure, amount) -> figures.put(measure, policy.shown(amount)));
            return new Group(group.value(), group.projects(), List.of(new CurrencyFigures(policy.into(), figures)));
        }).toList();
    }

    private List<Row> rows(Group group, Dimension dimension, List<Measure> moved, Shown shown, Locale locale) {
        List<Row> rows = new ArrayList<>();
        for (CurrencyFigures figures : group.currencies()) {
            boolean first = rows.isEmpty();
            rows.add(new Row(first ? name(group.value(), dimension, locale) : null,
                    first ? shown.number(group.projects()) : null, figures.currency().code(), moved.stream()
                            .map(measure -> FigureTable.cell(figures.figure(measure), shown, null)).toList()));
        }
        return rows;
    }

    private String name(@Nullable String value, Dimension dimension, Locale locale) {
        String known = String.valueOf(value);
        String key = value == null ? "portfolio.none" : switch (dimension) {
            case KIND -> "kind." + value;
            case BUDGET -> "budgetTreatment." + value;
            default -> "";
        };
        return key.isEmpty() ? known
                : Objects.requireNonNullElse(texts.getMessage(key, null, known, locale), known);
    }
}
