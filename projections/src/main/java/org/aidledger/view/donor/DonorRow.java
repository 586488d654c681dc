package org.aidledger.view.donor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A donor in a list.
 *
 * @param kind FOREIGN_NGO, FOUNDATION, FOREIGN_COMPANY or INDIVIDUAL
 * @param registeredIndex the event that registered it
 * @param certificate number of the certificate granted last, null without one
 * @param validTo its last day as known; null without one, or when it was revoked
 */
public record DonorRow(String id, String kind, String name, @Nullable String nameVi, String country,
        LocalDate registeredOn, long registeredIndex, @Nullable String certificate, @Nullable LocalDate validTo,
        boolean suspended) {
}
