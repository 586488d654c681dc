package org.aidledger.project;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Decision;
import org.aidledger.event.Refusal;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectRefusal.ChangesNothing;
import org.aidledger.project.ProjectRefusal.EntryNotStanding;
import org.aidledger.project.ProjectRefusal.EntryUnknown;
import org.aidledger.project.ProjectRefusal.NoteNumberMissing;
import org.aidledger.project.ProjectRefusal.OtherProject;
import org.aidledger.project.ProjectRefusal.ReasonMissing;

/** Reversal and re-entry: what stands goes out at its own date, what is right comes in, and the limits judge the two as one. */
final class Corrections {

    private Corrections() {
    }

    static Decision<ProjectEvent> decide(ProjectState state, CorrectEntry command, ProjectContext context) {
        Movement standing = state.standing(command.corrected());
        if (standing == null) {
            return Verdict.refused(state.isWithdrawn(command.corrected())
                    ? new EntryNotStanding(command.project(), command.corrected())
                    : new EntryUnknown(command.project(), command.corrected()));
        }
        Movement reentry = command.reentry();
        if (reentry != null && !reentry.project().equals(command.project())) {
            return Verdict.refused(new OtherProject(command.project(), reentry.project()));
        }
        var corrected =
                new EntryCorrected(command.project(), command.corrected(), command.noteNumber(), command.reasonCode(),
                        command.reasonText(), standing, reentry, command.document(), command.effectiveDate());
        return Verdict.of(state, corrected, broken(state, corrected, context), context);
    }

    private static List<Refusal> broken(ProjectState state, EntryCorrected correction, ProjectContext context) {
        var broken = new ArrayList<Refusal>(2);
        Movement reentered = correction.reentered();
        ProjectDecisions.segregation(correction.project(), context, broken);
        var change = new Balances();
        Effects.reverse(correction.reversed(), change);
        if (reentered != null) {
            FundingRules.afterApproval(state, reentered, broken);
            Effects.post(reentered, change);
        }
        FundingRules.withinLimits(state, change, broken);
        if (reentered != null) {
            AccountRules.check(state, reentered, context, broken);
            EntryRules.check(reentered, context, broken);
        }
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
        return broken;
    }
}
