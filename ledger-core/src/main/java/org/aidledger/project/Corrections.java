package org.aidledger.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aidledger.event.Decision;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;
import org.aidledger.project.DutyRefusal.ProposalMissing;
import org.aidledger.project.GoodsRefusal.OthersRestOnIt;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectCommand.MoveEntry;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectRefusal.ChangesNothing;
import org.aidledger.project.ProjectRefusal.EntryNotStanding;
import org.aidledger.project.ProjectRefusal.EntryUnknown;
import org.aidledger.project.ProjectRefusal.NoteNumberMissing;
import org.aidledger.project.ProjectRefusal.OtherProject;
import org.aidledger.project.ProjectRefusal.ReasonMissing;
import org.aidledger.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** Reversal and re-entry: what stands goes out at its own date, what is right comes in, and the limits judge the two as one. */
final class Corrections {

    private Corrections() {
    }

    /** A correction without a proposal: the rule set may not allow it. */
    static Decision<ProjectEvent> decide(ProjectState state, CorrectEntry command, ProjectContext context) {
        return decide(state, command, context, null, unproposed(command, context), judged -> judged);
    }

    /**
     * @param proposal the one it carries out, or null
     * @param more broken rules about who corrects
     * @param recorded what becomes of a correction that is allowed: the correction, or its proposal
     */
    static Decision<ProjectEvent> decide(ProjectState state, CorrectEntry command, ProjectContext context,
            @Nullable Long proposal, List<Refusal> more, Function<EntryCorrected, ProjectEvent> recorded) {
        Movement standing = state.standing(command.corrected());
        if (standing == null) {
            return Verdict.refused(notStanding(state, command.project(), command.corrected()));
        }
        Movement reentry = command.reentry();
        if (reentry != null && !reentry.project().equals(command.project())) {
            return Verdict.refused(new OtherProject(command.project(), reentry.project()));
        }
        var corrected =
                new EntryCorrected(command.project(), command.corrected(), command.noteNumber(), command.reasonCode(),
                        command.reasonText(), standing, reentry, null, proposal, command.document(),
                        command.effectiveDate());
        return judge(state, corrected, context, more, recorded);
    }

    /** This project's side of an entry that belongs to another project; that project judges the other side. */
    static Decision<ProjectEvent> moveOut(ProjectState state, MoveEntry command, ProjectContext context) {
        Movement standing = state.standing(command.corrected());
        if (standing == null) {
            return Verdict.refused(notStanding(state, command.project(), command.corrected()));
        }
        ProjectId other = command.reentry().project();
        if (other.equals(command.project())) {
            return Verdict.refused(new OtherProject(command.project(), other));
        }
        var moved = new EntryCorrected(command.project(), command.corrected(), command.noteNumber(),
                command.reasonCode(), command.reasonText(), standing, null, other, null, command.document(),
                command.effectiveDate());
        return judge(state, moved, context, unproposed(command, context), judged -> judged);
    }

    private static List<Refusal> unproposed(ProjectCommand command, ProjectContext context) {
        RuleSet rules = context.rules().inForceOn(command.effectiveDate());
        return context.isDecided() && rules.correctionsProposed() ? List.of(new ProposalMissing(rules.legalBasis()))
                : List.of();
    }

    private static Refusal notStanding(ProjectState state, ProjectId project, long entry) {
        return state.isWithdrawn(entry) ? new EntryNotStanding(project, entry) : new EntryUnknown(project, entry);
    }

    private static Decision<ProjectEvent> judge(ProjectState state, EntryCorrected correction, ProjectContext context,
            List<Refusal> more, Function<EntryCorrected, ProjectEvent> recorded) {
        Stock stock = state.stock().copy();
        stock.reverse(correction.corrected(), correction.reversed());
        Stock before = stock.copy();
        Movement reentered = correction.reentered();
        if (reentered != null) {
            stock.post(correction.corrected(), reentered);
        }
        if (correction.reversed() instanceof GoodsEvent && !stock.isSound()) {
            return Verdict.refused(new OthersRestOnIt(correction.project(), correction.corrected()));
        }
        var broken = new ArrayList<>(more);
        ProjectDecisions.segregation(correction.project(), context, broken);
        ProjectDecisions.stage(state, correction, broken);
        money(state, correction, before, context, broken);
        if (correction.reversed().equals(reentered)) {
            broken.add(new ChangesNothing(correction.corrected()));
        }
        if (correction.reasonText().isBlank()) {
            broken.add(new ReasonMissing(correction.corrected()));
        }
        if (correction.noteNumber().isBlank()) {
            broken.add(new NoteNumberMissing(correction.corrected()));
        }
        EntryRules.notInFuture(correction.effectiveDate(), context, broken);
        return Verdict.of(state, recorded.apply(correction), broken, context);
    }

    private static void money(ProjectState state, EntryCorrected correction, Stock stock, ProjectContext context,
            List<Refusal> broken) {
        Movement reentered = correction.reentered();
        var change = new Balances();
        Effects.reverse(correction.reversed(), change);
        if (reentered == null) {
            FundingRules.withinLimits(state, change, broken);
            return;
        }
        FundingRules.afterApproval(state, reentered, broken);
        MoneyRules.check((measure, currency) -> {
            Money total = state.total(measure, currency);
            var reversed = new Balances();
            Effects.reverse(correction.reversed(), reversed);
            return total.plus(reversed.total(measure, currency));
        }, reentered, context, broken);
        GoodsRules.check(stock, reentered, broken);
        Effects.post(reentered, change);
        FundingRules.withinLimits(state, change, broken);
        AccountRules.check(state, reentered, context, broken);
        EntryRules.check(reentered, context, broken);
    }
}
