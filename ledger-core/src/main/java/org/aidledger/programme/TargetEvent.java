package org.aidledger.programme;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.project.Place;
import org.jspecify.annotations.Nullable;

/** The life of a programme's targets. */
public sealed interface TargetEvent extends LedgerEvent {

    ProgrammeId programme();

    /**
     * A programme was decided on.
     *
     * @param province whose programme it is; null for a national one
     * @param firstYear of the programme
     * @param lastYear of the programme
     */
    record ProgrammeDecided(ProgrammeId programme, String nameVi, @Nullable String nameEn, @Nullable Place province,
            int firstYear, int lastYear, DocumentRef decision, LocalDate effectiveDate) implements TargetEvent {
    }

    /**
     * The targets of a year are set; those set for it before stay on record and are not used any more.
     *
     * @param donors how many foreign NGOs are to be active in the year; null where nothing is aimed at
     * @param sectors one a sector
     */
    record TargetsSet(ProgrammeId programme, int year, @Nullable Long donors, List<SectorTarget> sectors,
            DocumentRef decision, LocalDate effectiveDate) implements TargetEvent {
        public TargetsSet {
            sectors = List.copyOf(sectors);
        }
    }
}
