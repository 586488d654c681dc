package org.aidledger.app.exchange.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.aidledger.app.exchange.iati.IatiActivity.ActivityDate;
import org.aidledger.app.exchange.iati.IatiActivity.Defaults;
import org.aidledger.app.exchange.iati.IatiActivity.Description;
import org.aidledger.app.exchange.iati.IatiActivity.Kept;
import org.aidledger.app.exchange.iati.IatiActivity.Location;
import org.aidledger.app.exchange.iati.IatiActivity.ParticipatingOrg;
import org.aidledger.app.exchange.iati.IatiActivity.ReportingOrg;
import org.aidledger.app.exchange.iati.IatiRefusal.Reason;
import org.jspecify.annotations.Nullable;

/** Reads one {@code iati-activity} element; stands on its start when made. */
final class ActivityParser {

    /** Children that may stand once. */
    private static final Set<String> ONCE = Set.of("iati-identifier", "reporting-org", "title", "activity-status",
            "default-flow-type", "default-finance-type", "default-tied-status");

    private final XmlCursor xml;
    private final IatiLimits limits;
    private final int transactionsBefore;
    private final Oddities oddities = new Oddities();
    private final Set<String> seen = new HashSet<>();

    private final Position position;
    private final @Nullable String language;
    private final @Nullable String currency;
    private final @Nullable Integer hierarchy;
    private final @Nullable Boolean humanitarian;
    private final @Nullable String lastUpdated;

    private @Nullable String identifier;
    private @Nullable ReportingOrg reportingOrg;
    private List<Narrative> titles = List.of();
    private final List<Description> descriptions = new ArrayList<>();
    private final List<ParticipatingOrg> participants = new ArrayList<>();
    private @Nullable String status;
    private final List<ActivityDate> dates = new ArrayList<>();
    private final List<Place> countries = new ArrayList<>();
    private final List<Place> regions = new ArrayList<>();
    private final List<Location> locations = new ArrayList<>();
    private final List<Sector> sectors = new ArrayList<>();
    private @Nullable String flowType;
    private @Nullable String financeType;
    private final List<AidType> aidTypes = new ArrayList<>();
    private @Nullable String tiedStatus;
    private final List<IatiTransaction> transactions = new ArrayList<>();
    private int budgets;
    private int plannedDisbursements;
    private int results;

    /** @param transactionsBefore how many the file has had so far */
    ActivityParser(XmlCursor xml, IatiLimits limits, @Nullable String fileLanguage, int transactionsBefore) {
        this.xml = xml;
        this.limits = limits;
        this.transactionsBefore = transactionsBefore;
        position = xml.position();
        language = xml.languageOr(fileLanguage);
        currency = xml.attribute("default-currency");
        hierarchy = xml.readable("hierarchy", oddities, Lexical::integer);
        humanitarian = xml.readable("humanitarian", oddities, Lexical::flag);
        lastUpdated = xml.attribute("last-updated-datetime");
    }

    IatiActivity read() throws XMLStreamException {
        while (xml.nextChild()) {
            if (ONCE.contains(xml.name()) && !seen.add(xml.name())) {
                oddities.add(OddityKind.ELEMENT_REPEATED, xml.position(), xml.name());
                xml.skip();
            } else {
                child();
            }
        }
        if (identifier == null) {
            throw xml.refuse(position, Reason.IDENTIFIER_MISSING);
        }
        return new IatiActivity(position, identifier, reportingOrg, conclude(), titles, List.copyOf(descriptions),
                List.copyOf(participants), status, List.copyOf(dates), List.copyOf(countries), List.copyOf(regions),
                List.copyOf(locations), List.copyOf(sectors),
                new Defaults(currency, flowType, financeType, List.copyOf(aidTypes), tiedStatus), hierarchy,
                humanitarian,
                lastUpdated, List.copyOf(transactions), new Kept(budgets, plannedDisbursements, results),
                oddities.found());
    }

    private void child() throws XMLStreamException {
        switch (xml.name()) {
            case "iati-identifier" -> identifier();
            case "reporting-org" -> reportingOrg();
            case "title" -> titles = xml.narratives(language, oddities);
            case "description" ->
                descriptions.add(new Description(xml.attribute("type"), xml.narratives(language, oddities)));
            case "participating-org" -> participant();
            case "activity-status" -> status();
            case "activity-date" -> date();
            case "recipient-country" -> country();
            case "recipient-region" -> regions.add(xml.region(oddities));
            case "location" -> location();
            case "sector" -> sectors.add(xml.sector(oddities));
            case "default-flow-type" -> flowType = xml.code(oddities);
            case "default-finance-type" -> financeType = xml.code(oddities);
            case "default-aid-type" -> xml.aidTypeInto(aidTypes, oddities);
            case "default-tied-status" -> tiedStatus = xml.code(oddities);
            case "budget" -> {
                budgets++;
                xml.skip();
            }
            case "planned-disbursement" -> {
                plannedDisbursements++;
                xml.skip();
            }
            case "result" -> {
                results++;
                xml.skip();
            }
            case "transaction" -> transaction();
            case "other-identifier", "contact-info", "activity-scope", "tag", "country-budget-items",
                    "humanitarian-scope", "policy-marker", "collaboration-type", "capital-spend", "document-link",
                    "related-activity", "legacy-data", "conditions", "crs-add", "fss" ->
                // The standard has them, the ledger does not need them: they stay in the kept file.
                xml.skip();
            default -> xml.skipUnknown(oddities);
        }
    }

    private void identifier() throws XMLStreamException {
        Position at = xml.position();
        identifier = xml.text();
        if (identifier.isEmpty()) {
            oddities.add(OddityKind.IDENTIFIER_EMPTY, at, "iati-identifier");
        }
    }

    private void reportingOrg() throws XMLStreamException {
        String type = xml.attribute("type");
        oddities.unlessListed(type, CodeLists.ORGANISATION_TYPES, OddityKind.ORGANISATION_TYPE_UNKNOWN, xml.position());
        String ref = xml.requiredAttribute("ref", oddities);
        Boolean secondary = xml.readable("secondary-reporter", oddities, Lexical::flag);
        reportingOrg = new ReportingOrg(ref, type, xml.narratives(language, oddities), Boolean.TRUE.equals(secondary));
    }

    private void participant() throws XMLStreamException {
        Position at = xml.position();
        String role = xml.requiredAttribute("role", oddities);
        String type = xml.attribute("type");
        oddities.unlessListed(role, CodeLists.ROLES, OddityKind.ROLE_UNKNOWN, at);
        oddities.unlessListed(type, CodeLists.ORGANISATION_TYPES, OddityKind.ORGANISATION_TYPE_UNKNOWN, at);
        participants.add(new ParticipatingOrg(role, type, xml.attribute("ref"), xml.attribute("activity-id"),
                xml.narratives(language, oddities)));
    }

    private void status() throws XMLStreamException {
        Position at = xml.position();
        status = xml.code(oddities);
        oddities.unlessListed(status, CodeLists.STATUSES, OddityKind.STATUS_UNKNOWN, at);
    }

    private void date() throws XMLStreamException {
        String type = xml.requiredAttribute("type", oddities);
        oddities.unlessListed(type, CodeLists.DATE_TYPES, OddityKind.ACTIVITY_DATE_TYPE_UNKNOWN, xml.position());
        LocalDate date = xml.requiredAttribute("iso-date", oddities) == null
                ? null
                : xml.readable("iso-date", oddities, Lexical::date);
        if (date != null) {
            dates.add(new ActivityDate(type, date));
        }
        xml.skip();
    }

    private void country() throws XMLStreamException {
        Position at = xml.position();
        Place country = xml.country(oddities);
        oddities.unlessListed(country.code(), CodeLists.COUNTRIES, OddityKind.COUNTRY_UNKNOWN, at);
        countries.add(country);
    }

    private void location() throws XMLStreamException {
        String ref = xml.attribute("ref");
        String outer = xml.languageOr(language);
        List<Narrative> names = List.of();
        while (xml.nextChild()) {
            if (xml.name().equals("name")) {
                names = xml.narratives(outer, oddities);
            } else {
                xml.skip();
            }
        }
        locations.add(new Location(ref, names));
    }

    private void transaction() throws XMLStreamException {
        xml.limit("activityTransactionsMax", transactions.size() + 1L, limits.activityTransactionsMax());
        xml.limit("transactionsMax", transactionsBefore + transactions.size() + 1L, limits.transactionsMax());
        transactions.add(new TransactionParser(xml, language, currency).read());
    }

    /** Notes what only the whole activity shows, and says whose books these are. */
    private IatiPerspective conclude() {
        if (reportingOrg == null) {
            oddities.add(OddityKind.REPORTING_ORG_MISSING, position, "reporting-org");
        }
        if (titles.isEmpty()) {
            oddities.add(OddityKind.TITLE_MISSING, position, "title");
        }
        if (!seen.contains("activity-status")) {
            oddities.add(OddityKind.STATUS_MISSING, position, "activity-status");
        }
        Percentages.check(sectors, countries, regions, position, oddities);
        String reporter = reportingOrg == null ? null : reportingOrg.ref();
        IatiPerspective perspective = IatiPerspective.of(reporter, participants);
        if (perspective == null) {
            perspective = IatiPerspective.INTERMEDIARY;
            oddities.add(OddityKind.PERSPECTIVE_ASSUMED, position, perspective + " for " + reporter);
        }
        return perspective;
    }
}
