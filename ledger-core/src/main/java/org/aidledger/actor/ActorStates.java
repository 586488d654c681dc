package org.aidledger.actor;

/** What was granted and delegated by somebody, as the log has it now. */
@FunctionalInterface
public interface ActorStates {

    ActorState of(ActorId actor);
}
