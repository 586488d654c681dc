package org.aidledger.inspection;

import java.util.Map;
import org.aidledger.event.Refusal;

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
}
