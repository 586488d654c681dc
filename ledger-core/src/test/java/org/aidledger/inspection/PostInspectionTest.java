package org.aidledger.inspection;

import static org.aidledger.inspection.InspectionFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;

class PostInspectionTest {

    @Test
    void each_command_becomes_its_event() {
        given().when(open()).records(opened());
        given(opened()).when(check()).records(checked());
        given(opened(), checked()).when(raise(3L)).records(found(1));
        given(opened(), checked(), found(1)).when(conclude()).records(concluded());
    }

    @Test
    void findings_are_numbered_from_one() {
        given(opened(), found(1), checked(), found(2)).when(raise(3L)).records(found(3));
    }

    @Test
    void opening_again_with_the_same_facts_changes_nothing() {
        given(opened()).when(open()).changesNothing();
        given(opened(), concluded()).when(open()).changesNothing();
        given(openedWithout("minh")).when(open()).refused("stream.registered-differently");
    }

    @Test
    void nothing_is_entered_before_it_is_opened() {
        given().when(check()).refused("stream.not-registered");
        given().when(conclude()).refused("stream.not-registered");
    }

    @Test
    void an_inspection_without_findings_may_be_concluded() {
        given(opened()).when(conclude()).records(concluded());
    }

    @Test
    void each_member_who_acted_is_named() {
        given().acted("minh").acted(Scenario.ACTOR).when(open())
                .refused("segregation.acted-in-project", "segregation.acted-in-project");
    }

    @Test
    void an_entry_is_not_dated_in_the_future() {
        var tomorrow = Scenario.TODAY.plusDays(1);
        var command = new InspectionCommand.ConcludeInspection(INSPECTION, "sound", conclude().minutes(), tomorrow);
        given(opened()).when(command).refused("date.in-future");
    }

    @Test
    void who_entered_it_is_kept_beside_the_event() {
        assertThat(given(opened()).when(check()).metadata().getFirst()).containsEntry("actor", Scenario.ACTOR);
    }

    @Test
    void a_planned_inspection_opens_on_its_sample() {
        given().when(plan()).records(planned());
        given(planned()).when(openPlanned()).records(opened(), drawn());
        given(planned(), opened(), drawn()).when(openPlanned()).changesNothing();
        given(planned()).when(plan()).changesNothing();
        given(planned(), abandoned(INSPECTION)).when(abandon()).changesNothing();
    }

    @Test
    void plans_given_up_stay_listed_until_the_planner_draws_a_sample() {
        var earlier = new InspectionId("INS-EARLIER");
        var givenUp = new InspectionEvent.InspectionAbandoned(earlier, "no", List.of(earlier), Scenario.TODAY);
        var pending = new InspectionEvent.InspectionPlanned(earlier, "x", planned().population(), 1,
                planned().seedSha256(), planned().planner(), List.of(new InspectionId("INS-0")), Scenario.TODAY);
        var drawn =
                new InspectionEvent.SampleDrawn(earlier, "x", 1, List.of(new InspectionId("INS-0")), Scenario.TODAY);

        given().where(plans(), 7, givenUp).when(plan()).records(planned(earlier));
        given().where(plans(), 7, pending).when(plan()).records(planned(new InspectionId("INS-0")));
        given().where(plans(), 7, drawn).when(plan()).records(planned());
        given(planned()).where(plans(), 7, givenUp).when(abandon()).records(abandoned(earlier, INSPECTION));
        given(planned()).where(plans(), 7, givenUp).when(openPlanned()).records(opened(), drawn(earlier));
    }

    @Test
    void who_acted_in_a_sampled_project_does_not_inspect_it() {
        given(planned()).acted("minh").when(openPlanned()).refused("segregation.acted-in-project");
    }

    @Test
    void a_finding_is_followed_to_the_end() {
        var found = given(opened(), found(1));
        found.when(respond(1)).records(responded());
        found.when(agree(Scenario.TODAY.plusDays(30))).records(agreed());
        found.when(escalate()).records(escalated());
        found.when(orderRecovery("50")).records(recoveryOrdered());
        given(opened(), found(1), agreed()).when(reportDone(1)).records(done());
        given(opened(), found(1), agreed(), done()).with("actor", "minh").when(verify(1)).records(verified());
    }

    @Test
    void what_follows_a_finding_may_go_on_after_the_conclusion() {
        given(opened(), found(1), concluded()).when(agree(Scenario.TODAY)).accepted();
        given(opened(), found(1), agreed(), concluded()).when(reportDone(1)).accepted();
    }

    @Test
    void whoever_is_inspected_may_answer_but_not_verify() {
        given(opened(), found(1), agreed()).with("actor", "owner").when(respond(1)).accepted();
        given(opened(), found(1), agreed(), done()).with("actor", "owner").when(verify(1))
                .refused("segregation.not-on-team");
    }
}
