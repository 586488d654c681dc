package org.aidledger.inspection;

import static org.aidledger.inspection.InspectionFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

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
        given().where(acted("minh"), 3).where(acted(Scenario.ACTOR), 0).when(open())
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
}
