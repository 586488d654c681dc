package org.aidledger.app.exchange.iati;

/** What a file may do against the standard and still be read; the codes are stable and documented. */
public enum OddityKind {
    /** The file's version names no version that IATI ever published; it is read as 2.03. */
    VERSION_UNPUBLISHED("iati.version-unpublished"),
    /** The file holds no activity. */
    FILE_EMPTY("iati.file-empty"),
    /** An element that the standard does not have at this place, in no namespace: not read. */
    ELEMENT_UNKNOWN("iati.element-unknown"),
    /** An element that may stand once stands again: the first is taken. */
    ELEMENT_REPEATED("iati.element-repeated"),
    /** An attribute that must be there is not. */
    ATTRIBUTE_MISSING("iati.attribute-missing"),
    /** An attribute that is neither a number, a date nor a boolean where it should be: taken as not given. */
    ATTRIBUTE_UNREADABLE("iati.attribute-unreadable"),
    /** The identifier element is there and empty. */
    IDENTIFIER_EMPTY("iati.identifier-empty"),
    REPORTING_ORG_MISSING("iati.reporting-org-missing"),
    TITLE_MISSING("iati.title-missing"),
    STATUS_MISSING("iati.status-missing"),
    STATUS_UNKNOWN("iati.status-unknown"),
    ROLE_UNKNOWN("iati.role-unknown"),
    ORGANISATION_TYPE_UNKNOWN("iati.organisation-type-unknown"),
    ACTIVITY_DATE_TYPE_UNKNOWN("iati.activity-date-type-unknown"),
    COUNTRY_UNKNOWN("iati.country-unknown"),
    /** The shares of sectors (by vocabulary), or of countries and regions, do not add up to 100. */
    PERCENTAGES_NOT_100("iati.percentages-not-100"),
    /** The reporting organisation plays no role in the activity, so its perspective is assumed. */
    PERSPECTIVE_ASSUMED("iati.perspective-assumed"),
    TRANSACTION_TYPE_UNKNOWN("iati.transaction-type-unknown"),
    /** No transaction date; the value date is taken. */
    TRANSACTION_DATE_MISSING("iati.transaction-date-missing"),
    CURRENCY_UNKNOWN("iati.currency-unknown"),
    VALUE_DATE_MISSING("iati.value-date-missing"),
    FLOW_TYPE_UNKNOWN("iati.flow-type-unknown"),
    TIED_STATUS_UNKNOWN("iati.tied-status-unknown"),
    DISBURSEMENT_CHANNEL_UNKNOWN("iati.disbursement-channel-unknown");

    private final String code;

    OddityKind(String code) {
        this.code = code;
    }

    /** The stable code, such as {@code iati.currency-unknown}. */
    public String code() {
        return code;
    }
}
