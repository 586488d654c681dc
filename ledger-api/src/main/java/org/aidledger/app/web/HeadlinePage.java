package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.app.headline.Headline;
import org.aidledger.app.headline.Headline.Compared;
import org.aidledger.app.headline.Headlines;
import org.aidledger.app.headline.Valuation;
import org.aidledger.money.Currency;
import org.aidledger.time.IsoDates;
import org.aidledger.time.VietNam;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.Portfolio;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a meeting asks first: donors, largest sectors, the change on the year before. */
@Controller
final class HeadlinePage {

    private static final String DOLLAR = "USD";

    private final ClockForm clocks;
    private final Headlines headlines;
    private final MessageSource texts;
    private final Clock clock = Clock.systemUTC();

    HeadlinePage(ClockForm clocks, Headlines headlines, MessageSource texts) {
        this.clocks = clocks;
        this.headlines = headlines;
        this.texts = texts;
    }

    /** A figure beside that of the year before; {@code percent} is null where there was nothing. */
    record Row(String name, @Nullable String code, String now, String before, String change,
            @Nullable String percent) {
    }

    @GetMapping("/headline")
    String page(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String rates, @RequestParam(defaultValue = DOLLAR) String in,
            @RequestParam(required = false) @Nullable String known, HttpServletRequest request, Model model) {
        Language language = Language.of(request);
        Shown shown = Shown.in(language);
        ClockForm.Read read = clocks.read(null, known, null, shown);
        LocalDate today = VietNam.dateOf(clock.instant());
        List<String> wrong = new ArrayList<>();
        LocalDate first = date("from", from, LocalDate.of(today.getYear(), 1, 1), wrong);
        LocalDate last = date("to", to, today, wrong);
        String table = rates.strip();
        if (!Currency.isPossible(in)) {
            wrong.add("in");
        }
        Currency into = Currency.of(Currency.isPossible(in) ? in : DOLLAR);
        Address here = Address.of("/headline").with("from", from).with("to", to).with("rates", table)
                .with("in", in.equals(DOLLAR) ? null : in).with("known", known)
                .with("lang", Language.named(request).map(Language::tag).orElse(null));
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("clocks", read);
        model.addAttribute("permanent",
                here.with("from", first).with("to", last).with("known", read.size()).toString());
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("rates", table);
        model.addAttribute("into", into.code());
        model.addAttribute("wrong", wrong);
        model.addAttribute("reversed", last.isBefore(first));
        model.addAttribute("rows", List.of());
        if (!last.isBefore(first)) {
            Headline headline = headlines.of(first, last, new Valuation(Valuation.MEASURE,
                    new Conversion(table, into), Portfolio.DAC, Valuation.DIGITS), Headlines.LARGEST, read.size());
            show(headline, shown, language.locale(), here, model);
        }
        return "headline";
    }

    private void show(Headline headline, Shown shown, Locale locale, Address here, Model model) {
        Stream<Row> figures = Stream.of(row(say(locale, "headline.donors"), null, headline.donors(), shown),
                row(say(locale, "headline.total"), null, headline.total(), shown));
        Stream<Row> sectors = headline.largest().stream()
                .map(sector -> row(sector(sector.code(), locale), sector.code(), sector.value(), shown));
        Stream<Row> rest =
                Stream.of(row(say(locale, "headline.unattributed"), null, headline.unattributed(), shown));
        model.addAttribute("rows", Stream.of(figures, sectors, rest).flatMap(rows -> rows).toList());
        model.addAttribute("policy", headline.valuation().policy().name());
        model.addAttribute("used", Converted.rates(headline.rates(), shown, here));
        model.addAttribute("left", Converted.left(headline.unconverted(), List.of(Valuation.MEASURE), shown));
    }

    private String sector(String code, Locale locale) {
        return Objects.requireNonNullElse(texts.getMessage("sector.dac." + code, null, code, locale), code);
    }

    private static Row row(String name, @Nullable String code, Compared value, Shown shown) {
        BigDecimal percent = value.changePercent();
        return new Row(name, code, shown.amount(value.now()), shown.amount(value.before()),
                (value.change().signum() > 0 ? "+" : "") + shown.amount(value.change()),
                percent == null ? null : shown.amount(percent));
    }

    private String say(Locale locale, String key) {
        return texts.getMessage(key, null, locale);
    }

    /** What cannot be read is complained of. */
    private static LocalDate date(String name, String text, LocalDate otherwise, List<String> wrong) {
        try {
            return text.isBlank() ? otherwise : IsoDates.date(text.strip());
        } catch (DateTimeException unreadable) {
            wrong.add(name);
            return otherwise;
        }
    }
}
