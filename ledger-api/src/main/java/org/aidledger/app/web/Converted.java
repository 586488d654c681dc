package org.aidledger.app.web;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.portfolio.ConvertedLines.Unconverted;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;

/** What a page says of a conversion. */
final class Converted {

    private Converted() {
    }

    /** A rate that was used, and the event that recorded it. */
    record RateRow(String from, String to, String units, String currency, String base, String source, String event,
            String eventHref) {
    }

    /** What is in no figure; {@code measure} names it in the messages. */
    record LeftRow(String measure, int year, String currency, String amount) {
    }

    static List<RateRow> rates(List<UsedRate> used, Shown shown, Address here) {
        return used.stream().map(rate -> new RateRow(shown.date(rate.from()), shown.date(rate.to()),
                shown.amount(rate.units()), rate.currency().code(), rate.base(), rate.source(),
                shown.number(rate.index()), Address.of("/events/" + rate.index()).with("lang", here.query().get("lang"))
                        .toString()))
                .toList();
    }

    static List<LeftRow> left(List<Unconverted> unconverted, List<Measure> measures, Shown shown) {
        return unconverted.stream().flatMap(one -> measures.stream()
                .filter(measure -> amount(one, measure).signum() != 0)
                .map(measure -> new LeftRow(measure.key(), one.year(), one.figures().currency().code(),
                        shown.amount(amount(one, measure)))))
                .toList();
    }

    private static BigDecimal amount(Unconverted one, Measure measure) {
        BigDecimal amount = one.figures().figure(measure);
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
