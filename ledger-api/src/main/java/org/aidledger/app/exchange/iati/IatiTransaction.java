package org.aidledger.app.exchange.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, as the file has it. Two equal ones in a file are two transactions.
 *
 * @param position where it starts
 * @param ref the publisher's own reference; not unique in real files
 * @param typeCode 1 to 13 in the standard, otherwise as given
 * @param transactionDate null if the file has none; then there is a value date
 * @param value in units of the currency, with every digit and trailing zero of the file; negative and zero are real
 * @param currency ISO 4217, otherwise as given
 * @param currencyDefaulted whether the currency is the activity's default and not the value's own
 * @param valueDate the date that a conversion of the value would use; null if none is given or it is not a date
 * @param flowType null if only the activity's default holds; likewise the three after it
 * @param oddities about this transaction
 */
public record IatiTransaction(Position position, @Nullable String ref, @Nullable Boolean humanitarian, String typeCode,
        @Nullable LocalDate transactionDate, BigDecimal value, String currency, boolean currencyDefaulted,
        @Nullable LocalDate valueDate, List<Narrative> description, @Nullable Party provider, @Nullable Party receiver,
        @Nullable String disbursementChannel, List<Sector> sectors, @Nullable Place recipientCountry,
        @Nullable Place recipientRegion, @Nullable String flowType, @Nullable String financeType,
        List<AidType> aidTypes,
        @Nullable String tiedStatus, List<Oddity> oddities) {

    /** When it happened: the transaction date, or the value date where the file has only that. */
    public LocalDate effectiveDate() {
        return transactionDate != null ? transactionDate : Objects.requireNonNull(valueDate);
    }

    /**
     * One end of the flow.
     *
     * @param activityId the activity it comes from or goes to
     */
    public record Party(@Nullable String ref, @Nullable String activityId, @Nullable String type,
            List<Narrative> names) {
    }
}
