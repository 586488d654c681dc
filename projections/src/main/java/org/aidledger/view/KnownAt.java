package org.aidledger.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.time.IsoDates;
import org.aidledger.time.VietNam;

/**
 * Says how many events the log held at a moment. {@code recordedAt} never decreases along the log, so the answer is one number
 * and stays the same for ever.
 */
public final class KnownAt {

    private final EntryReader log;

    public KnownAt(EntryReader log) {
        this.log = log;
    }

    /** Events recorded up to and including the moment. */
    public long at(Instant moment) {
        return log.sizeAt(moment);
    }

    /** Events recorded up to the end of the day in Viet Nam. */
    public long at(LocalDate day) {
        return at(VietNam.endOf(day));
    }

    /**
     * Reads what an address or a command line says: a number of events ({@code 1200}), a date ({@code 2024-06-30}, its
     * end in Viet Nam) or a date and time with its offset ({@code 2024-06-30T12:00:00+07:00}). What lies ahead means:
     * all events.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public long parse(String text) {
        try {
            if (text.matches("[0-9]{1,18}")) {
                return Math.min(Long.parseLong(text), log.size());
            }
            return text.contains("T") ? at(IsoDates.moment(text).toInstant()) : at(IsoDates.date(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is neither a number of events, nor a date, nor a date and time with its offset",
                    e);
        }
    }
}
