package org.aidledger.app.exchange.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectCommand.DisburseFunds;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectCommand.RecordExpenditure;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** One row of a table as it is written, and the command it asks for. */
final class CsvRow {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,30})?");

    private final int line;
    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    CsvRow(int line) {
        this.line = line;
    }

    /** A cell that cannot be read. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient CsvRefusal refusal;

        Unreadable(CsvRefusal refusal) {
            super(refusal.code());
            this.refusal = refusal;
        }

        CsvRefusal refusal() {
            return refusal;
        }
    }

    /** What a row may ask for. */
    private enum Kind {
        RECEIPT, DISBURSEMENT, EXPENDITURE
    }

    int line() {
        return line;
    }

    void put(Column column, String text) {
        String plain = text.strip();
        if (!plain.isEmpty()) {
            cells.put(column, plain);
        }
    }

    /** As written; empty where nothing is. */
    String said(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** @throws Unreadable when a cell cannot be read */
    ProjectCommand command(ProjectId project) {
        LocalDate date = date();
        Money money = money();
        String account = cells.get(Column.ACCOUNT);
        Party party = party();
        DocumentRef voucher = Optional.ofNullable(cells.get(Column.VOUCHER)).map(DocumentRef::of).orElse(null);
        return switch (choice(Column.KIND, Kind.class, null)) {
            case RECEIPT -> new ReceiveFunds(project, party, money, account, voucher, null, date);
            case DISBURSEMENT -> new DisburseFunds(project,
                    choice(Column.PURPOSE, DisbursementPurpose.class, DisbursementPurpose.PAYMENT), party, money,
                    account, voucher, null, date);
            case EXPENDITURE -> new RecordExpenditure(project,
                    choice(Column.PAID_FROM, PaidFrom.class, PaidFrom.ACCOUNT), cells.get(Column.CATEGORY), party,
                    money, account, voucher, null, date);
        };
    }

    String needed(Column column) {
        String text = cells.get(column);
        if (text == null) {
            throw unreadable("csv.cell-missing", Map.of("column", column.key()));
        }
        return text;
    }

    private LocalDate date() {
        String text = needed(Column.DATE);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw unreadable("csv.date-unreadable", Map.of("value", text));
        }
    }

    private Money money() {
        String amount = needed(Column.AMOUNT);
        if (!AMOUNT.matcher(amount).matches()) {
            throw unreadable("csv.amount-unreadable", Map.of("value", amount));
        }
        String currency = needed(Column.CURRENCY).toUpperCase(Locale.ROOT);
        if (!Currency.isPossible(currency)) {
            throw unreadable("csv.currency-unreadable", Map.of("value", currency));
        }
        return new Money(new BigDecimal(amount), Currency.of(currency));
    }

    private @Nullable Party party() {
        String ref = cells.get(Column.PARTY_REF);
        String name = cells.get(Column.PARTY);
        return ref == null && name == null ? null : new Party(ref, name);
    }

    private <E extends Enum<E>> E choice(Column column, Class<E> choices, @Nullable E otherwise) {
        if (otherwise != null && !cells.containsKey(column)) {
            return otherwise;
        }
        String text = needed(column);
        return Arrays.stream(choices.getEnumConstants()).filter(one -> one.name().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> unreadable("csv.choice-unknown",
                        Map.of("column", column.key(), "value", text, "known", known(choices))));
    }

    private static <E extends Enum<E>> String known(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    Unreadable unreadable(String code, Map<String, String> arguments) {
        return new Unreadable(new CsvRefusal(line, code, arguments));
    }
}
