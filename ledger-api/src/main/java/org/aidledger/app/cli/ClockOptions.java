package org.aidledger.app.cli;

import java.time.DateTimeException;
import org.aidledger.app.platform.Ledger;
import org.aidledger.time.IsoDates;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The clocks a figure is asked at. */
final class ClockOptions {

    @Option(names = "--effective", paramLabel = "DATE",
            description = "What was true up to that day, 2025-06-30. Default: everything") private @Nullable String effective;

    @Option(names = "--known", paramLabel = "WHEN",
            description = "As far as it was known: a number of events, a date (its end in Viet Nam) "
                    + "or a date and time with offset. Default: all events") private @Nullable String known;

    @Option(names = "--booked", paramLabel = "MONTH",
            description = "Booked up to that month, 2025-06. Default: all") private @Nullable String booked;

    /** @throws IllegalArgumentException when one of them cannot be understood */
    AsOf asOf(Ledger ledger) {
        try {
            return new AsOf(effective == null ? null : IsoDates.date(effective),
                    known == null ? null : (Long) ledger.views().knownAt().parse(known),
                    booked == null ? null : IsoDates.month(booked));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date as 2025-06-30 or a month as 2025-06: " + e.getMessage(), e);
        }
    }
}
