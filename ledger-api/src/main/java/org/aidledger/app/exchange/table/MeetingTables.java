package org.aidledger.app.exchange.table;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.app.headline.Headline;
import org.aidledger.app.headline.Headline.Compared;
import org.aidledger.app.headline.Headlines;
import org.aidledger.app.headline.Progress;
import org.aidledger.app.headline.Progress.Reached;
import org.aidledger.app.headline.Progress.SectorReached;
import org.aidledger.app.headline.Targets;
import org.aidledger.app.headline.Valuation;
import org.aidledger.app.platform.Views;
import org.aidledger.money.Currency;
import org.aidledger.rate.RateTableId;
import org.aidledger.time.IsoDates;
import org.aidledger.view.AsOf;
import org.aidledger.view.portfolio.Conversion;
import org.aidledger.view.portfolio.Portfolio;
import org.aidledger.view.programme.Programme;
import org.jspecify.annotations.Nullable;

/** What a meeting asks for, as tables: its headline in US dollars, and targets beside actuals. */
final class MeetingTables {

    private static final Currency DOLLAR = Currency.of("USD");

    private final Headlines headlines;
    private final Targets targets;

    MeetingTables(Views views) {
        this.headlines = new Headlines(views.converted(), views.donors());
        this.targets = new Targets(views.programmes(), views.converted(), views.donors());
    }

    /** @param subject {@code FROM/TO}, as ISO 8601 writes an interval, and {@code /TABLE} to convert with its rates */
    Optional<Table> headline(String subject, long known) {
        String[] parts = subject.split("/", -1);
        try {
            if (parts.length < 2 || parts.length > 3) {
                return Optional.empty();
            }
            LocalDate from = IsoDates.date(parts[0]);
            LocalDate to = IsoDates.date(parts[1]);
            String rates = parts.length == 2 ? Conversion.NONE : new RateTableId(parts[2]).value();
            return to.isBefore(from) ? Optional.empty()
                    : Optional.of(headline(from, to, new Conversion(rates, DOLLAR), known));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Table headline(LocalDate from, LocalDate to, Conversion policy, long known) {
        return new Table(TableName.HEADLINE.key(), List.of("figure", "code", "unit", "now", "before", "change",
                "changePercent", "policy"), sink -> {
                    Headline found = headlines.of(from, to,
                            new Valuation(Valuation.MEASURE, policy, Portfolio.DAC, Valuation.DIGITS),
                            Headlines.LARGEST, known);
                    row("activeDonors", null, "donors", found.donors(), null, sink);
                    row("total", null, DOLLAR.code(), found.total(), policy, sink);
                    for (Headline.Sector sector : found.largest()) {
                        row("sector", sector.code(), DOLLAR.code(), sector.value(), policy, sink);
                    }
                    row("unattributed", null, DOLLAR.code(), found.unattributed(), policy, sink);
                });
    }

    private static void row(String figure, @Nullable String code, String unit, Compared value,
            @Nullable Conversion policy, Table.Sink sink) throws IOException {
        sink.row(Arrays.asList(figure, code, unit, value.now(), value.before(), value.change(), value.changePercent(),
                policy == null ? null : policy.name()));
    }

    /** @param rates the id of a rate table, or null to convert nothing; empty where it is none */
    Optional<Table> targets(@Nullable String rates, AsOf question) {
        String table;
        try {
            table = rates == null ? Conversion.NONE : new RateTableId(rates).value();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        return Optional.of(new Table(TableName.TARGETS.key(), List.of("programme", "nameVi", "nameEn", "province",
                "provinceList", "year", "figure", "code", "unit", "target", "actual", "percent", "policy", "source",
                "index"), sink -> {
                    for (Progress progress : targets.all(null, Valuation.MEASURE, table, question).programmes()) {
                        for (Progress.Year year : progress.years()) {
                            year(progress.programme(), year, sink);
                        }
                    }
                }));
    }

    private static void year(Programme programme, Progress.Year year, Table.Sink sink) throws IOException {
        row(programme, year, "activeDonors", null, "donors", year.donors(), sink);
        for (SectorReached sector : year.sectors()) {
            row(programme, year, "sector", sector.code(), year.currency(), sector.value(), sink);
        }
        row(programme, year, "total", null, year.currency(), year.total(), sink);
    }

    private static void row(Programme programme, Progress.Year year, String figure, @Nullable String code,
            @Nullable String unit, @Nullable Reached reached, Table.Sink sink) throws IOException {
        if (reached != null) {
            sink.row(Arrays.asList(programme.id(), programme.nameVi(), programme.nameEn(), programme.province(),
                    programme.provinceList(), year.year(), figure, code, unit, reached.target(), reached.actual(),
                    reached.percent(), year.policy(), year.source(), year.index()));
        }
    }
}
