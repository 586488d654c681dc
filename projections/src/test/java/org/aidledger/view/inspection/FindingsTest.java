package org.aidledger.view.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.actor.ActorId;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.inspection.InspectionEvent.ActionDone;
import org.aidledger.inspection.InspectionEvent.ActionVerified;
import org.aidledger.inspection.InspectionEvent.CorrectiveActionAgreed;
import org.aidledger.inspection.InspectionEvent.FindingEscalated;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionEvent.ResponseRecorded;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Severity;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectId;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.inspection.FindingRow.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final InspectionId INSPECTION = new InspectionId("INS-1");
    private static final ProjectId PROJECT = new ProjectId("PRJ-1");
    private static final TestLog LOG = new TestLog();
    private static final Findings FINDINGS = new Findings(LOG.app());
    private static long raised;

    @BeforeAll
    static void live() {
        append(new InspectionOpened(INSPECTION, "First quarter", List.of(PROJECT), List.of(new ActorId("binh")),
                new FrozenCheckpoint(0, "0".repeat(64)), DAY));
        raise(1, Severity.LOW, "100");
        raise(2, Severity.HIGH, "40");
        raise(3, Severity.HIGH, "60");
        raise(4, Severity.MEDIUM, "5");
        raised = LOG.size();
        append(new ResponseRecorded(INSPECTION, 1, "Sở Y tế", "yes", null, DAY));
        agree(2, 1, DAY.plusDays(10));
        agree(2, 2, DAY.plusDays(20));
        append(new ActionDone(INSPECTION, 1, "done", List.of(), DAY));
        append(new ActionVerified(INSPECTION, 1, null, DAY));
        agree(3, 3, DAY.plusDays(5));
        append(new ActionDone(INSPECTION, 3, "done", List.of(), DAY));
        append(new ActionVerified(INSPECTION, 3, null, DAY));
        append(new FindingEscalated(INSPECTION, 4, "UBND", "no answer", null, DAY));
        TestView.build(new InspectionProjection(), LOG.app(), LOG.entries(), 3);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static void raise(int number, Severity severity, String amount) {
        append(new FindingRaised(INSPECTION, number, PROJECT, severity, "finding " + number, Money.of(amount, "USD"),
                List.of(0L), DAY.plusDays(number)));
    }

    private static void agree(int finding, int action, LocalDate due) {
        append(new CorrectiveActionAgreed(INSPECTION, finding, action, "put it right", "Sở Y tế", due, DAY));
    }

    private static void append(InspectionEvent event) {
        LOG.append(event.inspection().value(), Map.of(), event);
    }

    @Test
    void the_work_list_has_the_gravest_first_each_with_its_state_age_and_what_is_due() {
        assertThat(FINDINGS.list(DAY.plusDays(30), null, null, 0, 10).findings())
                .extracting(FindingRow::number, FindingRow::state, FindingRow::due, FindingRow::overdue,
                        FindingRow::ageDays)
                .containsExactly(tuple(2, State.ACTION_AGREED, DAY.plusDays(20), true, 28L),
                        tuple(3, State.VERIFIED, null, false, 27L), tuple(4, State.ESCALATED, null, false, 26L),
                        tuple(1, State.ANSWERED, null, false, 29L));
        assertThat(FINDINGS.list(DAY.plusDays(20), State.ACTION_AGREED, null, 0, 10).findings())
                .extracting(FindingRow::number, FindingRow::overdue).containsExactly(tuple(2, false));
    }

    @Test
    void findings_are_told_as_they_were_known() {
        assertThat(FINDINGS.list(DAY.plusDays(30), null, raised, 0, 10).findings()).extracting(FindingRow::state)
                .containsOnly(State.OPEN);
        assertThat(FINDINGS.list(DAY.plusDays(2), null, null, 0, 10).findings()).extracting(FindingRow::number)
                .containsExactly(2, 1);
    }

    @Test
    void figures_count_findings_by_state_and_money() {
        FindingFigures figures = FINDINGS.figures(DAY.plusDays(30), null);

        assertThat(figures.count()).isEqualTo(4);
        assertThat(figures.overdue()).isEqualTo(1);
        assertThat(figures.followUpPercent()).isEqualByComparingTo("25.0");
        assertThat(figures.states()).contains(new FindingFigures.OfState(State.VERIFIED, 1));
        assertThat(figures.questioned())
                .contains(new FindingFigures.Questioned(State.ACTION_AGREED, "USD", new BigDecimal("40")));
    }
}
