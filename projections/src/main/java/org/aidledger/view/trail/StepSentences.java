package org.aidledger.view.trail;

import java.util.List;
import java.util.stream.Collectors;
import org.aidledger.project.DossierItem;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.LifeEvent.ProjectCancelled;
import org.aidledger.project.LifeEvent.ProjectClosed;
import org.aidledger.project.LifeEvent.ProjectCompleted;
import org.aidledger.project.LifeEvent.ProjectHandedOver;
import org.aidledger.project.LifeEvent.ProjectReopened;
import org.aidledger.project.LifeEvent.ProjectResumed;
import org.aidledger.project.LifeEvent.ProjectSettled;
import org.aidledger.project.LifeEvent.ProjectSuspended;
import org.aidledger.project.ProcedureEvent;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProposalEvent;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementProposed;
import org.aidledger.project.ProposalEvent.DisbursementRefused;
import org.aidledger.project.StatementEvent;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.project.StatementEvent.PeriodicReportFiled;
import org.jspecify.annotations.Nullable;

/** Says the steps of a project: its dossier and decisions, its course, what is proposed and what is stated. */
final class StepSentences {

    private final Sentences sentences;
    private final @Nullable Long refersTo;

    /** @param refersTo index of the event that the said one names by its version, where it names one */
    StepSentences(Sentences sentences, @Nullable Long refersTo) {
        this.sentences = sentences;
        this.refersTo = refersTo;
    }

    String say(ProcedureEvent event) {
        return switch (event) {
            case DossierSubmitted e -> with("documents", e.items().stream().map(DossierItem::type)
                    .collect(Collectors.joining(", "))).say("trail.dossier-submitted");
            case DossierReturned e -> missing(with("reason", e.reason()), e.missing()).say("trail.dossier-returned");
            case DossierAccepted e -> missing(with("ruleSet", e.ruleSet()), e.missing())
                    .clause("due", e.appraisalDue() == null ? null : sentences.date(e.appraisalDue()))
                    .say("trail.dossier-accepted");
            case OpinionRequested e -> with("agency", String.valueOf(Sentences.name(e.agency())))
                    .clause("due", e.due() == null ? null : sentences.date(e.due())).say("trail.opinion-requested");
            case OpinionReceived e -> with("event", Sentences.number(refersTo))
                    .and("position", sentences.word("trail.position", e.position())).clause("remark", e.text())
                    .say("trail.opinion-received");
            case AppraisalConcluded e -> with("result", sentences.word("trail.appraisal", e.result()))
                    .and("document", e.report().reference()).clause("remark", e.remark())
                    .say("trail.appraisal-concluded");
            case AidRefused e -> with("document", e.decision().reference()).and("authority", e.authority())
                    .and("reason", e.reason()).say("trail.aid-refused");
            case ApprovalAmended e -> with("version", e.approvalVersion()).and("before", sentences.list(e.before()))
                    .and("money", sentences.list(e.approved())).and("document", e.decision().reference())
                    .and("authority", e.authority()).clause("signer", e.signer()).say("trail.approval-amended");
            case ApprovalRevoked e -> with("money", sentences.list(e.before()))
                    .and("document", e.decision().reference()).and("authority", e.authority())
                    .and("reason", e.reason()).say("trail.approval-revoked");
        };
    }

    String say(LifeEvent event) {
        return switch (event) {
            case ProjectSuspended e -> with("document", e.decision().reference()).and("reason", e.reason())
                    .say("trail.project-suspended");
            case ProjectResumed e -> with("document", e.decision().reference()).say("trail.project-resumed");
            case ProjectCompleted e -> with("document", e.report().reference()).say("trail.project-completed");
            case ProjectHandedOver e -> with("document", e.minutes().reference())
                    .and("to", String.valueOf(Sentences.name(e.to()))).say("trail.project-handed-over");
            case ProjectSettled e -> with("document", e.decision().reference()).say("trail.project-settled");
            case ProjectClosed e -> with("document", e.decision().reference()).say("trail.project-closed");
            case ProjectReopened e -> with("document", e.order().reference()).and("reason", e.reason())
                    .say("trail.project-reopened");
            case ProjectCancelled e -> with("document", e.decision().reference()).and("reason", e.reason())
                    .say("trail.project-cancelled");
        };
    }

    String say(ProposalEvent event) {
        return switch (event) {
            case DisbursementProposed e -> with("money", sentences.money(e.money()))
                    .clause("to", Sentences.name(e.to())).clause("account", e.moneyAccount())
                    .say(Sentences.code("trail.disbursement-proposed", e.purpose()));
            case DisbursementRefused e -> with("event", Sentences.number(refersTo)).and("reason", e.reason())
                    .say("trail.disbursement-refused");
            case CorrectionProposed e -> with("event", Sentences.number(refersTo)).and("note", e.noteNumber())
                    .and("reason", sentences.word("trail.reason", e.reasonCode())).and("text", e.reasonText())
                    .and("reentered", e.reentry() == null ? "-" : sentences.dated(e.reentry()))
                    .say("trail.correction-proposed");
        };
    }

    String say(StatementEvent event) {
        return switch (event) {
            case AidConfirmed e -> with("money", sentences.money(e.confirmed()))
                    .and("event", Sentences.number(refersTo)).and("agency", String.valueOf(Sentences.name(e.agency())))
                    .and("document", e.confirmation().reference()).say("trail.aid-confirmed");
            case PeriodicReportFiled e -> with("kind", sentences.word("trail.report", e.kind()))
                    .and("from", sentences.date(e.from())).and("to", sentences.date(e.to()))
                    .and("money", e.disbursed().isEmpty() ? "-" : sentences.list(e.disbursed()))
                    .and("document", e.report().reference()).say("trail.periodic-report-filed");
            case FactAmended e -> with("event", Sentences.number(refersTo)).and("field", e.field())
                    .and("was", quoted(e.was())).and("becomes", quoted(e.becomes())).and("text", e.reason())
                    .say("trail.fact-amended");
        };
    }

    private static String quoted(@Nullable String said) {
        return said == null ? "-" : '"' + said + '"';
    }

    private Sentences.Arguments missing(Sentences.Arguments arguments, List<String> missing) {
        return arguments.clause("missing", missing.isEmpty() ? null : String.join(", ", missing));
    }

    private Sentences.Arguments with(String name, Object value) {
        return sentences.with(name, value);
    }
}
