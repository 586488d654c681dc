package org.aidledger.view.deadline;

import static org.aidledger.view.deadline.DeadlineRows.EVERY;
import static org.aidledger.view.deadline.DeadlineRows.WHOLE;
import static org.aidledger.view.deadline.Obligation.Kind.APPRAISAL;
import static org.aidledger.view.deadline.Obligation.Kind.EMERGENCY_APPROVAL;
import static org.aidledger.view.deadline.Obligation.Kind.IDLE_APPROVAL;
import static org.aidledger.view.deadline.Obligation.Kind.OPINION;
import static org.aidledger.view.deadline.Obligation.Kind.PERIODIC_REPORT;
import static org.aidledger.view.deadline.Obligation.Kind.RECOVERY;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.event.Entry;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.MoneyEvent;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.ProcedureEvent;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.project.StatementEvent.PeriodicReportFiled;
import org.jspecify.annotations.Nullable;

/** What an event of a project starts and ends. */
final class ProjectTerms {

    /** As {@link MoneyEvent.RecoveryReceived} names a finding. */
    private static final Pattern FINDING = Pattern.compile("(INS-[^/]+)/([0-9]{1,6})");

    private static final List<Obligation.Kind> DECIDED_ON = List.of(APPRAISAL, OPINION);

    private final DeadlineRows.At at;
    private final long version;

    ProjectTerms(DeadlineRows rows, Entry entry) {
        at = rows.at(entry);
        version = entry.version();
    }

    void add(ProjectEvent event) {
        switch (event) {
            case ProjectEvent.ProjectRegistered e -> {
                at.is(Obligations.TITLE_VI, e.titleVi());
                at.is(Obligations.TITLE_EN, e.titleEn());
                at.is(Obligations.AID_KIND, e.kind().name());
            }
            case FactAmended e -> amended(e);
            case ProcedureEvent e -> procedure(e);
            case ProjectEvent.AidApproved e -> {
                at.ends(EMERGENCY_APPROVAL, WHOLE);
                DECIDED_ON.forEach(kind -> at.ends(kind, EVERY));
                at.starts(IDLE_APPROVAL, WHOLE, null, e.decision().reference());
            }
            case LifeEvent e -> life(e);
            case PeriodicReportFiled e -> at.files(e.kind().name(), e.to());
            case EntryCorrected e -> corrected(e);
            case Movement e -> stands(version, e);
            default -> {
                // starts no term and ends none
            }
        }
    }

    private void amended(FactAmended e) {
        if (e.entry() == null && (e.field().equals(Obligations.TITLE_VI) || e.field().equals(Obligations.TITLE_EN)
                || e.field().equals(Obligations.AID_KIND))) {
            at.is(e.field(), e.becomes());
        }
    }

    private void procedure(ProcedureEvent event) {
        switch (event) {
            case ProcedureEvent.DossierAccepted e -> at.starts(APPRAISAL, WHOLE, e.appraisalDue(), null);
            case ProcedureEvent.DossierReturned e -> at.ends(APPRAISAL, EVERY);
            case ProcedureEvent.OpinionRequested e ->
                at.starts(OPINION, Long.toString(version), e.due(), name(e.agency()));
            case ProcedureEvent.OpinionReceived e -> at.ends(OPINION, Long.toString(e.request()));
            case ProcedureEvent.AppraisalConcluded e -> DECIDED_ON.forEach(kind -> at.ends(kind, EVERY));
            case ProcedureEvent.AidRefused e -> {
                DECIDED_ON.forEach(kind -> at.ends(kind, EVERY));
                at.ends(EMERGENCY_APPROVAL, WHOLE);
            }
            case ProcedureEvent.ApprovalRevoked e -> {
                at.ends(IDLE_APPROVAL, EVERY);
                at.ends(PERIODIC_REPORT, WHOLE);
            }
            case ProcedureEvent.DossierSubmitted e -> {
                // The term runs from the day the dossier is accepted as complete.
            }
            case ProcedureEvent.ApprovalAmended e -> {
                // It was and stays approved.
            }
        }
    }

    private void life(LifeEvent event) {
        at.ends(IDLE_APPROVAL, EVERY);
        switch (event) {
            case LifeEvent.ProjectCompleted e -> at.ends(PERIODIC_REPORT, WHOLE);
            case LifeEvent.ProjectSettled e -> at.ends(PERIODIC_REPORT, WHOLE);
            case LifeEvent.ProjectClosed e -> at.ends(PERIODIC_REPORT, WHOLE);
            case LifeEvent.ProjectCancelled e -> {
                DECIDED_ON.forEach(kind -> at.ends(kind, EVERY));
                at.ends(EMERGENCY_APPROVAL, WHOLE);
                at.ends(PERIODIC_REPORT, WHOLE);
            }
            default -> {
                // reports go on
            }
        }
    }

    /** What stood is taken back where it counted, and what stands from now on counts in its place. */
    private void corrected(EntryCorrected e) {
        Movement reentered = e.reentered();
        if (begins(e.reversed())) {
            at.arrives(e.corrected(), e.reversed().effectiveDate(), false);
        }
        if (e.reversed() instanceof MoneyEvent.RecoveryReceived recovery) {
            recovered(recovery, true);
        }
        if (e.reversed() instanceof ProjectEvent.AidPledged && !(reentered instanceof ProjectEvent.AidPledged)) {
            at.ends(EMERGENCY_APPROVAL, WHOLE);
        }
        if (reentered != null) {
            stands(e.corrected(), reentered);
        }
    }

    private void stands(long entry, Movement movement) {
        if (begins(movement)) {
            at.arrives(entry, movement.effectiveDate(), true);
        }
        switch (movement) {
            case ProjectEvent.AidPledged e -> at.startsOn(e.effectiveDate(), EMERGENCY_APPROVAL, WHOLE, null,
                    e.donor() == null ? null : name(e.donor()));
            case MoneyEvent.PledgeWithdrawn e -> at.ends(EMERGENCY_APPROVAL, WHOLE);
            case MoneyEvent.RecoveryReceived e -> recovered(e, false);
            default -> {
                // nobody waits for it
            }
        }
    }

    private void recovered(MoneyEvent.RecoveryReceived recovery, boolean takenBack) {
        Matcher finding = FINDING.matcher(recovery.finding());
        if (finding.matches()) {
            at.pays(RECOVERY, finding.group(1), finding.group(2), recovery.effectiveDate(),
                    takenBack ? recovery.money().amount().negate() : recovery.money().amount(),
                    recovery.money().currency().code());
        }
    }

    /** Whether money or its worth has come, with which the work begins. */
    private static boolean begins(Movement movement) {
        return switch (movement) {
            case ProjectEvent.FundsReceived e -> true;
            case GoodsEvent.GoodsReceived e -> true;
            case MoneyEvent.ServicesReceived e -> true;
            case ProjectEvent.ExpenditureRecorded e -> e.paidFrom() == PaidFrom.DONOR;
            default -> false;
        };
    }

    private static @Nullable String name(Party party) {
        return Objects.requireNonNullElse(party.name(), party.ref());
    }
}
