package org.aidledger.rate;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.money.Currency;

/** The life of a table of exchange rates. */
public sealed interface RateEvent extends LedgerEvent {

    RateTableId table();

    /**
     * The rates of a period are known; those recorded for it before stay on record and are not used any more.
     *
     * @param base one unit of it costs what the rates say
     * @param from the first day they are for
     * @param to the last day
     * @param rates one a currency
     * @param document where they are from, with the SHA-256 of the file where there is one
     */
    record RatesRecorded(RateTableId table, Currency base, LocalDate from, LocalDate to, List<Rate> rates,
            DocumentRef document, LocalDate effectiveDate) implements RateEvent {
        public RatesRecorded {
            rates = List.copyOf(rates);
        }
    }
}
