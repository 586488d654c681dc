package org.aidledger.ngo;

/** What kind of donor: non-profit organisations need a registration certificate to work in Viet Nam, the others do not. */
public enum DonorKind {
    FOREIGN_NGO, FOUNDATION, FOREIGN_COMPANY, INDIVIDUAL;

    boolean holdsCertificates() {
        return this == FOREIGN_NGO || this == FOUNDATION;
    }
}
