package org.aidledger.app.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.actor.ActorId;
import org.aidledger.bank.BankStatementId;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Refusal;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.ngo.NgoId;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.project.Consumption;
import org.aidledger.project.DossierItem;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectId;
import org.aidledger.rate.RateTableId;
import org.aidledger.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with something a caller sent: the part {@code {problem}} of a refusal's sentence, in the reader's language.
 *
 * @param arguments the values of the kind's names
 */
record Fault(Kind kind, Map<String, String> arguments) {

    private static final Map<Class<?>, Fault> OF_TYPES = Map.ofEntries(
            Map.entry(ProjectId.class, id(ProjectId.PREFIX, 60)),
            Map.entry(InspectionId.class, id(InspectionId.PREFIX, 60)),
            Map.entry(ProgrammeId.class, id(ProgrammeId.PREFIX, 60)),
            Map.entry(RateTableId.class, id(RateTableId.PREFIX, 60)),
            Map.entry(NgoId.class, id(NgoId.PREFIX, 60)),
            Map.entry(PeriodId.class, id(PeriodId.PREFIX, 60)),
            Map.entry(BankStatementId.class, id(BankStatementId.PREFIX, 80)),
            Map.entry(ActorId.class, of(Kind.ACTOR, ActorId.LENGTH_MAX)),
            Map.entry(ReportingEntity.class, of(Kind.CHARACTERS, 1, ReportingEntity.LENGTH_MAX)),
            Map.entry(Currency.class, of(Kind.CURRENCY)),
            Map.entry(BigDecimal.class, of(Kind.DECIMAL, Money.DIGITS_MAX)),
            Map.entry(Consumption.class, of(Kind.RATE)),
            Map.entry(GoodsLine.class, of(Kind.GOODS)),
            Map.entry(Party.class, of(Kind.PARTY)),
            Map.entry(DocumentRef.class, of(Kind.DOCUMENT)),
            Map.entry(DossierItem.class, of(Kind.DOSSIER_ITEM)));

    /** Each has its words in both languages, as {@code fault.} and its name. */
    enum Kind {
        DATE, QUOTED_DATE, MONTH, QUOTED_MONTH, KNOWN, WHOLE_NUMBER, UNQUOTED_NUMBER, CURRENCY, CURSOR, STAR, ETAG,
        ALONE, CHECKPOINT,
        JSON_OBJECT, OBJECT, LIST, QUOTED_TEXT, OTHER, SUBJECT_MISSING, SUBJECT_UNKNOWN,
        RATE, GOODS, PARTY, DOCUMENT, DOSSIER_ITEM,
        ACTOR("characters"),
        RANGE("first", "last"),
        CHARACTERS("first", "last"),
        NOT_BEFORE("first"),
        ONE_OF("known"),
        ID("prefix", "characters"),
        DECIMAL("digits"),
        PARAMETER_MISSING("missing"),
        CHECKPOINT_UNREADABLE("detail"),
        /** Another's words, quoted as they are. */
        DETAIL("detail");

        private final List<String> names;

        Kind(String... names) {
            this.names = List.of(names);
        }

        List<String> names() {
            return names;
        }

        String code() {
            return "fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param values of the kind's arguments, in their order */
    static Fault of(Kind kind, Object... values) {
        if (values.length != kind.names.size()) {
            throw new IllegalArgumentException(kind + " takes " + kind.names);
        }
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            arguments.put(kind.names.get(i), String.valueOf(values[i]));
        }
        return new Fault(kind, Map.copyOf(arguments));
    }

    private static Fault id(String prefix, int characters) {
        return of(Kind.ID, prefix, characters);
    }

    static Fault oneOf(Collection<?> known) {
        return of(Kind.ONE_OF, known.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    /**
     * Of the address.
     *
     * @param detail what is said of a type that has no words here
     */
    static Fault ofParameter(@Nullable Class<?> type, String detail) {
        if (type == LocalDate.class) {
            return of(Kind.DATE);
        }
        if (type == YearMonth.class) {
            return of(Kind.MONTH);
        }
        if (type == Cursor.class) {
            return of(Kind.CURSOR);
        }
        if (type == boolean.class || type == Boolean.class) {
            return oneOf(List.of(true, false));
        }
        return isNumber(type) ? of(Kind.WHOLE_NUMBER) : ofText(type, detail);
    }

    /** Of a body, where another kind of value stands. */
    static Fault ofProperty(@Nullable Class<?> type) {
        if (type == null) {
            return of(Kind.OTHER);
        }
        if (type.isEnum()) {
            return oneOf(Arrays.asList(type.getEnumConstants()));
        }
        if (type == LocalDate.class) {
            return of(Kind.QUOTED_DATE);
        }
        if (type == YearMonth.class) {
            return of(Kind.QUOTED_MONTH);
        }
        if (type == String.class) {
            return of(Kind.QUOTED_TEXT);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return of(Kind.LIST);
        }
        return of(isNumber(type) ? Kind.UNQUOTED_NUMBER : Kind.OBJECT);
    }

    /** Of a text that is none of its type's, wherever it stands. */
    static Fault ofText(@Nullable Class<?> type, String detail) {
        if (type != null && type.isEnum()) {
            return oneOf(Arrays.asList(type.getEnumConstants()));
        }
        Fault known = type == null ? null : OF_TYPES.get(type);
        return known == null ? of(Kind.DETAIL, detail) : known;
    }

    private static boolean isNumber(@Nullable Class<?> type) {
        return type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type));
    }

    /** A refusal's arguments: its own, this code as {@code problem}, and what belongs to the code. */
    Map<String, String> beside(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(arguments);
        all.putAll(own);
        all.put("problem", kind.code());
        return Map.copyOf(all);
    }

    /** The sentence of the refusal that this is the problem of. */
    String say(Refusal refusal, Texts texts) {
        Map<String, String> words = new HashMap<>(refusal.arguments());
        words.put("problem", texts.say(kind.code(), arguments));
        return texts.say(refusal.code(), words);
    }
}
