package org.aidledger.inspection;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a post-inspection. */
public sealed interface InspectionCommand extends LedgerCommand {

    InspectionId inspection();

    @Override
    default String stream() {
        return inspection().value();
    }

    LocalDate effectiveDate();

    /** The frozen checkpoint is the log's own at the moment of opening, or an earlier one the team names. */
    record OpenInspection(InspectionId inspection, String title, List<ProjectId> projects, List<ActorId> team,
            FrozenCheckpoint frozen, LocalDate effectiveDate) implements InspectionCommand {
    }

    record RecordCheck(InspectionId inspection, ProjectId project, String item, CheckResult result,
            @Nullable String remark, List<DocumentRef> evidence, List<Long> cited, LocalDate effectiveDate)
            implements InspectionCommand {
    }

    record RaiseFinding(InspectionId inspection, ProjectId project, Severity severity, String text,
            @Nullable Money questioned, List<Long> cited, LocalDate effectiveDate) implements InspectionCommand {
    }

    record ConcludeInspection(InspectionId inspection, String conclusion, DocumentRef minutes, LocalDate effectiveDate)
            implements InspectionCommand {
    }
}
