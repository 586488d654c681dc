package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.project.StatementEvent.PeriodicReportFiled;
import org.aidledger.rules.AidSubject;
import org.aidledger.rules.AuthorityLevel;
import org.aidledger.rules.Deadline;
import org.jspecify.annotations.Nullable;

/** Which rules a step of the procedure, of the course or a statement breaks, by the model. */
final class ModelSteps {

    private final ModelProject project;
    private final ProjectContext who;
    private final ModelRules rules;

    ModelSteps(ModelProject project, ProjectContext who, ModelRules rules) {
        this.project = project;
        this.who = who;
        this.rules = rules;
    }

    /** The event where the model knows all of it, else null. */
    @Nullable
    ProjectEvent judge(ProjectCommand command) {
        rules.inspector();
        return switch (command) {
            case ProjectCommand.AcceptDossier c -> accept(c);
            case ProjectCommand.ApproveAid c -> approve(c);
            case ProjectCommand.AmendApproval c -> amend(c);
            case ProjectCommand.RevokeApproval c -> revoke(c);
            case ProjectCommand.RecordStep c -> {
                step(c.step());
                yield c.step() instanceof OpinionRequested ? null : c.step();
            }
            case ProjectCommand c -> throw new AssertionError("the model knows nothing of " + c);
        };
    }

    private Set<String> submitted() {
        return project.all(DossierSubmitted.class).flatMap(e -> e.items().stream()).map(DossierItem::type)
                .collect(Collectors.toSet());
    }

    /** The dossier that is taken up; none after it went back. */
    private @Nullable DossierAccepted accepted() {
        DossierAccepted accepted = null;
        for (ModelProject.Told told : project.history()) {
            if (told.event() instanceof DossierAccepted e) {
                accepted = e;
            } else if (told.event() instanceof DossierReturned) {
                accepted = null;
            }
        }
        return accepted;
    }

    private boolean isFavourable() {
        boolean favourable = false;
        for (ModelProject.Told told : project.history()) {
            if (told.event() instanceof DossierAccepted) {
                favourable = false;
            } else if (told.event() instanceof AppraisalConcluded e) {
                favourable = e.result() == AppraisalResult.FAVOURABLE;
            }
        }
        return favourable;
    }

    private ProjectEvent accept(ProjectCommand.AcceptDossier c) {
        var inForce = who.rules().inForceOn(c.effectiveDate());
        var fact = new DossierAccepted(c.project(), c.missing(),
                who.rules().dueFrom(Deadline.APPRAISAL, c.effectiveDate()), inForce.id(), c.effectiveDate());
        rules.stage(fact);
        Set<String> there = submitted();
        there.addAll(c.missing());
        rules.breaks("dossier.document-missing", !there.containsAll(inForce.dossier().types()));
        rules.future(c.effectiveDate());
        return fact;
    }

    private ProjectEvent approve(ProjectCommand.ApproveAid c) {
        var fact = new AidApproved(c.project(), c.decision(), c.authority(), c.level(), c.signer(), c.approved(),
                c.counterpart(), c.places(), who.rules().inForceOn(c.effectiveDate()).id(), c.effectiveDate());
        appraiser();
        rules.stage(fact);
        if (project.stage() == Stage.UNDER_APPRAISAL) {
            rules.breaks("approval.not-appraised", !isFavourable() && !project.isEmergency());
            DossierAccepted accepted = accepted();
            rules.breaks("dossier.incomplete", accepted != null && !submitted().containsAll(accepted.missing()));
        }
        competent(c.level(), c.effectiveDate());
        rules.decision(c.decision().reference(), c.approved(), c.effectiveDate());
        LocalDate registered = project.registration().effectiveDate();
        LocalDate due = who.rules().dueFrom(Deadline.EMERGENCY_APPROVAL, registered);
        if (project.isEmergency() && due != null && c.effectiveDate().isAfter(due)) {
            rules.late.add("deadline.emergency-approval");
        }
        return fact;
    }

    private void appraiser() {
        rules.breaks("segregation.appraised-dossier",
                who.isDecided() && project.entered(who.actor(), AppraisalConcluded.class));
    }

    private void competent(@Nullable AuthorityLevel asked, LocalDate date) {
        List<AidSubject> subjects = project.all(DossierSubmitted.class).flatMap(e -> e.subjects().stream()).toList();
        AuthorityLevel competent = who.rules().inForceOn(date).authorityFor(subjects).level();
        rules.breaks("approval.wrong-authority",
                competent != Objects.requireNonNullElse(asked, AuthorityLevel.MANAGING_AGENCY));
    }

    private ProjectEvent amend(ProjectCommand.AmendApproval c) {
        List<Money> before = project.approved();
        int version = 0;
        for (ModelProject.Told told : project.history()) {
            if (told.event() instanceof AidApproved) {
                version = Math.max(1, version);
            } else if (told.event() instanceof ApprovalAmended e) {
                version = e.approvalVersion();
            }
        }
        var fact = new ApprovalAmended(c.project(),
                version + 1, c.decision(), c.authority(), c.level(), c.signer(), before, c.approved(), c.counterpart(),
                c.places(),
                who.rules().inForceOn(c.effectiveDate()).id(), c.effectiveDate());
        rules.stage(fact);
        competent(c.level(), c.effectiveDate());
        for (Money was : before) {
            String currency = was.currency().code();
            Money becomes = c.approved().stream().filter(money -> money.currency().equals(was.currency())).findFirst()
                    .orElse(Money.zero(was.currency()));
            rules.breaks("approval.below-disbursed",
                    project.sum("disbursed " + currency).compareTo(becomes.amount()) > 0);
        }
        rules.decision(c.decision().reference(), c.approved(), c.effectiveDate());
        return fact;
    }

    private ProjectEvent revoke(ProjectCommand.RevokeApproval c) {
        var fact = new ApprovalRevoked(c.project(), c.decision(), c.authority(), c.reason(), project.approved(),
                who.rules().inForceOn(c.effectiveDate()).id(), c.effectiveDate());
        rules.stage(fact);
        AidApproved last = project.last(AidApproved.class);
        LocalDate idle = last == null ? null : who.rules().dueFrom(Deadline.IDLE_APPROVAL, last.effectiveDate());
        rules.breaks("approval.not-idle", idle != null && c.effectiveDate().isBefore(idle));
        rules.breaks("approval.decision-number-used", project.decisions().contains(c.decision().reference()));
        rules.breaks("step.reason-missing", c.reason().isBlank());
        rules.future(c.effectiveDate());
        return fact;
    }

    private void step(ProjectEvent step) {
        rules.stage(step);
        rules.future(step.effectiveDate());
        switch (step) {
            case DossierSubmitted e -> rules.breaks("dossier.empty", e.items().isEmpty());
            case DossierReturned e -> reason(e.reason());
            case OpinionRequested e -> {
                LocalDate due = e.due() != null ? e.due()
                        : who.rules().dueFrom(Deadline.OPINION, e.effectiveDate());
                rules.breaks("opinion.due-before-request", due != null && due.isBefore(e.effectiveDate()));
            }
            case OpinionReceived e -> rules.breaks("opinion.not-asked", !isAsked(e.request()));
            case AppraisalConcluded e -> {
                rules.breaks("segregation.submitted-dossier",
                        who.isDecided() && project.entered(who.actor(), DossierSubmitted.class));
                DossierAccepted accepted = accepted();
                LocalDate due = accepted == null ? null : accepted.appraisalDue();
                if (due != null && who.rules().inForceOn(e.effectiveDate()).term(Deadline.APPRAISAL) != null
                        && e.effectiveDate().isAfter(due)) {
                    rules.late.add("deadline.appraisal");
                }
            }
            case AidRefused e -> {
                appraiser();
                number(e.decision());
                reason(e.reason());
            }
            case LifeEvent.ProjectSuspended e -> reason(e.reason());
            case LifeEvent.ProjectCancelled e -> reason(e.reason());
            case LifeEvent.ProjectReopened e -> reason(e.reason());
            case LifeEvent.ProjectSettled e -> rules.breaks("settlement.advances-outstanding", isLeft("advances "));
            case LifeEvent.ProjectClosed e -> {
                rules.breaks("closure.cash-left", isLeft("cash "));
                rules.breaks("closure.goods-left", project.lots(null, false).values().stream()
                        .anyMatch(lot -> lot.there().signum() > 0));
            }
            case AidConfirmed e -> {
                Movement entry = project.standing().get(e.entry());
                rules.breaks("confirmation.not-a-receipt", !(entry instanceof ProjectEvent.FundsReceived
                        || entry instanceof GoodsEvent.GoodsReceived || entry instanceof MoneyEvent.ServicesReceived));
                rules.amount(e.confirmed());
            }
            case PeriodicReportFiled e -> {
                rules.breaks("report.period-reversed", e.to().isBefore(e.from()));
                e.disbursed().forEach(rules::listed);
                LocalDate due = who.rules().dueFrom(Deadline.PERIODIC_REPORT, e.to());
                if (due != null && e.effectiveDate().isAfter(due)) {
                    rules.late.add("deadline.report");
                }
            }
            case FactAmended e -> amended(e);
            case ProjectEvent e -> {
                // nothing besides the stage and the date
            }
        }
    }

    private boolean isAsked(long request) {
        return request >= 0 && request < project.history().size()
                && project.history().get((int) request).event() instanceof OpinionRequested
                && project.all(OpinionReceived.class).noneMatch(e -> e.request() == request);
    }

    private boolean isLeft(String slots) {
        return project.sums().entrySet().stream()
                .anyMatch(sum -> sum.getKey().startsWith(slots) && sum.getValue().signum() != 0);
    }

    private void number(DocumentRef decision) {
        rules.breaks("approval.decision-number-used", project.decisions().contains(decision.reference()));
    }

    private void reason(String reason) {
        rules.breaks("step.reason-missing", reason.isBlank());
    }

    private void amended(FactAmended e) {
        boolean known = Set.of("code", "titleEn").contains(e.field());
        rules.breaks("fact.field-unknown", e.entry() == null && !known);
        rules.breaks("fact.was-different", e.entry() == null && known && !Objects.equals(fact(e.field()), e.was()));
        rules.breaks("correction.entry-unknown", e.entry() != null && !project.standing().containsKey(e.entry()));
        rules.breaks("fact.changes-nothing", Objects.equals(e.was(), e.becomes()));
        reason(e.reason());
    }

    /** What the register says now; the generator amends the code and the English title, and a field there is not. */
    @Nullable
    private String fact(String field) {
        String value = field.equals("code") ? project.registration().code() : project.registration().titleEn();
        for (ModelProject.Told told : project.history()) {
            if (told.event() instanceof FactAmended e && e.entry() == null && e.field().equals(field)) {
                value = e.becomes();
            }
        }
        return value;
    }
}
