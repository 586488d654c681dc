package org.aidledger.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.actor.ActorCommand.EndDelegation;
import org.aidledger.actor.ActorCommand.GiveDelegation;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorCommand.WithdrawRole;
import org.aidledger.actor.ActorEvent.DelegationEnded;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorEvent.RoleWithdrawn;
import org.aidledger.actor.ActorRefusal.AdministratorPosts;
import org.aidledger.actor.ActorRefusal.AlreadyGranted;
import org.aidledger.actor.ActorRefusal.DatesReversed;
import org.aidledger.actor.ActorRefusal.DelegatesToSelf;
import org.aidledger.actor.ActorRefusal.DelegationUnknown;
import org.aidledger.actor.ActorRefusal.NotGranted;
import org.aidledger.actor.ActorRefusal.NotReportable;
import org.aidledger.actor.ActorRefusal.OwnRole;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.Refusal;

/** What becomes of a command: a pure function of the actor's state, the command and its context. */
public final class ActorDecisions {

    private ActorDecisions() {
    }

    /** Judges a command. Broken rules come gravest first: who acts, the role, the dates. */
    public static Decision<ActorEvent> decide(ActorState state, ActorCommand command, ActorContext context) {
        if (context.way() != Way.DECIDED) {
            return new Refused<>(List.of(new NotReportable(command.subject())));
        }
        var broken = new ArrayList<Refusal>(2);
        if (context.administratorPosts()) {
            broken.add(new AdministratorPosts(context.administrator().value()));
        }
        if (command.subject().actor().equals(context.administrator())) {
            broken.add(new OwnRole(context.administrator().value()));
        }
        ActorEvent event = switch (command) {
            case GrantRole c -> {
                LocalDate until = c.until() == null ? LocalDate.MAX : c.until();
                if (state.holds(c.role(), c.from(), until)) {
                    broken.add(new AlreadyGranted(c.role(), c.subject()));
                }
                ordered(c.from(), until, broken);
                yield new RoleGranted(c.subject(), c.role(), c.from(), c.until(), c.decision(), c.effectiveDate());
            }
            case WithdrawRole c -> {
                if (!state.holds(c.role(), c.effectiveDate(), LocalDate.MAX)) {
                    broken.add(new NotGranted(c.role(), c.subject()));
                }
                yield new RoleWithdrawn(c.subject(), c.role(), c.decision(), c.effectiveDate());
            }
            case GiveDelegation c -> {
                if (c.delegate().equals(c.subject().actor())) {
                    broken.add(new DelegatesToSelf(c.subject()));
                }
                if (!state.holdsThroughout(c.role(), c.from(), c.until())) {
                    broken.add(new NotGranted(c.role(), c.subject()));
                }
                ordered(c.from(), c.until(), broken);
                yield new DelegationGiven(c.subject(), c.delegate(), c.role(), c.from(), c.until(), c.decision(),
                        c.effectiveDate());
            }
            case EndDelegation c -> {
                if (!state.delegates(c.role(), c.delegate(), c.effectiveDate())) {
                    broken.add(new DelegationUnknown(c.role(), c.delegate()));
                }
                yield new DelegationEnded(c.subject(), c.delegate(), c.role(), c.decision(), c.effectiveDate());
            }
        };
        if (event.effectiveDate().isAfter(context.today())) {
            broken.add(new DateInFuture(event.effectiveDate(), context.today()));
        }
        return broken.isEmpty() ? new Accepted<>(List.of(event)) : new Refused<>(broken);
    }

    private static void ordered(LocalDate from, LocalDate until, List<Refusal> broken) {
        if (until.isBefore(from)) {
            broken.add(new DatesReversed(from, until));
        }
    }
}
