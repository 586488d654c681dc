package org.aidledger.actor;

import static org.aidledger.actor.ActorFacts.*;
import static org.aidledger.testing.Scenario.TODAY;

import org.junit.jupiter.api.Test;

class LedgerActorTest {

    @Test
    void each_command_becomes_its_event() {
        given().when(grant()).records(granted());
        given(granted()).when(withdraw()).records(withdrawn());
        given(granted()).when(delegate()).records(delegated());
        given(granted(), delegated()).when(endDelegation()).records(delegationEnded());
    }

    @Test
    void what_is_withdrawn_is_neither_held_nor_delegated_any_more_and_may_be_granted_anew() {
        given(granted(), withdrawn()).when(withdraw()).refused("role.not-granted");
        given(granted(), withdrawn()).when(delegate()).refused("role.not-granted");
        given(granted(), withdrawn()).when(grant(MINH, TODAY, null)).accepted();
    }

    @Test
    void a_delegation_ends_once() {
        given(granted(), delegated(), delegationEnded()).when(endDelegation()).refused("role.delegation-unknown");
    }
}
