package org.aidledger.actor;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.event.Refusal;

/** The rules of roles and delegations, one record a rule; all are strict. */
public sealed interface ActorRefusal extends Refusal {

    /** Roles are granted in this ledger; a grant made elsewhere is a document. */
    record NotReportable(ActorStreamId stream) implements ActorRefusal {
        @Override
        public String code() {
            return "role.not-reportable";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("stream", stream.value());
        }
    }

    /** Nobody grants, withdraws or ends roles of their own. */
    record OwnRole(String administrator) implements ActorRefusal {
        @Override
        public String code() {
            return "segregation.own-role";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("administrator", administrator);
        }
    }

    /** Who has entered anything into the ledger does not administer its users. */
    record AdministratorPosts(String administrator) implements ActorRefusal {
        @Override
        public String code() {
            return "segregation.administrator-posts";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("administrator", administrator);
        }
    }

    /** Who administers users enters nothing else into the ledger. */
    record Administers(String actor) implements ActorRefusal {
        @Override
        public String code() {
            return "segregation.administers";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor);
        }
    }

    /** A role or delegation ends after it begins. */
    record DatesReversed(LocalDate from, LocalDate until) implements ActorRefusal {
        @Override
        public String code() {
            return "role.dates-reversed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "until", until.toString());
        }
    }

    /** A role is granted once for a day. */
    record AlreadyGranted(GrantedRole role, ActorStreamId stream) implements ActorRefusal {
        @Override
        public String code() {
            return "role.already-granted";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("role", role.name(), "stream", stream.value());
        }
    }

    /** Only a role that is held is withdrawn, and delegated only while it is held. */
    record NotGranted(GrantedRole role, ActorStreamId stream) implements ActorRefusal {
        @Override
        public String code() {
            return "role.not-granted";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("role", role.name(), "stream", stream.value());
        }
    }

    /** A role is delegated to somebody else. */
    record DelegatesToSelf(ActorStreamId stream) implements ActorRefusal {
        @Override
        public String code() {
            return "role.delegates-to-self";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("stream", stream.value());
        }
    }

    /** Only a delegation that was given ends. */
    record DelegationUnknown(GrantedRole role, ActorId delegate) implements ActorRefusal {
        @Override
        public String code() {
            return "role.delegation-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("role", role.name(), "delegate", delegate.value());
        }
    }
}
