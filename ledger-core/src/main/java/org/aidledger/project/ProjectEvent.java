package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.NotedBreach;
import org.aidledger.money.Money;
import org.aidledger.period.ReportingEntity;
import org.aidledger.rules.AuthorityLevel;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of an aid project, one record a fact. Here is what every project has; the other interfaces of this family hold
 * the procedure, the course after the approval, proposals, statements, and further movements of money and goods.
 */
public sealed interface ProjectEvent extends LedgerEvent permits ProjectEvent.Movement, ProjectEvent.ProjectRegistered,
        ProjectEvent.AidApproved, ProjectEvent.AidAccountOpened, ProjectEvent.ActivityStatusReported,
        ProjectEvent.EntryCorrected, ProjectEvent.RuleBreachNoted, ProcedureEvent, LifeEvent, ProposalEvent,
        StatementEvent {

    ProjectId project();

    /** Whether it changes balances, and so is booked in a period. */
    default boolean movesMoney() {
        return this instanceof Movement || this instanceof AidApproved || this instanceof EntryCorrected
                || this instanceof ProcedureEvent.ApprovalAmended || this instanceof ProcedureEvent.ApprovalRevoked;
    }

    /** A fact that moves money, goods or a promise of them, and so can be corrected by reversal and re-entry. */
    sealed interface Movement extends ProjectEvent permits AidPledged, CommitmentSigned, FundsReceived, FundsDisbursed,
            AdvanceReturned, ExpenditureRecorded, FundsRefunded, OtherFlowReported, MoneyEvent, GoodsEvent {

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
            return entity == null || !ReportingEntity.isPossible(entity.key()) ? null
                    : new ReportingEntity(entity.key());
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
     * @param level which of the authorities decided; null: the head of the managing agency
     * @param approved the approved money, at most one amount a currency
     * @param counterpart the counterpart fund (vốn đối ứng) the decision sets, where it does
     * @param places where the aid goes, as decided; empty: as registered
     * @param ruleSet id of the rule set in force on the decision's date, for example {@code decree-80-2020}
     */
    record AidApproved(ProjectId project, DocumentRef decision, String authority, @Nullable AuthorityLevel level,
            @Nullable String signer, List<Money> approved, @Nullable Money counterpart, List<Place> places,
            String ruleSet, LocalDate effectiveDate) implements ProjectEvent {
        public AidApproved {
            approved = List.copyOf(approved);
            places = List.copyOf(places);
        }

        /** A decision of the managing agency's head that sets no counterpart fund and changes no place. */
        public AidApproved(ProjectId project, DocumentRef decision, String authority, @Nullable String signer,
                List<Money> approved, String ruleSet, LocalDate effectiveDate) {
            this(project, decision, authority, null, signer, approved, null, List.of(), ruleSet, effectiveDate);
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

    /**
     * Money came in (IATI 1).
     *
     * @param moneyAccount null: the project keeps no cash book here
     * @param fundingSource null: aid
     */
    record FundsReceived(ProjectId project, @Nullable Party from, Money money, @Nullable String moneyAccount,
            @Nullable FundingSource fundingSource, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements Movement {

        /** Aid received. */
        public FundsReceived(ProjectId project, @Nullable Party from, Money money, @Nullable String moneyAccount,
                @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) {
            this(project, from, money, moneyAccount, null, voucher, iati, effectiveDate);
        }
    }

    /**
     * Money was paid out (IATI 3).
     *
     * @param moneyAccount null: the project keeps no cash book here
     * @param fundingSource null: aid
     * @param consumes what it takes of an approval in another currency; null: the money itself
     * @param proposal version in this stream of the proposal it carries out; null: it was not proposed first
     */
    record FundsDisbursed(ProjectId project, DisbursementPurpose purpose, @Nullable Party to, Money money,
            @Nullable String moneyAccount, @Nullable FundingSource fundingSource, @Nullable Consumption consumes,
            @Nullable Long proposal, @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate)
            implements Movement {

        /** Aid paid out without a proposal. */
        public FundsDisbursed(ProjectId project, DisbursementPurpose purpose, @Nullable Party to, Money money,
                @Nullable String moneyAccount, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
                LocalDate effectiveDate) {
            this(project, purpose, to, money, moneyAccount, null, null, null, voucher, iati, effectiveDate);
        }
    }

    /**
     * What was left of an advance came back.
     *
     * @param fundingSource null: aid
     * @param consumes what it gives back of an approval in another currency; null: the money itself
     */
    record AdvanceReturned(ProjectId project, @Nullable Party from, Money money, String moneyAccount,
            @Nullable FundingSource fundingSource, @Nullable Consumption consumes, @Nullable DocumentRef voucher,
            @Nullable IatiFlow iati, LocalDate effectiveDate) implements Movement {

        /** An advance of aid returned in the currency of its approval. */
        public AdvanceReturned(ProjectId project, @Nullable Party from, Money money, String moneyAccount,
                @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) {
            this(project, from, money, moneyAccount, null, null, voucher, iati, effectiveDate);
        }
    }

    /**
     * Money was spent on goods or services (IATI 4).
     *
     * @param moneyAccount set when paid from an account kept here
     * @param fundingSource null: aid
     * @param consumes what a payment from the account takes of an approval in another currency; null: the money itself
     */
    record ExpenditureRecorded(ProjectId project, PaidFrom paidFrom, @Nullable String category, @Nullable Party to,
            Money money, @Nullable String moneyAccount, @Nullable FundingSource fundingSource,
            @Nullable Consumption consumes, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements Movement {

        /** Aid spent. */
        public ExpenditureRecorded(ProjectId project, PaidFrom paidFrom, @Nullable String category, @Nullable Party to,
                Money money, @Nullable String moneyAccount, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
                LocalDate effectiveDate) {
            this(project, paidFrom, category, to, money, moneyAccount, null, null, voucher, iati, effectiveDate);
        }
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
     * @param movedTo the project whose stream has the right entry, appended together with this; null: none has
     * @param proposal version in this stream of the proposal it carries out; null: it was not proposed first
     */
    record EntryCorrected(ProjectId project, long corrected, String noteNumber, CorrectionReason reasonCode,
            String reasonText, Movement reversed, @Nullable Movement reentered, @Nullable ProjectId movedTo,
            @Nullable Long proposal, @Nullable DocumentRef document, LocalDate effectiveDate) implements ProjectEvent {

        /** A correction within one project, without a proposal. */
        public EntryCorrected(ProjectId project, long corrected, String noteNumber, CorrectionReason reasonCode,
                String reasonText, Movement reversed, @Nullable Movement reentered, @Nullable DocumentRef document,
                LocalDate effectiveDate) {
            this(project, corrected, noteNumber, reasonCode, reasonText, reversed, reentered, null, null, document,
                    effectiveDate);
        }
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
