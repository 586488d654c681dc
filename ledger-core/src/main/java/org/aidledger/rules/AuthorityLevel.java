package org.aidledger.rules;

/** Who is competent to approve aid. */
public enum AuthorityLevel {
    PRIME_MINISTER,
    /** The head of the managing agency: a minister, the chair of a provincial people's committee. */
    MANAGING_AGENCY, MINISTER_OF_HOME_AFFAIRS,
    /** The Viet Nam Fatherland Front. */
    FATHERLAND_FRONT
}
