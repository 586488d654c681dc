package org.aidledger.inspection;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;

/** The rules of a post-inspection, one record a rule; all are strict. */
public sealed interface InspectionRefusal extends Refusal {

    /** An inspection happens in this ledger; a report of one made elsewhere is a document. */
    record NotReportable(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.not-reportable";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** Who took part in a project may not inspect it: nobody judges what they entered themselves. */
    record ActedInProject(String member, String project) implements InspectionRefusal {
        @Override
        public String code() {
            return "segregation.acted-in-project";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("member", member, "project", project);
        }
    }

    /** Only the team named on opening checks, raises findings and concludes. */
    record NotOnTeam(String actor, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "segregation.not-on-team";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "inspection", inspection.value());
        }
    }

    /** After the conclusion nothing is added. */
    record Concluded(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.concluded";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** An inspection inspects at least one project. */
    record NoProject(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.no-project";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** An inspection has a team. */
    record NoTeam(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.no-team";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** Members times projects stay within what one append can carry; a larger scope is split into inspections. */
    record TooLarge(InspectionId inspection, int pairsMax) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.too-large";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value(), "max", Integer.toString(pairsMax));
        }
    }

    /** The frozen checkpoint is one of this log's past or present. */
    record FrozenAhead(long frozen, long logSize) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.frozen-ahead";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("frozen", Long.toString(frozen), "size", Long.toString(logSize));
        }
    }

    /** Checks and findings are about the projects named on opening. */
    record OutOfScope(String project, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.out-of-scope";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project, "inspection", inspection.value());
        }
    }

    /** A finding cites the events it judges. */
    record NothingCited(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.nothing-cited";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** What is cited exists. */
    record CitedUnknown(long cited, long logSize) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.cited-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("cited", Long.toString(cited), "size", Long.toString(logSize));
        }
    }

    /** A check names its item, a finding and a conclusion say something. */
    record TextMissing(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.text-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** A seed opens an inspection that was planned with its digest. */
    record NotPlanned(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.not-planned";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** A planned inspection is opened by its seed, and by nothing else. */
    record Planned(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.planned";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** An abandoned plan stays abandoned; another inspection is planned. */
    record Abandoned(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.abandoned";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** A plan is given up before it is opened; afterwards the inspection is concluded. */
    record AlreadyOpened(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.already-opened";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** An inspection begins when it is opened. */
    record NotOpened(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.not-opened";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** The seed is the one whose digest the plan gave. */
    record SeedWrong(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.seed-wrong";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** A plan gives the SHA-256 of its seed. */
    record SeedDigestMalformed(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.seed-digest-malformed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** A sample has at least one project. */
    record SampleEmpty(InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.sample-empty";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("inspection", inspection.value());
        }
    }

    /** A sample is drawn on a root that nobody knew when the seed was chosen. */
    record FrozenBeforePlan(long frozen, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.frozen-before-plan";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("frozen", Long.toString(frozen), "inspection", inspection.value());
        }
    }

    /** What follows a finding follows one that was raised. */
    record FindingUnknown(int finding, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.finding-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("finding", Integer.toString(finding), "inspection", inspection.value());
        }
    }

    /** What is done and verified was agreed. */
    record ActionUnknown(int action, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.action-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("action", Integer.toString(action), "inspection", inspection.value());
        }
    }

    /** What is verified is said to be done. */
    record ActionNotDone(int action, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.action-not-done";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("action", Integer.toString(action), "inspection", inspection.value());
        }
    }

    /** A verified action is settled. */
    record ActionVerifiedAlready(int action, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.action-verified";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("action", Integer.toString(action), "inspection", inspection.value());
        }
    }

    /** Who raised a finding does not verify its corrective action. */
    record RaisedFinding(String actor, int finding, InspectionId inspection) implements InspectionRefusal {
        @Override
        public String code() {
            return "segregation.raised-finding";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("actor", actor, "finding", Integer.toString(finding), "inspection", inspection.value());
        }
    }

    /** What is to be done is due after it was decided. */
    record DueBefore(LocalDate due, LocalDate agreed) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.due-before";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("due", due.toString(), "agreed", agreed.toString());
        }
    }

    /** Only money is recovered. */
    record RecoveryNotPositive(Money money) implements InspectionRefusal {
        @Override
        public String code() {
            return "inspection.recovery-not-positive";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("money", money.toString());
        }
    }
}
