package org.aidledger.actor;

import static org.aidledger.testing.Scenario.TODAY;

import java.time.LocalDate;
import org.aidledger.actor.ActorCommand.EndDelegation;
import org.aidledger.actor.ActorCommand.GiveDelegation;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorCommand.WithdrawRole;
import org.aidledger.actor.ActorEvent.DelegationEnded;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorEvent.RoleWithdrawn;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.testing.Scenario;
import org.jspecify.annotations.Nullable;

/** The vocabulary of tests on an actor's roles, about those of minh; who acts in every scenario administers them. */
public final class ActorFacts {

    public static final ActorStreamId MINH = new ActorStreamId("ACT-minh");
    public static final ActorId HOA = new ActorId("hoa");
    public static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    public static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);

    private static final DocumentRef DECISION = DocumentRef.of("3/QĐ");

    private ActorFacts() {
    }

    public static Scenario<ActorCommand, ActorEvent> given(ActorEvent... past) {
        return Scenario.of(LedgerActor.class, LedgerActors.COMMAND_NAME, past);
    }

    /** The tag by which an actor is known to have entered something that is no role. */
    public static Tag posts(String actor) {
        return Tag.posts(actor);
    }

    public static RoleGranted granted() {
        return new RoleGranted(MINH, GrantedRole.APPROVER, FROM, UNTIL, DECISION, TODAY);
    }

    public static RoleWithdrawn withdrawn() {
        return new RoleWithdrawn(MINH, GrantedRole.APPROVER, DECISION, TODAY);
    }

    public static DelegationGiven delegated() {
        return delegated(HOA, TODAY);
    }

    public static DelegationGiven delegated(ActorId delegate, LocalDate from) {
        return new DelegationGiven(MINH, delegate, GrantedRole.APPROVER, from, TODAY.plusDays(14), DECISION, TODAY);
    }

    public static DelegationEnded delegationEnded() {
        return new DelegationEnded(MINH, HOA, GrantedRole.APPROVER, DECISION, TODAY);
    }

    public static GrantRole grant() {
        return grant(MINH, FROM, UNTIL);
    }

    public static GrantRole grant(ActorStreamId subject, LocalDate from, @Nullable LocalDate until) {
        return new GrantRole(subject, GrantedRole.APPROVER, from, until, DECISION, TODAY);
    }

    public static WithdrawRole withdraw() {
        return new WithdrawRole(MINH, GrantedRole.APPROVER, DECISION, TODAY);
    }

    public static GiveDelegation delegate() {
        return delegate(HOA, TODAY.plusDays(14));
    }

    public static GiveDelegation delegate(ActorId delegate, LocalDate until) {
        return new GiveDelegation(MINH, delegate, GrantedRole.APPROVER, TODAY, until, DECISION, TODAY);
    }

    public static EndDelegation endDelegation() {
        return new EndDelegation(MINH, HOA, GrantedRole.APPROVER, DECISION, TODAY);
    }
}
