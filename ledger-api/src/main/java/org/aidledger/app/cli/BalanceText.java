package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.ProjectBalance;
import org.jspecify.annotations.Nullable;

/** Balances, for people and for programs: every measure, every digit. */
final class BalanceText {

    private BalanceText() {
    }

    static Map<String, @Nullable Object> json(ProjectBalance balance, String root) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("project", balance.project());
        clocks(json, balance.asOf(), root);
        json.put("cashRecorded", balance.keepsCash());
        json.put("balances", balance.currencies().stream().map(BalanceText::json).toList());
        json.put("cash", balance.cash());
        return json;
    }

    static void clocks(Map<String, @Nullable Object> json, AsOf.Answered asOf, String root) {
        json.put("known", asOf.known());
        json.put("index", asOf.known() - 1);
        json.put("root", root);
        json.put("effective", asOf.effective() == null ? null : asOf.effective().toString());
        json.put("booked", asOf.booked() == null ? null : asOf.booked().toString());
        json.put("behind", asOf.behind());
    }

    static Map<String, Object> json(CurrencyFigures figures) {
        Map<String, @Nullable Object> measures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            measures.put(measure.key(), figures.figure(measure));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("currency", figures.currency().code());
        json.put("measures", measures);
        return json;
    }

    /** A table, one column a currency; measures that are zero everywhere are left out. */
    static void print(List<CurrencyFigures> currencies, PrintWriter out) {
        if (currencies.isEmpty()) {
            out.println("  no money has moved");
            return;
        }
        List<Measure> shown = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (currencies.stream().map(f -> f.figure(measure))
                    .anyMatch(amount -> amount != null && amount.signum() != 0)) {
                shown.add(measure);
            }
        }
        int width = currencies.stream()
                .flatMap(f -> shown.stream().map(m -> text(f.figure(m)).length()))
                .max(Integer::compare)
                .orElse(12);
        out.printf("  %-22s", "");
        currencies.forEach(figures -> out.printf("  %" + width + "s", figures.currency()));
        out.println();
        for (Measure measure : shown) {
            out.printf("  %-22s", measure.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            currencies.forEach(figures -> out.printf("  %" + width + "s", text(figures.figure(measure))));
            out.println();
        }
    }

    private static String text(@Nullable BigDecimal amount) {
        return amount == null ? "not recorded" : ("%,." + Math.max(0, amount.scale()) + "f").formatted(amount);
    }

    static String clocks(AsOf.Answered asOf) {
        return "as known at %,d events%s%s%s".formatted(asOf.known(),
                asOf.effective() == null ? "" : ", effective up to " + asOf.effective(),
                asOf.booked() == null ? "" : ", booked up to " + Objects.toString(asOf.booked()),
                asOf.behind() ? " (fewer than asked for: the view is behind)" : "");
    }
}
