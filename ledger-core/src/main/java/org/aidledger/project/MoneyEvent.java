package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectEvent.Movement;
import org.jspecify.annotations.Nullable;

/** Promises changed, advances cleared, money exchanged and transferred, income other than aid, services. */
public sealed interface MoneyEvent extends Movement {

    /** A donor promises less than before. {@code money}: by how much. */
    record PledgeReduced(ProjectId project, Direction direction, @Nullable Party donor, Money money,
            @Nullable DocumentRef letter, @Nullable IatiFlow iati, LocalDate effectiveDate) implements MoneyEvent {
    }

    /** A donor takes its promise back. {@code money}: all that was left of it in that currency. */
    record PledgeWithdrawn(ProjectId project, Direction direction, @Nullable Party donor, Money money,
            @Nullable DocumentRef letter, @Nullable IatiFlow iati, LocalDate effectiveDate) implements MoneyEvent {
    }

    /** An agreement was changed (IATI 11 or 2 with a negative value). {@code money}: by how much, negative for less. */
    record CommitmentChanged(ProjectId project, Direction direction, @Nullable Party party, Money money,
            @Nullable DocumentRef agreement, @Nullable IatiFlow iati, LocalDate effectiveDate) implements MoneyEvent {
    }

    /**
     * Part of an advance was accounted for (hoàn ứng): it is expenditure now.
     *
     * @param advance version in this stream of the disbursement that paid the advance
     */
    record AdvanceCleared(ProjectId project, long advance, @Nullable String category, Money money,
            @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) implements MoneyEvent {
    }

    /** The bank paid interest. */
    record InterestEarned(ProjectId project, Money money, @Nullable String moneyAccount, @Nullable DocumentRef voucher,
            @Nullable IatiFlow iati, LocalDate effectiveDate) implements MoneyEvent {
    }

    /**
     * Money came back after a finding.
     *
     * @param finding the finding it follows, for example {@code INS-2026-04/1}
     */
    record RecoveryReceived(ProjectId project, @Nullable Party from, Money money, @Nullable String moneyAccount,
            String finding, @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate)
            implements MoneyEvent {
    }

    /**
     * One currency was exchanged for another.
     *
     * @param money what was given
     * @param bought what was got for it
     * @param rate units of the currency bought for one of the currency given, as the bank's advice says
     * @param rateSource who quoted it, for example the bank
     */
    record FundsExchanged(ProjectId project, Money money, String fromAccount, Money bought, String toAccount,
            BigDecimal rate, String rateSource, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements MoneyEvent {
    }

    /** Money went from one of the project's accounts to another. */
    record FundsTransferred(ProjectId project, Money money, String fromAccount, String toAccount,
            @Nullable DocumentRef voucher, @Nullable IatiFlow iati, LocalDate effectiveDate) implements MoneyEvent {
    }

    /**
     * An exchange difference (chênh lệch tỷ giá) was recognised; no money moves.
     *
     * @param money a loss positive, a gain negative
     * @param policy by which rates it was worked out
     */
    record ExchangeDifferenceRecognised(ProjectId project, Money money, String policy, @Nullable DocumentRef document,
            @Nullable IatiFlow iati, LocalDate effectiveDate) implements MoneyEvent {
    }

    /**
     * Experts worked for the project at the donor's cost; received and used up in one.
     *
     * @param quantity for example the number of working days, in {@code unit}
     * @param method how {@code money}, the value, was found
     */
    record ServicesReceived(ProjectId project, @Nullable Party from, String service, BigDecimal quantity, String unit,
            Money money, String method, @Nullable DocumentRef voucher, @Nullable IatiFlow iati,
            LocalDate effectiveDate) implements MoneyEvent {
    }
}
