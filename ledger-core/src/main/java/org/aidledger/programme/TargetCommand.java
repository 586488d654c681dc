package org.aidledger.programme;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.project.Place;
import org.jspecify.annotations.Nullable;

/** What can be asked of a programme's targets. */
public sealed interface TargetCommand extends LedgerCommand {

    ProgrammeId programme();

    @Override
    default String stream() {
        return programme().value();
    }

    record DecideProgramme(ProgrammeId programme, String nameVi, @Nullable String nameEn, @Nullable Place province,
            int firstYear, int lastYear, DocumentRef decision, LocalDate effectiveDate) implements TargetCommand {
    }

    record SetTargets(ProgrammeId programme, int year, @Nullable Long donors, List<SectorTarget> sectors,
            DocumentRef decision, LocalDate effectiveDate) implements TargetCommand {
    }
}
