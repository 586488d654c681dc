package org.aidledger.project;

import java.util.Map;
import org.aidledger.event.Refusal;

/** Segregation of duties inside a project: who did one thing may not do the other. Judged only when decided here: who reports facts did not do them. */
public sealed interface DutyRefusal extends Refusal {

    /** Who submitted a dossier does not appraise it. */
    record SubmittedDossier(String actor, ProjectId project) implements DutyRefusal {
        @Override
        public String code() {
            return "segregation.submitted-dossier";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "project", project.value());
        }
    }

    /** Who appraised a dossier does not decide on it. */
    record AppraisedDossier(String actor, ProjectId project) implements DutyRefusal {
        @Override
        public String code() {
            return "segregation.appraised-dossier";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "project", project.value());
        }
    }

    /** Who proposed a payment or a correction does not carry it out. */
    record EnteredProposal(String actor, long proposal) implements DutyRefusal {
        @Override
        public String code() {
            return "segregation.entered-proposal";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "proposal", Long.toString(proposal));
        }
    }

    /** Who received goods does not value them. */
    record ReceivedGoods(String actor, long receipt) implements DutyRefusal {
        @Override
        public String code() {
            return "segregation.received-goods";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "receipt", Long.toString(receipt));
        }
    }

    /** Where the rule set says so, a payment or a correction carries out what somebody else proposed. */
    record ProposalMissing(String decree) implements DutyRefusal {
        @Override
        public String code() {
            return "segregation.proposal-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("decree", decree);
        }
    }

    /** Only what is proposed, and not yet decided on, is carried out or refused. Refused in both ways. */
    record ProposalNotOpen(ProjectId project, long proposal) implements DutyRefusal {
        @Override
        public String code() {
            return "proposal.not-open";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "proposal", Long.toString(proposal));
        }
    }
}
