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

    /** The inspection is over; its minutes are signed. */
    record InspectionConcluded(InspectionId inspection, String conclusion, DocumentRef minutes, LocalDate effectiveDate)
            implements InspectionEvent {
    }
}
