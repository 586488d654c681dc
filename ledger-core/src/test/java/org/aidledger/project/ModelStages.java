package org.aidledger.project;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;

/** At which stages each event is possible, as the reference has it: a table to compare with. */
final class ModelStages {

    private static final String ALWAYS = "PLEDGED SUBMITTED UNDER_APPRAISAL APPROVED IMPLEMENTING SUSPENDED COMPLETED"
            + " HANDED_OVER SETTLED CLOSED CANCELLED REFUSED REVOKED WITHDRAWN";
    private static final String OPEN_BOOKS = ALWAYS.replace(" CLOSED", "");
    private static final String BEFORE_THE_END =
            "PLEDGED SUBMITTED UNDER_APPRAISAL APPROVED IMPLEMENTING SUSPENDED COMPLETED HANDED_OVER";
    private static final String RUNNING = BEFORE_THE_END.replace(" SUSPENDED", "");

    private static final Map<String, Set<Stage>> POSSIBLE = """
            DossierSubmitted: PLEDGED SUBMITTED UNDER_APPRAISAL
            DossierReturned: SUBMITTED
            DossierAccepted: SUBMITTED
            OpinionRequested: UNDER_APPRAISAL
            OpinionReceived: UNDER_APPRAISAL
            AppraisalConcluded: UNDER_APPRAISAL
            AidRefused: UNDER_APPRAISAL
            AidApproved: UNDER_APPRAISAL
            ApprovalAmended: APPROVED IMPLEMENTING
            ApprovalRevoked: APPROVED
            ProjectSuspended: IMPLEMENTING
            ProjectResumed: SUSPENDED
            ProjectCompleted: IMPLEMENTING
            ProjectHandedOver: COMPLETED
            ProjectSettled: HANDED_OVER CANCELLED
            ProjectClosed: SETTLED
            ProjectReopened: CLOSED
            ProjectCancelled: IMPLEMENTING SUSPENDED
            AidAccountOpened: before-the-end
            AidPledged: before-the-end
            PledgeReduced: before-the-end
            PledgeWithdrawn: before-the-end
            CommitmentSigned: before-the-end
            CommitmentChanged: before-the-end
            FundsReceived: running
            FundsDisbursed: running
            DisbursementProposed: running
            ExpenditureRecorded: running
            ServicesReceived: running
            GoodsReceived: running
            OtherFlowReported: always
            """.lines().map(line -> line.split(": "))
            .collect(Collectors.toMap(line -> line[0], line -> stages(line[1])));

    private static final Set<Stage> ELSE = stages(OPEN_BOOKS);

    private ModelStages() {
    }

    private static Set<Stage> stages(String words) {
        return Arrays.stream(words.replace("always", ALWAYS).replace("before-the-end", BEFORE_THE_END)
                .replace("running", RUNNING).split(" ")).map(Stage::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
    }

    /** Whatever the table does not name is possible while the books are open. */
    static boolean isPossible(ProjectEvent event, Stage at, boolean emergency) {
        String name = event.getClass().getSimpleName();
        if (emergency && at == Stage.PLEDGED && (name.equals("AidApproved") || name.equals("AidRefused"))) {
            return true;
        }
        if (event instanceof ExpenditureRecorded spent && spent.paidFrom() == PaidFrom.ADVANCE) {
            return at != Stage.CLOSED;
        }
        return POSSIBLE.getOrDefault(name, ELSE).contains(at);
    }
}
