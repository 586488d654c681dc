package org.aidledger.project;

import static org.aidledger.project.ProjectFacts.*;
import static org.aidledger.project.StepFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProjectCommand.AcceptDossier;
import org.aidledger.rules.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine of a project, step by step. */
class CourseTest {

    private static final DocumentRef PAPER = DocumentRef.of("QĐ 9");

    /** A history that ends at each stage. */
    private static final Map<Stage, List<ProjectEvent>> AT = Map.ofEntries(
            Map.entry(Stage.PLEDGED, List.of(registered())),
            Map.entry(Stage.SUBMITTED, List.of(registered(), submitted("request"))),
            Map.entry(Stage.UNDER_APPRAISAL, List.of(registered(), submitted("request"), accepted())),
            Map.entry(Stage.APPROVED, funded()),
            Map.entry(Stage.IMPLEMENTING, funded(received("50", "USD"))),
            Map.entry(Stage.SUSPENDED, funded(received("50", "USD"), suspended("audit"))),
            Map.entry(Stage.COMPLETED, funded(received("50", "USD"), completed())),
            Map.entry(Stage.HANDED_OVER, funded(received("50", "USD"), completed(), handedOver())),
            Map.entry(Stage.SETTLED, funded(received("50", "USD"), completed(), handedOver(), settled())),
            Map.entry(Stage.CLOSED, funded(received("50", "USD"), completed(), handedOver(), settled(), closed())),
            Map.entry(Stage.CANCELLED, funded(received("50", "USD"), cancelled())),
            Map.entry(Stage.REFUSED, List.of(registered(), submitted("request"), accepted(), refused())),
            Map.entry(Stage.REVOKED, funded(revoked())),
            Map.entry(Stage.WITHDRAWN, List.of(registered(), pledged("100", "USD"), withdrawn("100"))));

    @ParameterizedTest
    @EnumSource
    void a_history_leads_to_each_stage(Stage stage) {
        assertThat(stateAfter(at(stage)).stage()).isEqualTo(stage);
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                step(submitted("request"), Stage.SUBMITTED, Stage.PLEDGED, Stage.SUBMITTED),
                step(returned(), Stage.PLEDGED, Stage.SUBMITTED),
                step(accepted(), Stage.UNDER_APPRAISAL, Stage.SUBMITTED),
                step(concluded(AppraisalResult.FAVOURABLE), Stage.UNDER_APPRAISAL, Stage.UNDER_APPRAISAL),
                step(approved("100", "USD"), Stage.APPROVED, Stage.UNDER_APPRAISAL),
                step(refused(), Stage.REFUSED, Stage.UNDER_APPRAISAL),
                step(amended(), Stage.APPROVED, Stage.APPROVED),
                step(amended(), Stage.IMPLEMENTING, Stage.IMPLEMENTING),
                step(revoked(), Stage.REVOKED, Stage.APPROVED),
                step(received("1", "USD"), Stage.IMPLEMENTING, Stage.APPROVED),
                step(goods(PUMPS), Stage.IMPLEMENTING, Stage.APPROVED),
                step(suspended("audit"), Stage.SUSPENDED, Stage.IMPLEMENTING),
                step(resumed(), Stage.IMPLEMENTING, Stage.SUSPENDED),
                step(completed(), Stage.COMPLETED, Stage.IMPLEMENTING),
                step(handedOver(), Stage.HANDED_OVER, Stage.COMPLETED),
                step(settled(), Stage.SETTLED, Stage.HANDED_OVER),
                step(settled(), Stage.CANCELLED, Stage.CANCELLED),
                step(closed(), Stage.CLOSED, Stage.SETTLED),
                step(reopened(), Stage.SETTLED, Stage.CLOSED),
                step(cancelled(), Stage.CANCELLED, Stage.IMPLEMENTING, Stage.SUSPENDED));
    }

    private static Arguments step(ProjectEvent step, Stage leadsTo, Stage... from) {
        return Arguments.of(step, leadsTo, List.of(from));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_leads_from_the_stages_it_is_possible_at_to_the_next(ProjectEvent step, Stage leadsTo,
            List<Stage> from) {
        for (Stage stage : from) {
            assertThat(Course.possibleAt(step, AidKind.PROJECT)).contains(stage);
            assertThat(stateAfter(at(stage, step)).stage()).isEqualTo(leadsTo);
        }
    }

    @Test
    void no_step_of_the_course_is_possible_where_the_diagram_has_no_arrow() {
        assertThat(Course.possibleAt(approved("1", "USD"), AidKind.PROJECT)).containsExactly(Stage.UNDER_APPRAISAL);
        assertThat(Course.possibleAt(revoked(), AidKind.PROJECT)).containsExactly(Stage.APPROVED);
        assertThat(Course.possibleAt(reopened(), AidKind.PROJECT)).containsExactly(Stage.CLOSED);
        assertThat(Course.possibleAt(closed(), AidKind.PROJECT)).containsExactly(Stage.SETTLED);
        assertThat(Course.possibleAt(completed(), AidKind.PROJECT)).containsExactly(Stage.IMPLEMENTING);
        assertThat(Course.possibleAt(cancelled(), AidKind.PROJECT)).containsExactlyInAnyOrder(Stage.IMPLEMENTING,
                Stage.SUSPENDED);
    }

    @Test
    void emergency_relief_is_approved_without_a_dossier() {
        assertThat(Course.possibleAt(approved("1", "USD"), AidKind.EMERGENCY_RELIEF)).contains(Stage.PLEDGED);
        assertThat(Course.possibleAt(approved("1", "USD"), AidKind.NON_PROJECT)).doesNotContain(Stage.PLEDGED);
    }

    @Test
    void in_a_closed_project_nothing_moves_and_nothing_is_corrected_before_it_is_reopened() {
        var closed = given(at(Stage.CLOSED));
        closed.when(refund("1", "USD", null)).refused("stage.not-possible");
        closed.when(correct(2, null)).refused("stage.not-possible");
        given(at(Stage.CLOSED, reopened())).when(correct(2, received("40", "USD"))).accepted();
    }

    @Test
    void what_comes_in_before_the_approval_that_is_reported_later_makes_it_under_way() {
        assertThat(stateAfter(registered(), received("5", "USD"), approved("100", "USD")).stage())
                .isEqualTo(Stage.IMPLEMENTING);
    }

    @Test
    void a_dossier_is_accepted_with_the_day_its_appraisal_is_due() {
        given(registered(), submitted("request")).when(new AcceptDossier(PROJECT,
                List.of("donor-agreement", "project-document", "donor-status"), REGISTERED_ON))
                .records(new DossierAccepted(PROJECT, List.of("donor-agreement", "project-document", "donor-status"),
                        REGISTERED_ON.plusDays(20), "decree-313-2025", REGISTERED_ON));
    }

    @Test
    void an_amendment_keeps_what_was_approved_before_and_counts_its_version() {
        var once = given(funded().toArray(ProjectEvent[]::new));
        once.when(amend("13/QĐ-UBND", Money.of("140", "USD"))).records(amended());
        var twice = given(funded(amended()).toArray(ProjectEvent[]::new))
                .when(amend("14/QĐ-UBND", Money.of("150", "USD"))).events();
        assertThat((ApprovalAmended) twice.getFirst()).matches(event -> event.approvalVersion() == 3
                && event.before().equals(List.of(Money.of("140", "USD"))));
        given(funded(amended()).toArray(ProjectEvent[]::new)).when(disburse("140", "USD")).accepted();
    }

    @Test
    void after_a_revocation_nothing_is_approved() {
        var state = stateAfter(at(Stage.REVOKED));
        assertThat(state.total(Measure.APPROVED, Money.of("1", "USD").currency()).amount()).isEqualByComparingTo("0");
        given(at(Stage.REVOKED)).when(disburse("1", "USD"))
                .refused("stage.not-possible", "funding.exceeds-approved");
    }

    @Test
    void a_step_is_judged_by_the_rules_of_its_own_date_when_it_is_entered_years_later() {
        assertThat(RuleFiles.shipped().inForceOn(REGISTERED_ON.minusYears(3)).legalBasis()).contains("80/2020");
        var event = given(registered(), submitted("request")).when(new AcceptDossier(PROJECT,
                List.of("donor-agreement", "project-document", "donor-status"), REGISTERED_ON.minusYears(3))).events();
        assertThat(((DossierAccepted) event.getFirst()).ruleSet()).isEqualTo("decree-80-2020");
    }

    private static ProjectEvent[] at(Stage stage, ProjectEvent... since) {
        return Stream.concat(Objects.requireNonNull(AT.get(stage)).stream(), Stream.of(since))
                .toArray(ProjectEvent[]::new);
    }

    private static List<ProjectEvent> funded(ProjectEvent... since) {
        return Stream.concat(Stream.of(registered(), approved("100", "USD")), Stream.of(since)).toList();
    }

    private static DossierReturned returned() {
        return new DossierReturned(PROJECT, List.of(), "no budget", REGISTERED_ON);
    }

    private static AidRefused refused() {
        return new AidRefused(PROJECT, PAPER, "UBND", "twice", APPROVED_ON);
    }

    private static ApprovalAmended amended() {
        return new ApprovalAmended(PROJECT, 2, DocumentRef.of("13/QĐ-UBND"), "UBND tỉnh An Giang", null, null,
                List.of(Money.of("100", "USD")), List.of(Money.of("140", "USD")), null, List.of(), "decree-313-2025",
                PAID_ON);
    }

    private static ApprovalRevoked revoked() {
        return new ApprovalRevoked(PROJECT, PAPER, "UBND", "idle", List.of(Money.of("100", "USD")), "decree-313-2025",
                PAID_ON);
    }
}
