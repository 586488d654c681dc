package org.aidledger.actor;

import java.time.LocalDate;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** What can be asked about an actor's roles. */
public sealed interface ActorCommand extends LedgerCommand {

    ActorStreamId subject();

    @Override
    default String stream() {
        return subject().value();
    }

    LocalDate effectiveDate();

    record GrantRole(ActorStreamId subject, GrantedRole role, LocalDate from, @Nullable LocalDate until,
            DocumentRef decision, LocalDate effectiveDate) implements ActorCommand {
    }

    record WithdrawRole(ActorStreamId subject, GrantedRole role, DocumentRef decision, LocalDate effectiveDate)
            implements ActorCommand {
    }

    record GiveDelegation(ActorStreamId subject, ActorId delegate, GrantedRole role, LocalDate from, LocalDate until,
            DocumentRef decision, LocalDate effectiveDate) implements ActorCommand {
    }

    record EndDelegation(ActorStreamId subject, ActorId delegate, GrantedRole role, DocumentRef decision,
            LocalDate effectiveDate) implements ActorCommand {
    }
}
