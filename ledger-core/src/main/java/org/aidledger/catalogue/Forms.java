package org.aidledger.catalogue;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aidledger.event.LedgerEvent;
import org.aidledger.money.Money;

/**
 * The form of every type that payloads are made of, worked out once from the records' components. An amount or other
 * decimal is a string that keeps its digits; a record of one component is that component; a map has names and values of
 * text; an event within an event says its type and revision.
 */
final class Forms {

    private static final int MONTH_CHARACTERS = 7;
    private static final int DECIMAL_CHARACTERS_MAX = 2 * Money.DIGITS_MAX + 2;
    private static final String TOO_MANY_DIGITS =
            "a decimal has at most " + Money.DIGITS_MAX + " digits before and after the point";

    private final Map<Class<?>, Form<?>> known = new HashMap<>();
    private final Form<LedgerEvent> nestedEvent;

    /** @param nestedEvent how an event within another is written */
    Forms(Form<LedgerEvent> nestedEvent) {
        this.nestedEvent = nestedEvent;
        known.put(String.class, form("text", (text, out) -> out.string(text), CanonicalInput::string));
        known.put(long.class, form("whole number", (number, out) -> out.integer(number), CanonicalInput::integer));
        known.put(Long.class, form("whole number", (number, out) -> out.integer(number), CanonicalInput::integer));
        known.put(int.class, form("whole number", (number, out) -> out.integer(number), Forms::readInt));
        known.put(BigDecimal.class, form("decimal, as a string", Forms::writeDecimal, Forms::readDecimal));
        known.put(LocalDate.class, form("date", Forms::writeDate, Forms::readDate));
        known.put(YearMonth.class, form("month, `2026-03`", Forms::writeMonth, Forms::readMonth));
    }

    private interface Writing<T> {
        void write(T value, CanonicalOutput out);
    }

    private static <T> Form<T> form(String description, Writing<T> writing, Function<CanonicalInput, T> reading) {
        return new Form<>() {
            @Override
            public void write(T value, CanonicalOutput out) {
                writing.write(value, out);
            }

            @Override
            public T read(CanonicalInput in) {
                return reading.apply(in);
            }

            @Override
            public String description() {
                return description;
            }
        };
    }

    /** The form of a record's component. */
    Form<?> of(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof Class<?> plain) {
            return of(plain);
        }
        if (annotated instanceof AnnotatedParameterizedType parameterized
                && type instanceof ParameterizedType generic) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new ListForm<>(of(arguments[0]));
            }
            if (generic.getRawType() == Map.class
                    && Arrays.stream(arguments).allMatch(argument -> argument.getType() == String.class)) {
                return TextMapForm.FORM;
            }
        }
        throw new IllegalArgumentException("no form for " + type.getTypeName());
    }

    private Form<?> of(Class<?> type) {
        Form<?> form = known.get(type);
        if (form == null) {
            form = derive(type);
            known.put(type, form);
        }
        return form;
    }

    private Form<?> derive(Class<?> type) {
        if (type.isEnum()) {
            return constants(type.asSubclass(Enum.class));
        }
        if (LedgerEvent.class.isAssignableFrom(type)) {
            return nestedEvent;
        }
        if (type.isRecord()) {
            return type.getRecordComponents().length == 1
                    ? new BareForm(type.asSubclass(Record.class), this)
                    : RecordForm.whole(type.asSubclass(Record.class), this);
        }
        throw new IllegalArgumentException("no form for " + type.getName());
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // An enum's class object does not carry its own type here.
    private static Form<?> constants(Class<? extends Enum> type) {
        var byName = new HashMap<String, Enum<?>>();
        for (Enum<?> constant : type.getEnumConstants()) {
            byName.put(constant.name(), constant);
        }
        String names = String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        return form("one of " + names, (Enum<?> constant, CanonicalOutput out) -> out.string(constant.name()), in -> {
            Enum<?> constant = byName.get(in.string());
            if (constant == null) {
                throw in.bad("expected one of " + names);
            }
            return constant;
        });
    }

    private static int readInt(CanonicalInput in) {
        long value = in.integer();
        if (value != (int) value) {
            throw in.bad("expected a number of 32 bits");
        }
        return (int) value;
    }

    private static void writeDecimal(BigDecimal decimal, CanonicalOutput out) {
        // Else a few characters such as 1E+1000000000 would be written as a billion.
        if (!isWithinDigits(decimal)) {
            throw new IllegalArgumentException(TOO_MANY_DIGITS);
        }
        out.put('"');
        out.ascii(decimal.toPlainString());
        out.put('"');
    }

    private static BigDecimal readDecimal(CanonicalInput in) {
        String text = in.string();
        if (text.length() > DECIMAL_CHARACTERS_MAX) {
            throw in.bad(TOO_MANY_DIGITS);
        }
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw in.bad("expected a decimal, not " + text);
        }
        if (!isWithinDigits(decimal)) {
            throw in.bad(TOO_MANY_DIGITS);
        }
        // Else 1E2, +1, 01 or a digit of another script would pass.
        if (!decimal.toPlainString().equals(text)) {
            throw in.bad("expected a plain decimal, not " + text);
        }
        return decimal;
    }

    private static boolean isWithinDigits(BigDecimal decimal) {
        return decimal.scale() <= Money.DIGITS_MAX
                && (long) decimal.precision() - decimal.scale() <= Money.DIGITS_MAX;
    }

    private static void writeDate(LocalDate date, CanonicalOutput out) {
        out.put('"');
        IsoText.write(date, out);
        out.put('"');
    }

    private static LocalDate readDate(CanonicalInput in) {
        in.expect('"');
        LocalDate date = IsoText.date(in);
        in.expect('"');
        return date;
    }

    private static void writeMonth(YearMonth month, CanonicalOutput out) {
        String text = month.toString();
        if (text.length() != MONTH_CHARACTERS) {
            throw new IllegalArgumentException("a month has a year of four digits, unlike " + text);
        }
        out.string(text);
    }

    private static YearMonth readMonth(CanonicalInput in) {
        String text = in.string();
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.toString().equals(text) && text.length() == MONTH_CHARACTERS) {
                return month;
            }
        } catch (DateTimeParseException notAMonth) {
            throw in.bad("expected a month, not " + text);
        }
        throw in.bad("expected a month of four and two digits, not " + text);
    }
}
