package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Decision;
import org.aidledger.event.Refusal;
import org.aidledger.project.DutyRefusal.EnteredProposal;
import org.aidledger.project.DutyRefusal.ProposalMissing;
import org.aidledger.project.DutyRefusal.ProposalNotOpen;
import org.aidledger.project.ProjectCommand.CarryOutCorrection;
import org.aidledger.project.ProjectCommand.CarryOutDisbursement;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectCommand.ProposeCorrection;
import org.aidledger.project.ProjectCommand.ProposeDisbursement;
import org.aidledger.project.ProjectCommand.RefuseDisbursement;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementProposed;
import org.aidledger.project.ProposalEvent.DisbursementRefused;
import org.aidledger.project.StepRefusal.StepReasonMissing;
import org.aidledger.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** Two persons for a payment or a correction: the maker proposes, and somebody else carries it out. */
final class MakerChecker {

    private MakerChecker() {
    }

    /** A movement that is entered by one person alone, which the rule set may not allow for a payment. */
    static Decision<ProjectEvent> enter(ProjectState state, Movement movement, ProjectContext context) {
        var broken = ProjectDecisions.broken(state, context, movement);
        if (movement instanceof FundsDisbursed paid) {
            RuleSet rules = context.rules().inForceOn(paid.effectiveDate());
            if (paid.proposal() != null) {
                return Verdict.refused(new ProposalNotOpen(paid.project(), paid.proposal()));
            }
            if (context.isDecided() && rules.disbursementsProposed()) {
                broken.addFirst(new ProposalMissing(rules.legalBasis()));
            }
        }
        return Verdict.of(state, movement, broken, context);
    }

    /** A proposal is judged as the payment would be now, so that nobody is asked to carry out what is refused. */
    static Decision<ProjectEvent> propose(ProjectState state, ProposeDisbursement c, ProjectContext context) {
        var proposed = new DisbursementProposed(c.project(), c.purpose(), c.to(), c.money(), c.moneyAccount(),
                c.fundingSource(), c.consumes(), c.voucher(), c.effectiveDate());
        return Verdict.of(state, proposed, ProjectDecisions.broken(state, context, payment(proposed, null, c)),
                context);
    }

    static Decision<ProjectEvent> carryOut(ProjectState state, CarryOutDisbursement c, ProjectContext context) {
        Proposals.Open open = state.proposals().at(c.proposal());
        if (open == null || !(open.proposal() instanceof DisbursementProposed proposed)) {
            return Verdict.refused(new ProposalNotOpen(c.project(), c.proposal()));
        }
        FundsDisbursed paid = payment(proposed, c.proposal(), c);
        var broken = ProjectDecisions.broken(state, context, paid);
        broken.addAll(0, checker(open, c.proposal(), c.effectiveDate(), context));
        return Verdict.of(state, paid, broken, context);
    }

    private static FundsDisbursed payment(DisbursementProposed e, @Nullable Long proposal, ProjectCommand dated) {
        return new FundsDisbursed(e.project(), e.purpose(), e.to(), e.money(), e.moneyAccount(), e.fundingSource(),
                e.consumes(), proposal, e.voucher(), null, dated.effectiveDate());
    }

    static Decision<ProjectEvent> refuse(ProjectState state, RefuseDisbursement c, ProjectContext context) {
        Proposals.Open open = state.proposals().at(c.proposal());
        if (open == null || !(open.proposal() instanceof DisbursementProposed)) {
            return Verdict.refused(new ProposalNotOpen(c.project(), c.proposal()));
        }
        var refused = new DisbursementRefused(c.project(), c.proposal(), c.reason(), c.effectiveDate());
        var broken = new ArrayList<Refusal>(2);
        ProjectDecisions.segregation(c.project(), context, broken);
        ProjectDecisions.stage(state, refused, broken);
        if (c.reason().isBlank()) {
            broken.add(new StepReasonMissing(c.project()));
        }
        EntryRules.notInFuture(c.effectiveDate(), context, broken);
        return Verdict.of(state, refused, broken, context);
    }

    static Decision<ProjectEvent> propose(ProjectState state, ProposeCorrection c, ProjectContext context) {
        var correction = new CorrectEntry(c.project(), c.corrected(), c.noteNumber(), c.reasonCode(), c.reasonText(),
                c.reentry(), c.document(), c.effectiveDate());
        return Corrections.decide(state, correction, context, null, List.of(),
                judged -> new CorrectionProposed(c.project(), c.corrected(), c.noteNumber(), c.reasonCode(),
                        c.reasonText(), c.reentry(), c.document(), c.effectiveDate()));
    }

    static Decision<ProjectEvent> carryOut(ProjectState state, CarryOutCorrection c, ProjectContext context) {
        Proposals.Open open = state.proposals().at(c.proposal());
        if (open == null || !(open.proposal() instanceof CorrectionProposed e)) {
            return Verdict.refused(new ProposalNotOpen(c.project(), c.proposal()));
        }
        var correction = new CorrectEntry(c.project(), e.corrected(), e.noteNumber(), e.reasonCode(), e.reasonText(),
                e.reentry(), e.document(), c.effectiveDate());
        return Corrections.decide(state, correction, context, c.proposal(),
                checker(open, c.proposal(), c.effectiveDate(), context), judged -> judged);
    }

    private static List<Refusal> checker(Proposals.Open open, long proposal, LocalDate day, ProjectContext context) {
        return context.duties(open.maker() == null ? List.of() : List.of(open.maker()), day,
                maker -> new EnteredProposal(maker, proposal));
    }
}
