package org.aidledger.project;

import java.time.LocalDate;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectEvent.Movement;
import org.jspecify.annotations.Nullable;

/** What a maker enters and a checker, who is somebody else, carries out or refuses. */
public sealed interface ProposalEvent extends ProjectEvent {

    /** Money is to be paid out; nothing is paid yet. */
    record DisbursementProposed(ProjectId project, DisbursementPurpose purpose, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable FundingSource fundingSource, @Nullable Consumption consumes,
            @Nullable DocumentRef voucher, LocalDate effectiveDate) implements ProposalEvent {
    }

    /** The checker refused the payment. {@code proposal}: version in this stream of what was proposed. */
    record DisbursementRefused(ProjectId project, long proposal, String reason, LocalDate effectiveDate)
            implements ProposalEvent {
    }

    /** An entry is to be corrected; see {@link ProjectEvent.EntryCorrected}. */
    record CorrectionProposed(ProjectId project, long corrected, String noteNumber, CorrectionReason reasonCode,
            String reasonText, @Nullable Movement reentry, @Nullable DocumentRef document, LocalDate effectiveDate)
            implements ProposalEvent {
    }
}
