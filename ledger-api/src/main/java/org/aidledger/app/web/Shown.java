package org.aidledger.app.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.aidledger.time.VietNam;

/** Figures and dates as a language writes them. Amounts keep every digit they have and get none. */
final class Shown {

    private static final Shown VIETNAMESE = new Shown(',', '.', "dd/MM/yyyy", "MM/yyyy");
    private static final Shown ENGLISH = new Shown('.', ',', "yyyy-MM-dd", "yyyy-MM");

    private final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final DateTimeFormatter month;

    private Shown(char decimal, char grouping, String date, String month) {
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(grouping);
        this.date = DateTimeFormatter.ofPattern(date, Locale.ROOT);
        this.time = DateTimeFormatter.ofPattern(date + " HH:mm:ss", Locale.ROOT).withZone(VietNam.ZONE);
        this.month = DateTimeFormatter.ofPattern(month, Locale.ROOT);
    }

    static Shown in(Language language) {
        return switch (language) {
            case VI -> VIETNAMESE;
            case EN -> ENGLISH;
        };
    }

    String amount(BigDecimal amount) {
        BigDecimal plain = amount.scale() < 0 ? amount.setScale(0) : amount;
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(plain.scale());
        format.setMaximumFractionDigits(plain.scale());
        return format.format(plain);
    }

    String number(long number) {
        return amount(BigDecimal.valueOf(number));
    }

    String date(LocalDate day) {
        return date.format(day);
    }

    /** In Viet Nam's time, to the second. */
    String time(Instant instant) {
        return time.format(instant);
    }

    String month(YearMonth yearMonth) {
        return month.format(yearMonth);
    }

    /** How many days after it was true the ledger learned it; negative for what was recorded ahead. */
    static long daysLate(LocalDate effective, Instant recordedAt) {
        return ChronoUnit.DAYS.between(effective, VietNam.dateOf(recordedAt));
    }
}
