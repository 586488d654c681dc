package org.aidledger.app.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.money.Currency;
import org.aidledger.view.balance.Account;
import org.aidledger.view.balance.CurrencyFigures;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
import org.jspecify.annotations.Nullable;

/** What figures look like on the wire. Amounts are decimal strings with all their digits, never rounded. */
final class BalanceAnswers {

    private BalanceAnswers() {
    }

    /**
     * One project's figures.
     *
     * @param keepsCash whether an aid account was open then; if not, cash is not recorded
     */
    record ProjectFigures(String project, boolean keepsCash, List<InCurrency> currencies, List<OnAccount> cash,
            Computed.At at) {
    }

    /** All projects together. */
    record AllFigures(List<InCurrency> currencies, Computed.At at) {
    }

    /** The measures in one currency, by name; see {@link Measure}. */
    record InCurrency(Currency currency, Map<String, Figure> measures) {

        static InCurrency of(CurrencyFigures figures) {
            Map<String, Figure> measures = new LinkedHashMap<>();
            for (Measure measure : Measure.values()) {
                measures.put(measure.key(), Figure.of(figures.figure(measure)));
            }
            return new InCurrency(figures.currency(), measures);
        }
    }

    /**
     * One figure.
     *
     * @param amount null where it is not recorded, which is not zero
     */
    record Figure(@Nullable BigDecimal amount, boolean recorded) {
        static Figure of(@Nullable BigDecimal amount) {
            return new Figure(amount, amount != null);
        }
    }

    /** Cash on hand. */
    record OnAccount(String moneyAccount, Currency currency, BigDecimal amount) {
    }

    /** Every account that moved; debit is positive, and each currency adds up to zero. */
    record AllAccounts(@Nullable String project, List<OfAccount> accounts, Computed.At at) {
    }

    record OfAccount(Currency currency, Account account, BigDecimal amount) {
    }

    /**
     * The postings behind a figure.
     *
     * @param next the cursor of the next page, null on the last
     */
    record PostingsPage(String project, String measure, String currency, List<Line> postings, @Nullable String next,
            Computed.At at) {
    }

    /**
     * One side of a double entry, and the event it comes from.
     *
     * @param amount debit positive
     * @param counted what it adds to the measure
     */
    record Line(long index, int line, Account account, Account contra, BigDecimal amount, BigDecimal counted,
            LocalDate effectiveDate,
            Instant recordedAt, YearMonth bookingPeriod, @Nullable String moneyAccount, @Nullable String donor,
            String event) {

        static Line of(Posting posting, Measure measure) {
            return new Line(posting.index(), posting.line(), posting.account(), posting.contra(), posting.amount(),
                    posting.amount().multiply(BigDecimal.valueOf(measure.sign(posting.account()))),
                    posting.effectiveDate(), posting.recordedAt(), posting.bookingPeriod(), posting.moneyAccount(),
                    posting.donor(), Paths.event(posting.index()));
        }
    }
}
