package org.aidledger.view.balance;

import static org.aidledger.view.balance.Account.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.StatementEvent;
import org.aidledger.time.VietNam;
import org.jspecify.annotations.Nullable;

/**
 * The table of accounts: what each event posts. A movement on a money account kept here goes through {@code CASH}; one without
 * goes through {@code REPORTED_FUNDING}, so that money reported by others never looks like cash.
 *
 * <table>
 * <tr><th>event</th><th>with a money account</th><th>without</th></tr>
 * <tr><td>pledge, commitment</td><td colspan="2">in or out / its memo</td></tr>
 * <tr><td>approval</td><td colspan="2">APPROVED / APPROVAL_MEMO</td></tr>
 * <tr><td>receipt</td><td>CASH / GRANT_INCOME</td><td>REPORTED_FUNDING / REPORTED_INCOME</td></tr>
 * <tr><td>advance</td><td>ADVANCES / CASH, DISBURSED / memo</td><td>ADVANCES / REPORTED_FUNDING, DISBURSED / memo</td></tr>
 * <tr><td>payment for good</td><td>TRANSFERS_OUT / CASH, DISBURSED / memo</td><td>TRANSFERS_OUT / REPORTED_FUNDING, DISBURSED / memo</td></tr>
 * <tr><td>advance returned</td><td>CASH / ADVANCES, memo / DISBURSED</td><td></td></tr>
 * <tr><td>expenditure from the account</td><td>EXPENDITURE / CASH, DISBURSED / memo</td><td>EXPENDITURE / REPORTED_FUNDING</td></tr>
 * <tr><td>expenditure from an advance</td><td colspan="2">EXPENDITURE / ADVANCES</td></tr>
 * <tr><td>expenditure by the donor</td><td colspan="2">EXPENDITURE / GRANT_DIRECT; reported by a file, EXPENDITURE / REPORTED_FUNDING</td></tr>
 * <tr><td>refund</td><td>REFUNDS / CASH</td><td>REFUNDS / REPORTED_FUNDING</td></tr>
 * <tr><td>correction</td><td colspan="2">what stood, mirrored, at its own effective date; then the right entry at its own</td></tr>
 * <tr><td>any other</td><td colspan="2">nothing</td></tr>
 * </table>
 */
public final class Postings {

    private final Entry entry;
    private final YearMonth bookingPeriod;
    private final List<Posting> postings = new ArrayList<>(4);

    private Postings(Entry entry) {
        this.entry = entry;
        String booked = entry.metadata().get(MetadataKeys.BOOKING_PERIOD);
        this.bookingPeriod = booked == null ? VietNam.monthOf(entry.recordedAt()) : month(booked);
    }

    /** What {@link YearMonth#parse} gives, without its formatter: every entry has one, and most have four-digit years. */
    private static YearMonth month(String text) {
        if (text.length() != 7 || text.charAt(4) != '-') {
            return YearMonth.parse(text);
        }
        return YearMonth.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10));
    }

    /**
     * The postings of one entry, in a fixed order; they add up to zero in each currency. An entry that names no booking period
     * is booked in the month it was recorded.
     */
    public static List<Posting> of(Entry entry) {
        if (!(entry.payload() instanceof ProjectEvent event)) {
            return List.of();
        }
        return switch (event) {
            case Movement movement -> new Postings(entry).move(movement, false).postings;
            case AidApproved approved -> new Postings(entry).approve(approved).postings;
            case EntryCorrected corrected -> new Postings(entry).correct(corrected).postings;
            case ProjectEvent.ProjectRegistered _,ProjectEvent.AidAccountOpened _,ProjectEvent.ActivityStatusReported _,StatementEvent _,ProjectEvent.RuleBreachNoted _ ->
                List.of();
        };
    }

    private Postings approve(AidApproved approved) {
        for (Money money : approved.approved()) {
            post(approved, money, APPROVED, APPROVAL_MEMO, null, null);
        }
        return this;
    }

    private Postings correct(EntryCorrected corrected) {
        move(corrected.reversed(), true);
        if (corrected.reentered() != null) {
            move(corrected.reentered(), false);
        }
        return this;
    }

    private Postings move(Movement movement, boolean reversed) {
        Money money = reversed ? movement.money().negated() : movement.money();
        switch (movement) {
            case AidPledged e ->
                post(e, money, e.direction() == Direction.IN ? PLEDGE_IN : PLEDGE_OUT, PLEDGE_MEMO, null, e.donor());
            case CommitmentSigned e ->
                post(e, money, e.direction() == Direction.IN ? COMMITMENT_IN : COMMITMENT_OUT, COMMITMENT_MEMO,
                        null, e.direction() == Direction.IN ? e.party() : null);
            case FundsReceived e -> {
                boolean cash = e.moneyAccount() != null;
                post(e, money, cash ? CASH : REPORTED_FUNDING, cash ? GRANT_INCOME : REPORTED_INCOME, e.moneyAccount(),
                        e.from());
            }
            case FundsDisbursed e -> disburse(e, money,
                    e.purpose() == DisbursementPurpose.ADVANCE ? ADVANCES : TRANSFERS_OUT, e.moneyAccount());
            case AdvanceReturned e -> disburse(e, money.negated(), ADVANCES, e.moneyAccount());
            case ExpenditureRecorded e -> spend(e, money);
            case FundsRefunded e -> post(e, money, REFUNDS, payer(e.moneyAccount()), e.moneyAccount(), e.to());
            case OtherFlowReported _ -> {
                // Kept for whoever reads the trail; no account of ours means what it says.
            }
        }
        return this;
    }

    private void disburse(Movement movement, Money money, Account debit, @Nullable String moneyAccount) {
        post(movement, money, debit, payer(moneyAccount), moneyAccount, null);
        post(movement, money, DISBURSED, DISBURSEMENT_MEMO, null, null);
    }

    private void spend(ExpenditureRecorded spent, Money money) {
        if (spent.paidFrom() == PaidFrom.ADVANCE) {
            post(spent, money, EXPENDITURE, ADVANCES, null, null);
        } else if (spent.paidFrom() == PaidFrom.DONOR && spent.iati() == null) {
            post(spent, money, EXPENDITURE, GRANT_DIRECT, null, null);
        } else if (spent.moneyAccount() != null) {
            disburse(spent, money, EXPENDITURE, spent.moneyAccount());
        } else {
            post(spent, money, EXPENDITURE, REPORTED_FUNDING, null, null);
        }
    }

    private static Account payer(@Nullable String moneyAccount) {
        return moneyAccount == null ? REPORTED_FUNDING : CASH;
    }

    private void post(ProjectEvent event, Money money, Account debit, Account credit, @Nullable String moneyAccount,
            @Nullable Party donor) {
        add(event, money, money.amount(), debit, credit, moneyAccount, donor);
        add(event, money, money.amount().negate(), credit, debit, moneyAccount, donor);
    }

    private void add(ProjectEvent event, Money money, BigDecimal amount, Account account, Account contra,
            @Nullable String moneyAccount, @Nullable Party donor) {
        LocalDate effective = event.effectiveDate();
        postings.add(new Posting(entry.index(), postings.size(), event.project().value(), account, contra,
                money.currency(), amount,
                effective, entry.recordedAt(), bookingPeriod, account == CASH ? moneyAccount : null, name(donor),
                FundingSource.AID));
    }

    private static @Nullable String name(@Nullable Party party) {
        if (party == null) {
            return null;
        }
        return party.ref() != null ? party.ref() : party.name();
    }
}
