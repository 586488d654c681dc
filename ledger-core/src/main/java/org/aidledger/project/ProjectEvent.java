package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.NotedBreach;
import org.aidledger.money.Money;
import org.aidledger.period.ReportingEntity;
import org.jspecify.annotations.Nullable;

/** The whole life of an aid project, one record a fact. */
public sealed interface ProjectEvent extends LedgerEvent permits ProjectEvent.Movement, ProjectEvent.ProjectRegistered,
        ProjectEvent.AidApproved, ProjectEvent.AidAccountOpened, ProjectEvent.ActivityStatusReported,
        ProjectEvent.EntryCorrected, ProjectEvent.RuleBreachNoted, StatementEvent {

    ProjectId project();

    /** A fact that moves money or a promise of money, and so can be corrected by reversal and re-entry. */
    sealed interface Movement extends ProjectEvent {

        /** Positive, except for reported facts, which keep the sign they came with. */
        Money money();

        /** What a file said beyond date and money, for reported facts. */
        @Nullable
        IatiFlow iati();
    }

    /**
     * The project is known to the ledger.
     *
     * @param code the code people use; for an imported activity its IATI identifier
     * @param titleVi title in Vietnamese, where given
     * @param titleEn title in English or, for an imported activity, in the file's first language
     * @param places provinces, each with the date of its code list
     */
    record ProjectRegistered(ProjectId project, String code, @Nullable String titleVi, @Nullable String titleEn,
            AidKind kind, BudgetTreatment budgetTreatment, Perspective perspective, List<Party> donors,
            @Nullable Party managingAgency, @Nullable Party aidOwner, List<Place> places, List<SectorShare> sectors,
            @Nullable LocalDate plannedStart, @Nullable LocalDate plannedEnd, LocalDate effectiveDate)
            implements ProjectEvent {
        public ProjectRegistered {
            donors = List.copyOf(donors);
            places = List.copyOf(places);
            sectors = List.copyOf(sectors);
        }

        /** Whose books the project's money is in; null when it names neither an owner nor an agency. */
        public @Nullable ReportingEntity reportingEntity() {
            Party entity = aidOwner != null ? aidOwner : managingAgency;
            return entity == null ? null : new ReportingEntity(entity.key());
        }
    }

    /** A donor promised money (IATI 13 in, 12 out). */
    record AidPledged(ProjectId project, Direction direction, @Nullable Party donor, Money money,
            @Nullable DocumentRef letter, @Nullable IatiFlow iati, LocalDate effectiveDate) implements Movement {
    }

    /** An agreement commits money (IATI 11 in, 2 out). A reported negative commitment cuts an earlier one. */
    record CommitmentSigned(ProjectId project, Direction direction, @Nullable Party party, Money money,
            @Nullable DocumentRef agreement, @Nullable IatiFlow iati, LocalDate effectiveDate) implements Movement {
    }

    /**
     * The competent authority approved the aid; a later approval decision adds to what is approved.
     *
     * @param approved the approved money, at most one amount a currency
     * @param ruleSet id of the rule set in force on the decision's date, for example {@code decree-80-2020}
     */
    record AidApproved(ProjectId project, DocumentRef decision, String authority, @Nullable String signer,
            List<Money> approved, String ruleSet, LocalDate effectiveDate) implements ProjectEvent {
        public AidApproved {
            approved = List.copyOf(approved);
        }
    }

    /**
     * A bank or treasury account keeps the project's cash from now on.
     *
     * @param account the name movements refer to it by, for example {@code bidv-usd}
     */
    record AidAccountOpened(ProjectId project, String account, String bank, String accountReference,
            LocalDate effectiveDate) implements ProjectEvent {
    }

    /** Money came in (IATI 1). {@code moneyAccount} null: the project keeps no cash book here. */
    record FundsReceived(ProjectId project, @Nullable Party from, Money money, @Nullable String moneyAccount,
            @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) implements Movement {
    }

    /** Money was paid out (IATI 3). {@code moneyAccount} null: the project keeps no cash book here. */
    record FundsDisbursed(ProjectId project, DisbursementPurpose purpose, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements Movement {
    }

    /** What was left of an advance came back. */
    record AdvanceReturned(ProjectId project, @Nullable Party from, Money money, String moneyAccount,
            @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) implements Movement {
    }

    /** Money was spent on goods or services (IATI 4). {@code moneyAccount} is set when paid from an account kept here. */
    record ExpenditureRecorded(ProjectId project, PaidFrom paidFrom, @Nullable String category, @Nullable Party to,
            Money money, @Nullable String moneyAccount, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements Movement {
    }

    /** Unused money went back to the donor. */
    record FundsRefunded(ProjectId project, Party to, Money money, @Nullable String moneyAccount,
            @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) implements Movement {
    }

    /** A file reports a flow that has no event of its own (IATI 5 to 10 and unknown codes); the code is kept, nothing is posted. */
    record OtherFlowReported(ProjectId project, Money money, IatiFlow iati, LocalDate effectiveDate)
            implements Movement {
    }

    /** A file reports the activity's status by IATI code, for example {@code 2} for implementation. */
    record ActivityStatusReported(ProjectId project, String status, LocalDate effectiveDate) implements ProjectEvent {
    }

    /**
     * An entry was wrong: what stood is reversed at its own effective date and, where there is a right entry, that is entered.
     * Nothing is erased (Law on Accounting 88/2015, art. 27).
     *
     * @param corrected version in this stream of the entry first made
     * @param noteNumber number of the adjusting note (chứng từ điều chỉnh)
     * @param reversed what stood until now: the original, or its last re-entry
     * @param reentered what stands from now on, or null when nothing does
     */
    record EntryCorrected(ProjectId project, long corrected, String noteNumber, CorrectionReason reasonCode,
            String reasonText, Movement reversed, @Nullable Movement reentered, @Nullable DocumentRef document,
            LocalDate effectiveDate) implements ProjectEvent {
    }

    /**
     * A reported fact breaks a rule: noted by the ledger itself, accusing nobody.
     *
     * @param rule the code the same breach is refused with when an officer decides here
     * @param about version in this stream of the fact
     */
    record RuleBreachNoted(ProjectId project, String rule, Map<String, String> evidence, long about,
            LocalDate effectiveDate) implements ProjectEvent, NotedBreach {
        public RuleBreachNoted {
            evidence = Map.copyOf(evidence);
        }
    }
}
