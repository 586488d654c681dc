package org.aidledger.view.trail;

import java.util.List;
import java.util.Optional;
import org.aidledger.actor.ActorEvent;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.inspection.InspectionEvent.ActionDone;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingEscalated;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.RecoveryOrdered;
import org.aidledger.inspection.InspectionEvent.ResponseRecorded;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.ngo.NgoEvent.CertificateAmended;
import org.aidledger.ngo.NgoEvent.CertificateExtended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.ngo.NgoEvent.CertificateResumed;
import org.aidledger.ngo.NgoEvent.CertificateRevoked;
import org.aidledger.ngo.NgoEvent.CertificateSuspended;
import org.aidledger.ngo.NgoEvent.SubjectKeyDestroyed;
import org.aidledger.period.PeriodEvent.PeriodReopened;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.aidledger.project.DossierItem;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.LifeEvent.ProjectCancelled;
import org.aidledger.project.LifeEvent.ProjectClosed;
import org.aidledger.project.LifeEvent.ProjectCompleted;
import org.aidledger.project.LifeEvent.ProjectHandedOver;
import org.aidledger.project.LifeEvent.ProjectReopened;
import org.aidledger.project.LifeEvent.ProjectResumed;
import org.aidledger.project.LifeEvent.ProjectSettled;
import org.aidledger.project.LifeEvent.ProjectSuspended;
import org.aidledger.project.MoneyEvent;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.ExchangeDifferenceRecognised;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.InterestEarned;
import org.aidledger.project.MoneyEvent.PledgeReduced;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.MoneyEvent.ServicesReceived;
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
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementProposed;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.aidledger.project.StatementEvent.PeriodicReportFiled;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.jspecify.annotations.Nullable;

/** The documents an event cites. */
final class Documents {

    private Documents() {
    }

    static List<DocumentRef> of(LedgerEvent event) {
        return switch (event) {
            case AidPledged e -> one(e.letter());
            case CommitmentSigned e -> one(e.agreement());
            case AidApproved e -> one(e.decision());
            case FundsReceived e -> one(e.voucher());
            case FundsDisbursed e -> one(e.voucher());
            case AdvanceReturned e -> one(e.voucher());
            case ExpenditureRecorded e -> one(e.voucher());
            case FundsRefunded e -> one(e.voucher());
            case EntryCorrected e -> one(e.document());
            case ProcedureEvent e -> procedure(e);
            case LifeEvent e -> life(e);
            case MoneyEvent e -> money(e);
            case GoodsEvent e -> goods(e);
            case DisbursementProposed e -> one(e.voucher());
            case CorrectionProposed e -> one(e.document());
            case AidConfirmed e -> one(e.confirmation());
            case PeriodicReportFiled e -> one(e.report());
            case CheckRecorded e -> e.evidence();
            case ResponseRecorded e -> one(e.document());
            case ActionDone e -> e.evidence();
            case FindingEscalated e -> one(e.document());
            case RecoveryOrdered e -> one(e.order());
            case InspectionConcluded e -> one(e.minutes());
            case CertificateGranted e -> one(e.certificate());
            case CertificateExtended e -> one(e.decision());
            case CertificateAmended e -> one(e.decision());
            case CertificateSuspended e -> one(e.decision());
            case CertificateResumed e -> one(e.decision());
            case CertificateRevoked e -> one(e.decision());
            case SubjectKeyDestroyed e -> one(e.order());
            case ActorEvent.RoleGranted e -> one(e.decision());
            case ActorEvent.RoleWithdrawn e -> one(e.decision());
            case ActorEvent.DelegationGiven e -> one(e.decision());
            case ActorEvent.DelegationEnded e -> one(e.decision());
            case RatesRecorded e -> one(e.document());
            case ProgrammeDecided e -> one(e.decision());
            case TargetsSet e -> one(e.decision());
            case PeriodReopened e -> one(e.order());
            case BankStatementRecorded e -> one(e.document());
            case FileImported e -> one(new DocumentRef(e.fileName(), e.sha256()));
            default -> List.of();
        };
    }

    private static List<DocumentRef> procedure(ProcedureEvent event) {
        return switch (event) {
            case DossierSubmitted e -> e.items().stream().map(DossierItem::document).toList();
            case DossierReturned e -> List.of();
            case DossierAccepted e -> List.of();
            case OpinionRequested e -> one(e.letter());
            case OpinionReceived e -> one(e.letter());
            case AppraisalConcluded e -> one(e.report());
            case AidRefused e -> one(e.decision());
            case ApprovalAmended e -> one(e.decision());
            case ApprovalRevoked e -> one(e.decision());
        };
    }

    private static List<DocumentRef> life(LifeEvent event) {
        return one(switch (event) {
            case ProjectSuspended e -> e.decision();
            case ProjectResumed e -> e.decision();
            case ProjectCompleted e -> e.report();
            case ProjectHandedOver e -> e.minutes();
            case ProjectSettled e -> e.decision();
            case ProjectClosed e -> e.decision();
            case ProjectReopened e -> e.order();
            case ProjectCancelled e -> e.decision();
        });
    }

    private static List<DocumentRef> money(MoneyEvent event) {
        return one(switch (event) {
            case PledgeReduced e -> e.letter();
            case PledgeWithdrawn e -> e.letter();
            case CommitmentChanged e -> e.agreement();
            case AdvanceCleared e -> e.voucher();
            case InterestEarned e -> e.voucher();
            case RecoveryReceived e -> e.voucher();
            case FundsExchanged e -> e.voucher();
            case FundsTransferred e -> e.voucher();
            case ExchangeDifferenceRecognised e -> e.document();
            case ServicesReceived e -> e.voucher();
        });
    }

    private static List<DocumentRef> goods(GoodsEvent event) {
        return one(switch (event) {
            case GoodsReceived e -> e.voucher();
            case GoodsValued e -> e.document();
            case GoodsDistributed e -> e.voucher();
            case GoodsLost e -> e.document();
            case GoodsSold e -> e.voucher();
        });
    }

    private static List<DocumentRef> one(@Nullable DocumentRef document) {
        return Optional.ofNullable(document).stream().toList();
    }
}
