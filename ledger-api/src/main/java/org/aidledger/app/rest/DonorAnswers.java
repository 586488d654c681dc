package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.rest.RegisterAnswers.Noted;
import org.aidledger.view.donor.DonorRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What donors look like on the wire. */
final class DonorAnswers {

    private DonorAnswers() {
    }

    /**
     * A page of donors.
     *
     * @param count how many there are, on all pages
     * @param next the cursor of the next page, null on the last
     */
    record DonorsPage(List<Donor> donors, long count, @Nullable String next, Computed.At at) {
    }

    /**
     * A donor.
     *
     * @param certificate number of the certificate granted last
     * @param validTo its last day; null without one, or when it was revoked
     */
    record Donor(String id, String kind, String name, @Nullable String nameVi, String country, LocalDate registered,
            @Nullable String certificate, @Nullable LocalDate validTo, boolean suspended, String self) {

        static Donor of(DonorRow row) {
            return new Donor(row.id(), row.kind(), row.name(), row.nameVi(), row.country(), row.registeredOn(),
                    row.certificate(), row.validTo(), row.suspended(), Paths.donor(row.id()));
        }
    }

    /** All there is of a donor: {@code events} as its events say them. */
    record DonorFile(Donor donor, List<Named> representatives, List<Noted> events, Computed.At at) {
    }

    /**
     * A representative.
     *
     * @param subject whose key seals the data
     * @param person null when that key is destroyed
     */
    record Named(String subject, LocalDate effectiveDate, @Nullable JsonNode person, String event) {
    }
}
