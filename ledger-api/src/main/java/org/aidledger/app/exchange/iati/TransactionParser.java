package org.aidledger.app.exchange.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.aidledger.app.exchange.iati.IatiRefusal.Reason;
import org.aidledger.app.exchange.iati.IatiTransaction.Party;
import org.jspecify.annotations.Nullable;

/** Reads one {@code transaction} element; stands on its start when made. */
final class TransactionParser {

    /** Children that may stand once and say nothing about money, so that the first may be taken. */
    private static final Set<String> ONCE =
            Set.of("description", "provider-org", "receiver-org", "disbursement-channel",
                    "recipient-country", "recipient-region", "flow-type", "finance-type", "tied-status");

    private final XmlCursor xml;
    private final @Nullable String language;
    private final @Nullable String defaultCurrency;

    private final Oddities oddities = new Oddities();
    private final Set<String> seen = new HashSet<>();
    private final Position position;
    private final @Nullable String ref;
    private final @Nullable Boolean humanitarian;
    private @Nullable String type;
    private @Nullable LocalDate date;
    private @Nullable Value value;
    private List<Narrative> description = List.of();
    private @Nullable Party provider;
    private @Nullable Party receiver;
    private @Nullable String channel;
    private final List<Sector> sectors = new ArrayList<>();
    private @Nullable Place country;
    private @Nullable Place region;
    private @Nullable String flowType;
    private @Nullable String financeType;
    private final List<AidType> aidTypes = new ArrayList<>();
    private @Nullable String tiedStatus;

    TransactionParser(XmlCursor xml, @Nullable String language, @Nullable String defaultCurrency) {
        this.xml = xml;
        this.language = language;
        this.defaultCurrency = defaultCurrency;
        position = xml.position();
        ref = xml.attribute("ref");
        humanitarian = xml.readable("humanitarian", oddities, Lexical::flag);
    }

    IatiTransaction read() throws XMLStreamException {
        while (xml.nextChild()) {
            if (ONCE.contains(xml.name()) && !seen.add(xml.name())) {
                oddities.add(OddityKind.ELEMENT_REPEATED, xml.position(), xml.name());
                xml.skip();
            } else {
                child();
            }
        }
        if (type == null) {
            throw xml.refuse(position, Reason.TRANSACTION_TYPE_MISSING);
        }
        if (value == null) {
            throw xml.refuse(position, Reason.VALUE_MISSING);
        }
        if (date == null) {
            if (value.date == null) {
                throw xml.refuse(position, Reason.TRANSACTION_DATE_MISSING);
            }
            oddities.add(OddityKind.TRANSACTION_DATE_MISSING, position, "value date " + value.date + " taken");
        }
        return new IatiTransaction(position, ref, humanitarian, type, date, value.amount, value.currency,
                value.defaulted, value.date, description, provider, receiver, channel, List.copyOf(sectors), country,
                region, flowType, financeType, List.copyOf(aidTypes), tiedStatus, oddities.found());
    }

    private void child() throws XMLStreamException {
        switch (xml.name()) {
            case "transaction-type" -> type = agreeing(type, type());
            case "transaction-date" -> date = agreeing(date, date());
            case "value" -> value = agreeing(value, value());
            case "description" -> description = xml.narratives(language, oddities);
            case "provider-org" -> provider = party("provider-activity-id");
            case "receiver-org" -> receiver = party("receiver-activity-id");
            case "disbursement-channel" -> channel = listed(CodeLists.DISBURSEMENT_CHANNELS,
                    OddityKind.DISBURSEMENT_CHANNEL_UNKNOWN);
            case "sector" -> sectors.add(xml.sector(oddities));
            case "recipient-country" -> country = country();
            case "recipient-region" -> region = xml.region(oddities);
            case "flow-type" -> flowType = listed(CodeLists.FLOW_TYPES, OddityKind.FLOW_TYPE_UNKNOWN);
            case "finance-type" -> financeType = xml.code(oddities);
            case "aid-type" -> xml.aidTypeInto(aidTypes, oddities);
            case "tied-status" -> tiedStatus = listed(CodeLists.TIED_STATUSES, OddityKind.TIED_STATUS_UNKNOWN);
            default -> xml.skipUnknown(oddities);
        }
    }

    /**
     * A type, date or value that stands twice is one fact if both say the same. If they do not, nobody can tell what
     * was meant, and to choose would be to invent.
     */
    private <T> @Nullable T agreeing(@Nullable T earlier, Element<T> found) {
        if (earlier != null && found.content != null) {
            if (!earlier.equals(found.content)) {
                throw xml.refuse(found.at, Reason.TRANSACTION_AMBIGUOUS, found.name);
            }
            oddities.add(OddityKind.ELEMENT_REPEATED, found.at, found.name);
        }
        return earlier != null ? earlier : found.content;
    }

    private Element<String> type() throws XMLStreamException {
        Position at = xml.position();
        String code = listed(CodeLists.TRANSACTION_TYPES, OddityKind.TRANSACTION_TYPE_UNKNOWN);
        return new Element<>("transaction-type", at, code);
    }

    private Element<LocalDate> date() throws XMLStreamException {
        Position at = xml.position();
        LocalDate found = xml.readable("iso-date", oddities, Lexical::date);
        xml.skip();
        return new Element<>("transaction-date", at, found);
    }

    private Element<Value> value() throws XMLStreamException {
        Position at = xml.position();
        String own = xml.attribute("currency");
        String currency = own != null ? own : defaultCurrency;
        if (currency == null) {
            throw xml.refuse(at, Reason.CURRENCY_MISSING);
        }
        oddities.unlessListed(currency, CodeLists.CURRENCIES, OddityKind.CURRENCY_UNKNOWN, at);
        LocalDate valueDate = null;
        if (xml.attribute("value-date") == null) {
            oddities.add(OddityKind.VALUE_DATE_MISSING, at, "value/@value-date");
        } else {
            valueDate = xml.readable("value-date", oddities, Lexical::date);
        }
        return new Element<>("value", at, new Value(amount(at), currency, own == null, valueDate));
    }

    private BigDecimal amount(Position at) throws XMLStreamException {
        String text = xml.text();
        if (text.length() > Lexical.NUMBER_CHARACTERS_MAX) {
            throw xml.refuse(at, Reason.LIMIT_EXCEEDED, "numberCharactersMax",
                    Integer.toString(Lexical.NUMBER_CHARACTERS_MAX));
        }
        BigDecimal amount = xml.textBroken() ? null : Lexical.decimal(text);
        if (amount == null) {
            throw xml.refuse(at, Reason.VALUE_NOT_A_NUMBER, text);
        }
        if (amount.scale() > Lexical.NUMBER_DIGITS_MAX
                || amount.precision() - amount.scale() > Lexical.NUMBER_DIGITS_MAX) {
            throw xml.refuse(at, Reason.LIMIT_EXCEEDED, "numberDigitsMax", Integer.toString(Lexical.NUMBER_DIGITS_MAX));
        }
        return amount;
    }

    private Party party(String activityIdName) throws XMLStreamException {
        String type = xml.attribute("type");
        oddities.unlessListed(type, CodeLists.ORGANISATION_TYPES, OddityKind.ORGANISATION_TYPE_UNKNOWN,
                xml.position());
        return new Party(xml.attribute("ref"), xml.attribute(activityIdName), type,
                xml.narratives(language, oddities));
    }

    private Place country() throws XMLStreamException {
        Position at = xml.position();
        Place found = xml.country(oddities);
        oddities.unlessListed(found.code(), CodeLists.COUNTRIES, OddityKind.COUNTRY_UNKNOWN, at);
        return found;
    }

    private @Nullable String listed(Set<String> list, OddityKind unknown) throws XMLStreamException {
        Position at = xml.position();
        String code = xml.code(oddities);
        oddities.unlessListed(code, list, unknown, at);
        return code;
    }

    /** What a value element says. */
    private record Value(BigDecimal amount, String currency, boolean defaulted, @Nullable LocalDate date) {
    }

    /** What one element said, and where. */
    private record Element<T>(String name, Position at, @Nullable T content) {
    }
}
