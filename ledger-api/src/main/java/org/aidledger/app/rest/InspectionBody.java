package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.inspection.CheckResult;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Population;
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

    /**
     * Plans an inspection.
     *
     * @param population what the sample is drawn from; all registered projects when not given
     * @param seedSha256 SHA-256 of a random text that stays with the planner until the opening
     */
    record Plan(InspectionId inspection, String title, @Nullable PopulationBody population, int sampleSize,
            String seedSha256, LocalDate effectiveDate, @Nullable String reason) implements CommandBody {
        InspectionCommand command() {
            return new InspectionCommand.PlanInspection(inspection, title,
                    population == null ? new Population(null, null, null, null, List.of()) : population.value(),
                    sampleSize, seedSha256, effectiveDate);
        }
    }

    /** Every condition that is given must be met. */
    record PopulationBody(@Nullable String province, @Nullable String sector, @Nullable String managingAgency,
            @Nullable String aidOwner, @Nullable List<ProjectId> named) {
        Population value() {
            return new Population(province, sector, managingAgency, aidOwner, named == null ? List.of() : named);
        }
    }

    record Abandonment(String text, LocalDate effectiveDate, @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.AbandonInspection(inspection, text, effectiveDate);
        }
    }

    /** Opens a planned inspection by its seed; the ledger draws the sample. */
    record PlannedOpening(String seed, List<ActorId> team, LocalDate effectiveDate, @Nullable String reason)
            implements CommandBody {
    }

    record Response(int finding, String respondent, String text, @Nullable DocumentRef document,
            LocalDate effectiveDate, @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.RecordResponse(inspection, finding, respondent, text, document,
                    effectiveDate);
        }
    }

    record Action(int finding, String text, String responsible, LocalDate due, LocalDate effectiveDate,
            @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.AgreeCorrectiveAction(inspection, finding, text, responsible, due,
                    effectiveDate);
        }
    }

    record Completion(int action, String text, @Nullable List<DocumentRef> evidence, LocalDate effectiveDate,
            @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.ReportActionDone(inspection, action, text,
                    evidence == null ? List.of() : evidence, effectiveDate);
        }
    }

    record Verification(int action, @Nullable String remark, LocalDate effectiveDate, @Nullable String reason)
            implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.VerifyAction(inspection, action, remark, effectiveDate);
        }
    }

    record Escalation(int finding, String authority, String text, @Nullable DocumentRef document,
            LocalDate effectiveDate, @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.EscalateFinding(inspection, finding, authority, text, document,
                    effectiveDate);
        }
    }

    record Recovery(int finding, Money money, DocumentRef order, LocalDate due, LocalDate effectiveDate,
            @Nullable String reason) implements InspectionBody {
        @Override
        public InspectionCommand command(InspectionId inspection) {
            return new InspectionCommand.OrderRecovery(inspection, finding, money, order, due, effectiveDate);
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
