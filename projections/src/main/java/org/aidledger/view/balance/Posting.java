package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.money.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One side of a double entry. The postings of an event add up to zero in each currency.
 *
 * @param index of the event it comes from
 * @param line number within the event, from 0
 * @param contra the account of the other side
 * @param amount debit positive, with the digits the event has
 * @param moneyAccount which of the project's money accounts, on {@link Account#CASH} only
 * @param donor identifier or name of the donor, where the event names one
 */
public record Posting(long index, int line, String project, Account account, Account contra, Currency currency,
        BigDecimal amount,
        LocalDate effectiveDate, Instant recordedAt, YearMonth bookingPeriod, @Nullable String moneyAccount,
        @Nullable String donor,
        FundingSource fundingSource) {

    /** Where it is. */
    public PostingPlace place() {
        return new PostingPlace(index, line);
    }
}
