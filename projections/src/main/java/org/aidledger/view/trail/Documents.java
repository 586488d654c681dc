package org.aidledger.view.trail;

import java.util.List;
import java.util.Optional;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.ngo.NgoEvent.CertificateAmended;
import org.aidledger.ngo.NgoEvent.CertificateExtended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.ngo.NgoEvent.CertificateResumed;
import org.aidledger.ngo.NgoEvent.CertificateRevoked;
import org.aidledger.ngo.NgoEvent.CertificateSuspended;
import org.aidledger.ngo.NgoEvent.SubjectKeyDestroyed;
import org.aidledger.period.PeriodEvent.PeriodReopened;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
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
            case CheckRecorded e -> e.evidence();
            case InspectionConcluded e -> one(e.minutes());
            case CertificateGranted e -> one(e.certificate());
            case CertificateExtended e -> one(e.decision());
            case CertificateAmended e -> one(e.decision());
            case CertificateSuspended e -> one(e.decision());
            case CertificateResumed e -> one(e.decision());
            case CertificateRevoked e -> one(e.decision());
            case SubjectKeyDestroyed e -> one(e.order());
            case PeriodReopened e -> one(e.order());
            case FileImported e -> one(new DocumentRef(e.fileName(), e.sha256()));
            default -> List.of();
        };
    }

    private static List<DocumentRef> one(@Nullable DocumentRef document) {
        return Optional.ofNullable(document).stream().toList();
    }
}
