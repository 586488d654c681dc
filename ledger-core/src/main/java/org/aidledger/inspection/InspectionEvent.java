package org.aidledger.inspection;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** The whole life of a post-inspection, one record a fact. */
public sealed interface InspectionEvent extends LedgerEvent {

    InspectionId inspection();

    /** A fact that tells which plans of the same planner were given up since the planner's last sample was drawn. */
    sealed interface OfPlan extends InspectionEvent {

        /** In the order they were given up. */
        List<InspectionId> abandoned();
    }

    /**
     * An inspection is planned: who is inspected is left to a sample that neither side can choose.
     *
     * @param population what the sample is drawn from
     * @param sampleSize how many projects; all, where the population has fewer
     * @param seedSha256 SHA-256 of the seed's text, which stays with the planner until the inspection is opened
     * @param planner who planned it
     * @param abandoned the planner's earlier plans that were given up since their last sample was drawn
     */
    record InspectionPlanned(InspectionId inspection, String title, Population population, int sampleSize,
            String seedSha256, ActorId planner, List<InspectionId> abandoned, LocalDate effectiveDate)
            implements OfPlan {
        public InspectionPlanned {
            abandoned = List.copyOf(abandoned);
        }
    }

    /**
     * A plan is given up before it was opened. It stays listed on the planner's next plan and on the next sample.
     *
     * @param abandoned the planner's plans given up since their last sample was drawn, this one last
     */
    record InspectionAbandoned(InspectionId inspection, String text, List<InspectionId> abandoned,
            LocalDate effectiveDate) implements OfPlan {
        public InspectionAbandoned {
            abandoned = List.copyOf(abandoned);
        }
    }

    /**
     * The sample of a planned inspection was drawn; the inspection opens on it.
     *
     * @param seed the text whose SHA-256 the plan gave
     * @param population how many projects it was drawn from
     * @param abandoned the planner's plans given up since their last sample was drawn
     */
    record SampleDrawn(InspectionId inspection, String seed, long population, List<InspectionId> abandoned,
            LocalDate effectiveDate) implements OfPlan {
        public SampleDrawn {
            abandoned = List.copyOf(abandoned);
        }
    }

    /** The team may begin; what it judges is frozen. */
    record InspectionOpened(InspectionId inspection, String title, List<ProjectId> projects, List<ActorId> team,
            FrozenCheckpoint frozen, LocalDate effectiveDate) implements InspectionEvent {
        public InspectionOpened {
            projects = List.copyOf(projects);
            team = List.copyOf(team);
        }
    }

    /**
     * One thing was checked.
     *
     * @param item what was checked
     * @param cited indices of the events the check looked at
     */
    record CheckRecorded(InspectionId inspection, ProjectId project, String item, CheckResult result,
            @Nullable String remark, List<DocumentRef> evidence, List<Long> cited, LocalDate effectiveDate)
            implements InspectionEvent {
        public CheckRecorded {
            evidence = List.copyOf(evidence);
            cited = List.copyOf(cited);
        }
    }

    /**
     * Something is not as it should be.
     *
     * @param finding number within the inspection, from 1
     * @param questioned the money in question, where there is any
     * @param cited indices of the events it judges, at least one
     */
    record FindingRaised(InspectionId inspection, int finding, ProjectId project, Severity severity, String text,
            @Nullable Money questioned, List<Long> cited, LocalDate effectiveDate) implements InspectionEvent {
        public FindingRaised {
            cited = List.copyOf(cited);
        }
    }

    /**
     * Whoever is inspected answers a finding.
     *
     * @param finding its number
     * @param respondent who answers
     */
    record ResponseRecorded(InspectionId inspection, int finding, String respondent, String text,
            @Nullable DocumentRef document, LocalDate effectiveDate) implements InspectionEvent {
    }

    /**
     * What is to be done about a finding, by whom and until when.
     *
     * @param finding its number
     * @param action number within the inspection, from 1
     * @param due the last day
     */
    record CorrectiveActionAgreed(InspectionId inspection, int finding, int action, String text, String responsible,
            LocalDate due, LocalDate effectiveDate) implements InspectionEvent {
    }

    /** A corrective action is said to be done. {@code action} is its number. */
    record ActionDone(InspectionId inspection, int action, String text, List<DocumentRef> evidence,
            LocalDate effectiveDate) implements InspectionEvent {
        public ActionDone {
            evidence = List.copyOf(evidence);
        }
    }

    /** Somebody of the team who did not raise the finding has verified that the action is done. {@code action} is its number. */
    record ActionVerified(InspectionId inspection, int action, @Nullable String remark, LocalDate effectiveDate)
            implements InspectionEvent {
    }

    /**
     * A finding is brought before a higher authority.
     *
     * @param finding its number
     */
    record FindingEscalated(InspectionId inspection, int finding, String authority, String text,
            @Nullable DocumentRef document, LocalDate effectiveDate) implements InspectionEvent {
    }

    /**
     * Money is to be paid back.
     *
     * @param finding the number of the finding it follows from
     * @param due the last day
     */
    record RecoveryOrdered(InspectionId inspection, int finding, Money money, DocumentRef order, LocalDate due,
            LocalDate effectiveDate) implements InspectionEvent {
    }

    /** The inspection is over; its minutes are signed. */
    record InspectionConcluded(InspectionId inspection, String conclusion, DocumentRef minutes, LocalDate effectiveDate)
            implements InspectionEvent {
    }
}
