package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aidledger.event.Decision;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;
import org.aidledger.project.DutyRefusal.SubmittedDossier;
import org.aidledger.project.LifeEvent.ProjectCancelled;
import org.aidledger.project.LifeEvent.ProjectClosed;
import org.aidledger.project.LifeEvent.ProjectReopened;
import org.aidledger.project.LifeEvent.ProjectSettled;
import org.aidledger.project.LifeEvent.ProjectSuspended;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProjectRefusal.DecisionNumberUsed;
import org.aidledger.project.ProjectRefusal.EntryUnknown;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.project.StatementEvent.PeriodicReportFiled;
import org.aidledger.project.StepRefusal.AdvancesOutstanding;
import org.aidledger.project.StepRefusal.AppraisalLate;
import org.aidledger.project.StepRefusal.CashLeft;
import org.aidledger.project.StepRefusal.DossierEmpty;
import org.aidledger.project.StepRefusal.FactDifferent;
import org.aidledger.project.StepRefusal.FactUnchanged;
import org.aidledger.project.StepRefusal.FieldUnknown;
import org.aidledger.project.StepRefusal.GoodsLeft;
import org.aidledger.project.StepRefusal.NotAReceipt;
import org.aidledger.project.StepRefusal.OpinionDueEarly;
import org.aidledger.project.StepRefusal.OpinionNotAsked;
import org.aidledger.project.StepRefusal.PeriodReversed;
import org.aidledger.project.StepRefusal.ReportLate;
import org.aidledger.project.StepRefusal.StepReasonMissing;
import org.aidledger.rules.Deadline;
import org.aidledger.rules.RuleSet;
import org.aidledger.rules.Term;
import org.jspecify.annotations.Nullable;

/** Steps of the procedure and of a project's course, and statements: recorded as they are told, when the rules allow it. */
final class Steps {

    private Steps() {
    }

    static Decision<ProjectEvent> decide(ProjectState state, ProjectEvent told, ProjectContext context) {
        ProjectEvent step = told instanceof OpinionRequested request && request.due() == null ? due(request, context)
                : told;
        var broken = new ArrayList<Refusal>(2);
        List<Refusal> late = List.of();
        ProjectDecisions.segregation(step.project(), context, broken);
        switch (step) {
            case AppraisalConcluded e -> {
                broken.addAll(context.duties(state.procedure().submitters(), e.effectiveDate(),
                        actor -> new SubmittedDossier(actor, e.project())));
                late = late(state, e, context);
            }
            case AidRefused e -> broken.addAll(Approvals.appraisers(state, e.project(), e.effectiveDate(), context));
            case PeriodicReportFiled e -> late = late(e, context);
            case ProjectEvent e -> {
                // Nobody is barred from it, and no time is set for it.
            }
        }
        ProjectDecisions.stage(state, step, broken);
        switch (step) {
            case ProcedureEvent e -> procedure(state, e, broken);
            case LifeEvent e -> life(state, e, broken);
            case StatementEvent e -> statement(state, e, context, broken);
            case ProjectEvent e -> throw new IllegalArgumentException(e + " has a command of its own");
        }
        EntryRules.notInFuture(step.effectiveDate(), context, broken);
        return Verdict.of(state, step, broken, late, context);
    }

    /** The due day that the rule set gives, where it gives one and the request does not. */
    private static OpinionRequested due(OpinionRequested e, ProjectContext context) {
        return new OpinionRequested(e.project(), e.agency(),
                context.rules().dueFrom(Deadline.OPINION, e.effectiveDate()), e.letter(), e.effectiveDate());
    }

    private static List<Refusal> late(ProjectState state, AppraisalConcluded e, ProjectContext context) {
        LocalDate due = state.procedure().appraisalDue();
        RuleSet rules = context.rules().inForceOn(e.effectiveDate());
        Term term = rules.term(Deadline.APPRAISAL);
        return due == null || term == null || !e.effectiveDate().isAfter(due) ? List.of()
                : List.of(new AppraisalLate(e.effectiveDate(), due, rules.legalBasis(), term.article()));
    }

    private static List<Refusal> late(PeriodicReportFiled e, ProjectContext context) {
        RuleSet rules = context.rules().inForceOn(e.to());
        Term term = rules.term(Deadline.PERIODIC_REPORT);
        LocalDate due = context.rules().dueFrom(Deadline.PERIODIC_REPORT, e.to());
        return due == null || term == null || !e.effectiveDate().isAfter(due) ? List.of()
                : List.of(new ReportLate(e.effectiveDate(), due, rules.legalBasis(), term.article()));
    }

    private static void procedure(ProjectState state, ProcedureEvent event, List<Refusal> broken) {
        switch (event) {
            case DossierSubmitted e -> {
                if (e.items().isEmpty()) {
                    broken.add(new DossierEmpty(e.project()));
                }
            }
            case DossierReturned e -> reason(e.project(), e.reason(), broken);
            case OpinionRequested e -> {
                if (e.due() != null && e.due().isBefore(e.effectiveDate())) {
                    broken.add(new OpinionDueEarly(e.due(), e.effectiveDate()));
                }
            }
            case OpinionReceived e -> {
                if (state.procedure().openRequest(e.request()) == null) {
                    broken.add(new OpinionNotAsked(e.project(), e.request()));
                }
            }
            case AidRefused e -> {
                if (state.procedure().hasDecision(e.decision().reference())) {
                    broken.add(new DecisionNumberUsed(e.decision().reference()));
                }
                reason(e.project(), e.reason(), broken);
            }
            case ProcedureEvent e -> {
                // Nothing to judge besides the stage.
            }
        }
    }

    private static void life(ProjectState state, LifeEvent event, List<Refusal> broken) {
        switch (event) {
            case ProjectSuspended e -> reason(e.project(), e.reason(), broken);
            case ProjectCancelled e -> reason(e.project(), e.reason(), broken);
            case ProjectReopened e -> reason(e.project(), e.reason(), broken);
            case ProjectSettled e -> state.balances().forEach((slot, money) -> {
                if (slot.measure() == Measure.ADVANCES && money.amount().signum() != 0) {
                    broken.add(new AdvancesOutstanding(money));
                }
            });
            case ProjectClosed e -> closed(state, e, broken);
            case LifeEvent e -> {
                // Nothing to judge besides the stage.
            }
        }
    }

    private static void closed(ProjectState state, ProjectClosed closed, List<Refusal> broken) {
        state.balances().forEach((slot, money) -> {
            if (slot.measure() == Measure.CASH && slot.part() != null && money.amount().signum() != 0) {
                broken.add(new CashLeft(slot.part(), money));
            }
        });
        if (state.stock().hasGoods()) {
            broken.add(new GoodsLeft(closed.project()));
        }
    }

    private static void statement(ProjectState state, StatementEvent event, ProjectContext context,
            List<Refusal> broken) {
        switch (event) {
            case AidConfirmed e -> {
                if (!isReceipt(state.standing(e.entry()))) {
                    broken.add(new NotAReceipt(e.project(), e.entry()));
                }
                EntryRules.money(e.confirmed(), context, broken);
            }
            case PeriodicReportFiled e -> {
                if (e.to().isBefore(e.from())) {
                    broken.add(new PeriodReversed(e.from(), e.to()));
                }
                for (Money money : e.disbursed()) {
                    EntryRules.listed(money, broken);
                }
            }
            case FactAmended e -> amended(state, e, broken);
        }
    }

    private static boolean isReceipt(ProjectEvent.@Nullable Movement entry) {
        return entry instanceof ProjectEvent.FundsReceived || entry instanceof GoodsEvent.GoodsReceived
                || entry instanceof MoneyEvent.ServicesReceived;
    }

    private static void amended(ProjectState state, FactAmended e, List<Refusal> broken) {
        Long entry = e.entry();
        if (entry == null && !state.facts().has(e.field())) {
            broken.add(new FieldUnknown(e.field()));
        } else if (entry == null && !Objects.equals(state.facts().value(e.field()), e.was())) {
            broken.add(new FactDifferent(e.field(), text(state.facts().value(e.field())), text(e.was())));
        } else if (entry != null && state.standing(entry) == null) {
            broken.add(new EntryUnknown(e.project(), entry));
        }
        if (Objects.equals(e.was(), e.becomes())) {
            broken.add(new FactUnchanged(e.field()));
        }
        reason(e.project(), e.reason(), broken);
    }

    private static String text(@Nullable String value) {
        return value == null ? "-" : value;
    }

    private static void reason(ProjectId project, String reason, List<Refusal> broken) {
        if (reason.isBlank()) {
            broken.add(new StepReasonMissing(project));
        }
    }
}
