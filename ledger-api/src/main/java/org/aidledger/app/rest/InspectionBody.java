package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.inspection.CheckResult;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Severity;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** What the commands of a post-inspection are told by, one record a route. */
sealed interface InspectionBody extends CommandBody {

    InspectionCommand command(InspectionId inspection);

    /**
     * Opens the inspection.
     *
     * @param inspection the id to give it
     * @param frozenSize the number of events that the inspection judges; all there are when not given
     */
    record Opening(InspectionId inspection, String title, List<ProjectId> projects, List<ActorId> team,
            @Nullable Long frozenSize, LocalDate effectiveDate, @Nullable String reason) implements CommandBody {

        InspectionCommand.OpenInspection command(FrozenCheckpoint frozen) {
            return new InspectionCommand.OpenInspection(inspection, title, projects, team, frozen, effectiveDate);
        }
    }

    record Check(ProjectId project, String item, CheckResult result, @Nullable String remark,
            @Nullable List<DocumentRef> evidence, @Nullable List<Long> cited, LocalDate effectiveDate,
            @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.RecordCheck(inspection, project, item, result, remark,
                    evidence == null ? List.of() : evidence, cited == null ? List.of() : cited, effectiveDate);
        }
    }

    record Finding(ProjectId project, Severity severity, String text, @Nullable Money questioned, List<Long> cited,
            LocalDate effectiveDate, @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.RaiseFinding(inspection, project, severity, text, questioned, cited,
                    effectiveDate);
        }
    }

    record Conclusion(String conclusion, DocumentRef minutes, LocalDate effectiveDate, @Nullable String reason)
            implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.ConcludeInspection(inspection, conclusion, minutes, effectiveDate);
        }
    }
}
