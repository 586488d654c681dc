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

    /** @param seedSha256 SHA-256 of the seed's text, 64 lower-case hexadecimal digits */
    record PlanInspection(InspectionId inspection, String title, Population population, int sampleSize,
            String seedSha256, LocalDate effectiveDate) implements InspectionCommand {
    }

    record AbandonInspection(InspectionId inspection, String text, LocalDate effectiveDate)
            implements InspectionCommand {
    }

    /**
     * Opens a planned inspection on its sample.
     *
     * @param sample drawn by whoever asks, from the seed, the frozen root and the population, see {@code docs/reference/sampling.md}
     * @param population how many projects it was drawn from
     * @param frozen the log right after the plan
     */
    record OpenPlannedInspection(InspectionId inspection, String seed, List<ProjectId> sample, long population,
            List<ActorId> team, FrozenCheckpoint frozen, LocalDate effectiveDate) implements InspectionCommand {
    }

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

    record RecordResponse(InspectionId inspection, int finding, String respondent, String text,
            @Nullable DocumentRef document, LocalDate effectiveDate) implements InspectionCommand {
    }

    record AgreeCorrectiveAction(InspectionId inspection, int finding, String text, String responsible, LocalDate due,
            LocalDate effectiveDate) implements InspectionCommand {
    }

    record ReportActionDone(InspectionId inspection, int action, String text, List<DocumentRef> evidence,
            LocalDate effectiveDate) implements InspectionCommand {
    }

    record VerifyAction(InspectionId inspection, int action, @Nullable String remark, LocalDate effectiveDate)
            implements InspectionCommand {
    }

    record EscalateFinding(InspectionId inspection, int finding, String authority, String text,
            @Nullable DocumentRef document, LocalDate effectiveDate) implements InspectionCommand {
    }

    record OrderRecovery(InspectionId inspection, int finding, Money money, DocumentRef order, LocalDate due,
            LocalDate effectiveDate) implements InspectionCommand {
    }

    record ConcludeInspection(InspectionId inspection, String conclusion, DocumentRef minutes, LocalDate effectiveDate)
            implements InspectionCommand {
    }
}
