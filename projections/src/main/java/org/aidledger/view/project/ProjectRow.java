package org.aidledger.view.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One project in the register.
 *
 * @param registeredIndex index of the event that registered it
 * @param donors names, separated by semicolons; empty when none is named
 * @param status the status known then: a stage of {@link org.aidledger.project.Stage}, or IATI_ and the publisher's own status code
 */
public record ProjectRow(String id, long registeredIndex, LocalDate effectiveDate, String code,
        @Nullable String titleVi,
        @Nullable String titleEn, String kind, String budgetTreatment, String perspective, String donors,
        @Nullable String managingAgency, @Nullable String aidOwner, String status) {

    /** The title in the language asked for where there is one, else in the other, else the code. */
    public String title(String language) {
        String first = language.equals("vi") ? titleVi : titleEn;
        String second = language.equals("vi") ? titleEn : titleVi;
        return first != null ? first : second != null ? second : code;
    }
}
