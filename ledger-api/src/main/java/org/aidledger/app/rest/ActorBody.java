package org.aidledger.app.rest;

import java.time.LocalDate;
import org.aidledger.actor.ActorCommand;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.document.DocumentRef;
import org.jspecify.annotations.Nullable;

/** What the commands on an actor's roles are told by, one record a route. */
sealed interface ActorBody extends CommandBody {

    ActorCommand command(ActorStreamId subject);

    record Grant(GrantedRole role, LocalDate from, @Nullable LocalDate until, DocumentRef decision,
            LocalDate effectiveDate, @Nullable String reason) implements ActorBody {
        @Override
        public ActorCommand command(ActorStreamId subject) {
            return new ActorCommand.GrantRole(subject, role, from, until, decision, effectiveDate);
        }
    }

    record Withdrawal(GrantedRole role, DocumentRef decision, LocalDate effectiveDate, @Nullable String reason)
            implements ActorBody {
        @Override
        public ActorCommand command(ActorStreamId subject) {
            return new ActorCommand.WithdrawRole(subject, role, decision, effectiveDate);
        }
    }

    record Delegation(ActorId delegate, GrantedRole role, LocalDate from, LocalDate until, DocumentRef decision,
            LocalDate effectiveDate, @Nullable String reason) implements ActorBody {
        @Override
        public ActorCommand command(ActorStreamId subject) {
            return new ActorCommand.GiveDelegation(subject, delegate, role, from, until, decision, effectiveDate);
        }
    }

    record DelegationEnd(ActorId delegate, GrantedRole role, DocumentRef decision, LocalDate effectiveDate,
            @Nullable String reason) implements ActorBody {
        @Override
        public ActorCommand command(ActorStreamId subject) {
            return new ActorCommand.EndDelegation(subject, delegate, role, decision, effectiveDate);
        }
    }
}
