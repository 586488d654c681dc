package org.aidledger.rate;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.money.Currency;

/** What can be asked of a table of exchange rates. */
public sealed interface RateCommand extends LedgerCommand {

    RateTableId table();

    @Override
    default String stream() {
        return table().value();
    }

    record RecordRates(RateTableId table, Currency base, LocalDate from, LocalDate to, List<Rate> rates,
            DocumentRef document, LocalDate effectiveDate) implements RateCommand {
    }
}
