package org.aidledger.view.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A round payment of a large sum in the last days of a reporting period. */
record RoundSum() implements Detection {

    /** 12,000 is round and 12,500 is not. */
    private static final int DIGITS_MAX = 2;

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        List<Found> found = new ArrayList<>();
        for (Payment payment : Payment.of(history)) {
            LocalDate date = payment.standing().date();
            LocalDate end = periodEnd(date, thresholds.roundMonths());
            BigDecimal threshold = thresholds.amount(payment.money().currency());
            BigDecimal amount = payment.money().amount();
            if (threshold != null && amount.compareTo(threshold) >= 0
                    && amount.stripTrailingZeros().precision() <= DIGITS_MAX
                    && ChronoUnit.DAYS.between(date, end) < thresholds.roundDays()) {
                found.add(new Found("signal.round-sum", Map.of("money", payment.money().toString(), "date",
                        date.toString(), "end", end.toString()), payment.standing().events().toList()));
            }
        }
        return found;
    }

    /** The last day of the period of that many months, counted from January, that the date is in. */
    private static LocalDate periodEnd(LocalDate date, int months) {
        int last = ((date.getMonthValue() - 1) / months + 1) * months;
        return YearMonth.of(date.getYear(), Math.min(12, last)).atEndOfMonth();
    }
}
