package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Decision;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.DutyRefusal.AppraisedDossier;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProjectCommand.AcceptDossier;
import org.aidledger.project.ProjectCommand.AmendApproval;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.RevokeApproval;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectRefusal.DecisionNumberUsed;
import org.aidledger.project.ProjectRefusal.DuplicateCurrency;
import org.aidledger.project.ProjectRefusal.NothingApproved;
import org.aidledger.project.StepRefusal.BelowDisbursed;
import org.aidledger.project.StepRefusal.DocumentMissing;
import org.aidledger.project.StepRefusal.DossierIncomplete;
import org.aidledger.project.StepRefusal.EmergencyApprovalLate;
import org.aidledger.project.StepRefusal.NotAppraised;
import org.aidledger.project.StepRefusal.NotIdle;
import org.aidledger.project.StepRefusal.StepReasonMissing;
import org.aidledger.project.StepRefusal.WrongAuthority;
import org.aidledger.rules.Authority;
import org.aidledger.rules.AuthorityLevel;
import org.aidledger.rules.Deadline;
import org.aidledger.rules.RequiredDocuments;
import org.aidledger.rules.RuleSet;
import org.aidledger.rules.Term;
import org.jspecify.annotations.Nullable;

/** The dossier taken up, and the decisions on it, each judged by the rule set in force on its own date. */
final class Approvals {

    private Approvals() {
    }

    static Decision<ProjectEvent> acceptDossier(ProjectState state, AcceptDossier c, ProjectContext context) {
        RuleSet rules = context.rules().inForceOn(c.effectiveDate());
        var accepted = new DossierAccepted(c.project(), c.missing(),
                context.rules().dueFrom(Deadline.APPRAISAL, c.effectiveDate()), rules.id(), c.effectiveDate());
        var broken = start(state, accepted, context);
        RequiredDocuments dossier = rules.dossier();
        for (String type : dossier.types()) {
            if (!state.procedure().submitted().contains(type) && !c.missing().contains(type)) {
                broken.add(new DocumentMissing(type, rules.legalBasis(), dossier.article()));
            }
        }
        EntryRules.notInFuture(c.effectiveDate(), context, broken);
        return Verdict.of(state, accepted, broken, context);
    }

    static Decision<ProjectEvent> approve(ProjectState state, ApproveAid c, ProjectContext context) {
        RuleSet rules = context.rules().inForceOn(c.effectiveDate());
        var approved = new AidApproved(c.project(), c.decision(), c.authority(), c.level(), c.signer(), c.approved(),
                c.counterpart(), c.places(), rules.id(), c.effectiveDate());
        var broken = new ArrayList<Refusal>(2);
        ProjectDecisions.segregation(c.project(), context, broken);
        broken.addAll(appraisers(state, c.project(), c.effectiveDate(), context));
        boolean emergency = state.kind() == AidKind.EMERGENCY_RELIEF;
        ProjectDecisions.stage(state, approved, broken);
        if (state.stage() == Stage.UNDER_APPRAISAL) {
            if (!state.procedure().isFavourable() && !emergency) {
                broken.add(new NotAppraised(c.project()));
            }
            List<String> missing = state.procedure().stillMissing();
            if (!missing.isEmpty()) {
                broken.add(new DossierIncomplete(String.join(", ", missing), rules.legalBasis(),
                        rules.dossier().article()));
            }
        }
        competent(state, c.level(), rules, broken);
        decision(state, c.decision(), c.approved(), c.effectiveDate(), context, broken);
        return Verdict.of(state, approved, broken, emergency ? late(state, c.effectiveDate(), context) : List.of(),
                context);
    }

    /** Counted from the day the relief was registered, which is when its pledge was known here. */
    private static List<Refusal> late(ProjectState state, LocalDate date, ProjectContext context) {
        var registration = state.registration();
        if (registration == null) {
            return List.of();
        }
        LocalDate start = registration.effectiveDate();
        RuleSet rules = context.rules().inForceOn(start);
        Term term = rules.term(Deadline.EMERGENCY_APPROVAL);
        LocalDate due = context.rules().dueFrom(Deadline.EMERGENCY_APPROVAL, start);
        return term == null || due == null || !date.isAfter(due) ? List.of()
                : List.of(new EmergencyApprovalLate(date, due, rules.legalBasis(), term.article()));
    }

    static Decision<ProjectEvent> amend(ProjectState state, AmendApproval c, ProjectContext context) {
        RuleSet rules = context.rules().inForceOn(c.effectiveDate());
        List<Money> before = state.procedure().approved();
        var amended = new ApprovalAmended(c.project(), state.procedure().approvalVersion() + 1, c.decision(),
                c.authority(), c.level(), c.signer(), before, c.approved(), c.counterpart(), c.places(), rules.id(),
                c.effectiveDate());
        var broken = start(state, amended, context);
        competent(state, c.level(), rules, broken);
        for (Money was : before) {
            Money becomes = c.approved().stream().filter(money -> money.currency().equals(was.currency())).findFirst()
                    .orElse(Money.zero(was.currency()));
            Money disbursed = state.total(Measure.DISBURSED, was.currency());
            if (disbursed.exceeds(becomes)) {
                broken.add(new BelowDisbursed(becomes, disbursed));
            }
        }
        decision(state, c.decision(), c.approved(), c.effectiveDate(), context, broken);
        return Verdict.of(state, amended, broken, context);
    }

    static Decision<ProjectEvent> revoke(ProjectState state, RevokeApproval c, ProjectContext context) {
        LocalDate since = state.procedure().latestApproval();
        LocalDate from = since == null ? c.effectiveDate() : since;
        RuleSet rules = context.rules().inForceOn(from);
        var revoked = new ApprovalRevoked(c.project(), c.decision(), c.authority(), c.reason(),
                state.procedure().approved(), context.rules().inForceOn(c.effectiveDate()).id(), c.effectiveDate());
        var broken = start(state, revoked, context);
        Term term = rules.term(Deadline.IDLE_APPROVAL);
        LocalDate idle = context.rules().dueFrom(Deadline.IDLE_APPROVAL, from);
        if (since != null && term != null && idle != null && c.effectiveDate().isBefore(idle)) {
            broken.add(new NotIdle(c.effectiveDate(), idle, rules.legalBasis(), term.article()));
        }
        if (state.procedure().hasDecision(c.decision().reference())) {
            broken.add(new DecisionNumberUsed(c.decision().reference()));
        }
        if (c.reason().isBlank()) {
            broken.add(new StepReasonMissing(c.project()));
        }
        EntryRules.notInFuture(c.effectiveDate(), context, broken);
        return Verdict.of(state, revoked, broken, context);
    }

    /** Who appraised the dossier does not decide on it. */
    static List<Refusal> appraisers(ProjectState state, ProjectId project, LocalDate day, ProjectContext context) {
        return context.duties(state.procedure().appraisers(), day,
                actor -> new AppraisedDossier(actor, project));
    }

    private static List<Refusal> start(ProjectState state, ProjectEvent fact, ProjectContext context) {
        var broken = new ArrayList<Refusal>(2);
        ProjectDecisions.segregation(fact.project(), context, broken);
        ProjectDecisions.stage(state, fact, broken);
        return broken;
    }

    private static void competent(ProjectState state, @Nullable AuthorityLevel asked, RuleSet rules,
            List<Refusal> broken) {
        Authority competent = rules.authorityFor(state.procedure().subjects());
        AuthorityLevel level = asked == null ? AuthorityLevel.MANAGING_AGENCY : asked;
        if (level != competent.level()) {
            broken.add(new WrongAuthority(level.name(), competent.level().name(), rules.legalBasis(),
                    competent.article()));
        }
    }

    private static void decision(ProjectState state, DocumentRef decision, List<Money> approved, LocalDate date,
            ProjectContext context, List<Refusal> broken) {
        String number = decision.reference();
        if (state.procedure().hasDecision(number)) {
            broken.add(new DecisionNumberUsed(number));
        }
        if (approved.isEmpty()) {
            broken.add(new NothingApproved(number));
        }
        var currencies = new HashSet<Currency>();
        for (Money money : approved) {
            if (!currencies.add(money.currency())) {
                broken.add(new DuplicateCurrency(money.currency()));
            }
        }
        EntryRules.notInFuture(date, context, broken);
        approved.forEach(money -> EntryRules.money(money, context, broken));
    }
}
