package org.aidledger.view.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.document.DocumentRef;
import org.aidledger.inspection.CheckResult;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Severity;
import org.aidledger.project.ProjectId;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.inspection.InspectionSummary.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InspectionsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final InspectionId FIRST = new InspectionId("INS-1");
    private static final InspectionId SECOND = new InspectionId("INS-2");
    private static final ProjectId PROJECT = new ProjectId("PRJ-1");
    private static final TestLog LOG = new TestLog();
    private static final Inspections INSPECTIONS = new Inspections(LOG.app(), Catalogue.ledger());

    @BeforeAll
    static void live() {
        append(opened(FIRST, PROJECT));
        append(new CheckRecorded(FIRST, PROJECT, "vouchers", CheckResult.PASS, null, List.of(), List.of(), DAY));
        append(new CheckRecorded(FIRST, PROJECT, "bank statement", CheckResult.FAIL, null, List.of(), List.of(), DAY));
        append(opened(SECOND, new ProjectId("PRJ-2")));
        append(new FindingRaised(FIRST, 1, PROJECT, Severity.HIGH, "cash is missing", null, List.of(0L), DAY));
        append(new InspectionConcluded(FIRST, "recover", DocumentRef.of("BB-1"), DAY.plusDays(9)));
        TestView.build(new InspectionProjection(), LOG.app(), LOG.entries(), 3);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Test
    void the_list_shows_the_latest_first_and_counts_what_was_found() {
        assertThat(INSPECTIONS.all(null, 10)).containsExactly(
                new InspectionSummary("INS-2", "Hậu kiểm INS-2", State.OPEN, 3, null, DAY, null, 0, 0),
                new InspectionSummary("INS-1", "Hậu kiểm INS-1", State.CONCLUDED, 0, null, DAY, DAY.plusDays(9), 2, 1));
        assertThat(INSPECTIONS.all(3L, 10)).extracting(InspectionSummary::id).containsExactly("INS-1");
        assertThat(INSPECTIONS.ofProject("PRJ-2")).extracting(InspectionSummary::id).containsExactly("INS-2");
    }

    @Test
    void one_inspection_is_told_as_it_was_known() {
        InspectionDetail now = INSPECTIONS.inspection("INS-1", null).orElseThrow();
        InspectionDetail then = INSPECTIONS.inspection("INS-1", 2L).orElseThrow();

        assertThat(now.checks()).extracting(check -> check.event().result()).containsExactly(CheckResult.PASS,
                CheckResult.FAIL);
        assertThat(now.findings()).extracting(finding -> finding.entry().index()).containsExactly(4L);
        assertThat(now.concluded()).isNotNull();
        assertThat(then.checks()).hasSize(1);
        assertThat(then.concluded()).isNull();
        assertThat(INSPECTIONS.inspection("INS-2", 3L)).isEmpty();
        assertThat(INSPECTIONS.inspection("INS-9", null)).isEmpty();
    }

    private static InspectionOpened opened(InspectionId inspection, ProjectId project) {
        return new InspectionOpened(inspection, "Hậu kiểm " + inspection, List.of(project, project),
                List.of(new ActorId("binh")),
                new FrozenCheckpoint(0, "0".repeat(64)), DAY);
    }

    private static void append(InspectionEvent event) {
        LOG.append(event.inspection().value(), Map.of(), event);
    }
}
