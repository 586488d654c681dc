package org.aidledger.project;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;

/** The rules of the steps of a project: its dossier, the decisions on it, its course and what is stated about it; one record a rule. */
public sealed interface StepRefusal extends Refusal {

    /** A step is possible at some stages of a project only. */
    record NotAtThisStage(ProjectId project, Stage stage, String possible) implements StepRefusal {
        @Override
        public String code() {
            return "stage.not-possible";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "stage", stage.name(), "possible", possible);
        }
    }

    /** A dossier consists of documents. */
    record DossierEmpty(ProjectId project) implements StepRefusal {
        @Override
        public String code() {
            return "dossier.empty";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value());
        }
    }

    /** What the decree asks for is submitted, or named as still to come. */
    record DocumentMissing(String document, String decree, String article) implements StepRefusal {
        @Override
        public String code() {
            return "dossier.document-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("document", document, "decree", decree, "article", article);
        }
    }

    /** What was to come later has come before the approval. */
    record DossierIncomplete(String documents, String decree, String article) implements StepRefusal {
        @Override
        public String code() {
            return "dossier.incomplete";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("documents", documents, "decree", decree, "article", article);
        }
    }

    /** Who returns, refuses, revokes, suspends, cancels, reopens or amends says why. */
    record StepReasonMissing(ProjectId project) implements StepRefusal {
        @Override
        public String code() {
            return "step.reason-missing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value());
        }
    }

    /** An opinion answers a request that none answered yet. */
    record OpinionNotAsked(ProjectId project, long request) implements StepRefusal {
        @Override
        public String code() {
            return "opinion.not-asked";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "request", Long.toString(request));
        }
    }

    /** An agency has until some day after it is asked. */
    record OpinionDueEarly(LocalDate due, LocalDate date) implements StepRefusal {
        @Override
        public String code() {
            return "opinion.due-before-request";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("due", due.toString(), "date", date.toString());
        }
    }

    /** An appraisal ends within the time the decree sets. Noted in both ways: what is late is recorded all the same. */
    record AppraisalLate(LocalDate date, LocalDate due, String decree, String article) implements StepRefusal {
        @Override
        public String code() {
            return "deadline.appraisal";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("date", date.toString(), "due", due.toString(), "decree", decree, "article", article);
        }
    }

    /** Emergency relief is approved within the time the decree sets. Noted in both ways. */
    record EmergencyApprovalLate(LocalDate date, LocalDate due, String decree, String article) implements StepRefusal {
        @Override
        public String code() {
            return "deadline.emergency-approval";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("date", date.toString(), "due", due.toString(), "decree", decree, "article", article);
        }
    }

    /** A periodic report is filed within the time the decree sets. Noted in both ways. */
    record ReportLate(LocalDate date, LocalDate due, String decree, String article) implements StepRefusal {
        @Override
        public String code() {
            return "deadline.report";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("date", date.toString(), "due", due.toString(), "decree", decree, "article", article);
        }
    }

    /** Aid is approved after an appraisal that speaks for it; emergency relief needs none. */
    record NotAppraised(ProjectId project) implements StepRefusal {
        @Override
        public String code() {
            return "approval.not-appraised";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value());
        }
    }

    /** The approving authority goes by what the aid is about. */
    record WrongAuthority(String asked, String competent, String decree, String article) implements StepRefusal {
        @Override
        public String code() {
            return "approval.wrong-authority";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("asked", asked, "competent", competent, "decree", decree, "article", article);
        }
    }

    /** An amendment approves no less than is disbursed already. */
    record BelowDisbursed(Money approved, Money disbursed) implements StepRefusal {
        @Override
        public String code() {
            return "approval.below-disbursed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("approved", approved.toString(), "disbursed", disbursed.toString());
        }
    }

    /** An approval is revoked when it has lain idle for the time the decree sets. */
    record NotIdle(LocalDate date, LocalDate idle, String decree, String article) implements StepRefusal {
        @Override
        public String code() {
            return "approval.not-idle";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("date", date.toString(), "idle", idle.toString(), "decree", decree, "article", article);
        }
    }

    /** A project is settled when its advances are accounted for. */
    record AdvancesOutstanding(Money outstanding) implements StepRefusal {
        @Override
        public String code() {
            return "settlement.advances-outstanding";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("outstanding", outstanding.toString());
        }
    }

    /** A project is closed when its accounts are empty. */
    record CashLeft(String account, Money cash) implements StepRefusal {
        @Override
        public String code() {
            return "closure.cash-left";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("account", account, "cash", cash.toString());
        }
    }

    /** A project is closed when none of its goods are left. */
    record GoodsLeft(ProjectId project) implements StepRefusal {
        @Override
        public String code() {
            return "closure.goods-left";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value());
        }
    }

    /** What is confirmed is aid received. */
    record NotAReceipt(ProjectId project, long entry) implements StepRefusal {
        @Override
        public String code() {
            return "confirmation.not-a-receipt";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("project", project.value(), "entry", Long.toString(entry));
        }
    }

    /** A period ends on or after the day it begins. */
    record PeriodReversed(LocalDate from, LocalDate to) implements StepRefusal {
        @Override
        public String code() {
            return "report.period-reversed";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("from", from.toString(), "to", to.toString());
        }
    }

    /** What is amended is a fact of the registration, or of an entry that is on record. */
    record FieldUnknown(String field) implements StepRefusal {
        @Override
        public String code() {
            return "fact.field-unknown";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("field", field);
        }
    }

    /** Who amends a fact knows what it was. */
    record FactDifferent(String field, String was, String stated) implements StepRefusal {
        @Override
        public String code() {
            return "fact.was-different";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("field", field, "was", was, "stated", stated);
        }
    }

    /** An amendment changes the fact. */
    record FactUnchanged(String field) implements StepRefusal {
        @Override
        public String code() {
            return "fact.changes-nothing";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of("field", field);
        }
    }
}
