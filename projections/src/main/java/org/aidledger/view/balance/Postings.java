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
import org.aidledger.project.Consumption;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
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
import org.aidledger.project.Party;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
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
import org.aidledger.time.VietNam;
import org.jspecify.annotations.Nullable;

/**
 * The table of accounts: what each event posts, debit / credit. Where it says CASH, a movement that names no money account kept
 * here goes through {@code REPORTED_FUNDING}, so that money reported by others never looks like cash. DISBURSED / its memo is
 * posted in the currency of the approval that a payment consumes.
 *
 * <table>
 * <tr><td>pledge, commitment; reduced, withdrawn, changed</td><td>in or out / its memo; the reverse, or by the change</td></tr>
 * <tr><td>approval; amended; revoked</td><td>APPROVED / APPROVAL_MEMO; before reversed, then as amended; before reversed</td></tr>
 * <tr><td>receipt</td><td>CASH / GRANT_INCOME; without an account, REPORTED_FUNDING / REPORTED_INCOME</td></tr>
 * <tr><td>counterpart fund received</td><td>CASH / COUNTERPART</td></tr>
 * <tr><td>advance; returned</td><td>ADVANCES / CASH, DISBURSED / memo; the reverse</td></tr>
 * <tr><td>payment for good</td><td>TRANSFERS_OUT / CASH, DISBURSED / memo</td></tr>
 * <tr><td>expenditure from the account</td><td>EXPENDITURE / CASH, DISBURSED / memo</td></tr>
 * <tr><td>expenditure from an advance, advance cleared</td><td>EXPENDITURE / ADVANCES</td></tr>
 * <tr><td>expenditure by the donor</td><td>EXPENDITURE / GRANT_DIRECT</td></tr>
 * <tr><td>the same in a donor's own report; out of an intermediary's own funds</td><td>EXPENDITURE / REPORTED_FUNDING</td></tr>
 * <tr><td>any of these with counterpart money</td><td>without DISBURSED / memo</td></tr>
 * <tr><td>goods valued</td><td>GOODS / GRANT_IN_KIND</td></tr>
 * <tr><td>goods distributed; lost; sold</td><td>EXPENDITURE; GOODS_LOSS; COST_OF_GOODS_SOLD / GOODS</td></tr>
 * <tr><td>expert services received</td><td>EXPENDITURE / GRANT_IN_KIND</td></tr>
 * <tr><td>proceeds of a sale; interest; recovery</td><td>CASH / SALE_INCOME; INTEREST_INCOME; RECOVERY_INCOME</td></tr>
 * <tr><td>exchange</td><td>EXCHANGE / CASH in the currency given; CASH / EXCHANGE in the one got</td></tr>
 * <tr><td>exchange difference</td><td>FX_DIFFERENCE / EXCHANGE</td></tr>
 * <tr><td>transfer</td><td>CASH / CASH, of two accounts</td></tr>
 * <tr><td>refund</td><td>REFUNDS / CASH</td></tr>
 * <tr><td>correction</td><td>what stood, mirrored, at its own effective date; then the right entry at its own</td></tr>
 * <tr><td>any other</td><td>nothing</td></tr>
 * </table>
 */
public final class Postings {

    private final Entry entry;
    private final YearMonth bookingPeriod;
    private final List<Posting> postings = new ArrayList<>(4);
    /** While what stood is taken back: every amount with the other sign. */
    private boolean reversing;

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
        if (!(entry.payload() instanceof ProjectEvent event) || !event.movesMoney()) {
            return List.of();
        }
        Postings of = new Postings(entry);
        switch (event) {
            case Movement movement -> of.move(movement);
            case AidApproved approved -> of.approve(approved, approved.approved());
            case ApprovalAmended amended -> {
                of.takeBack(amended, amended.before());
                of.approve(amended, amended.approved());
            }
            case ApprovalRevoked revoked -> of.takeBack(revoked, revoked.before());
            case EntryCorrected corrected -> of.correct(corrected);
            case ProjectEvent e -> throw new IllegalStateException(entry.type() + " moves money nobody posts");
        }
        return of.postings;
    }

    private void approve(ProjectEvent decision, List<Money> moneys) {
        moneys.forEach(money -> post(decision, money, APPROVED, APPROVAL_MEMO));
    }

    private void takeBack(ProjectEvent decision, List<Money> moneys) {
        reversing = true;
        approve(decision, moneys);
        reversing = false;
    }

    private void correct(EntryCorrected corrected) {
        reversing = true;
        move(corrected.reversed());
        reversing = false;
        if (corrected.reentered() != null) {
            move(corrected.reentered());
        }
    }

    private void move(Movement movement) {
        Money money = movement.money();
        switch (movement) {
            case AidPledged e -> promise(e, money, pledged(e.direction()), PLEDGE_MEMO, e.donor());
            case CommitmentSigned e -> promise(e, money, committed(e.direction()), COMMITMENT_MEMO,
                    e.direction() == Direction.IN ? e.party() : null);
            case FundsReceived e -> receive(e);
            case FundsDisbursed e -> disburse(e, money,
                    e.purpose() == DisbursementPurpose.ADVANCE ? ADVANCES : TRANSFERS_OUT, e.moneyAccount(),
                    source(e.fundingSource()), e.consumes());
            case AdvanceReturned e -> {
                reversing = !reversing;
                disburse(e, money, ADVANCES, e.moneyAccount(), source(e.fundingSource()), e.consumes());
                reversing = !reversing;
            }
            case ExpenditureRecorded e -> spend(e, money);
            case FundsRefunded e -> add(e, money, REFUNDS, holder(e.moneyAccount()), null, e.moneyAccount(), e.to(),
                    FundingSource.AID);
            case OtherFlowReported _ -> {
                // Kept for whoever reads the trail; no account of ours means what it says.
            }
            case MoneyEvent e -> move(e);
            case GoodsEvent e -> move(e);
        }
    }

    private void move(MoneyEvent event) {
        Money money = event.money();
        switch (event) {
            case PledgeReduced e -> promise(e, money.negated(), pledged(e.direction()), PLEDGE_MEMO, e.donor());
            case PledgeWithdrawn e -> promise(e, money.negated(), pledged(e.direction()), PLEDGE_MEMO, e.donor());
            case CommitmentChanged e -> promise(e, money, committed(e.direction()), COMMITMENT_MEMO,
                    e.direction() == Direction.IN ? e.party() : null);
            case AdvanceCleared e -> post(e, money, EXPENDITURE, ADVANCES);
            case InterestEarned e -> income(e, money, INTEREST_INCOME, e.moneyAccount());
            case RecoveryReceived e -> income(e, money, RECOVERY_INCOME, e.moneyAccount());
            case FundsExchanged e -> {
                add(e, money, EXCHANGE, CASH, null, e.fromAccount(), null, FundingSource.AID);
                add(e, e.bought(), CASH, EXCHANGE, e.toAccount(), null, null, FundingSource.AID);
            }
            case FundsTransferred e ->
                add(e, money, CASH, CASH, e.toAccount(), e.fromAccount(), null, FundingSource.AID);
            case ExchangeDifferenceRecognised e -> post(e, money, FX_DIFFERENCE, EXCHANGE);
            case ServicesReceived e -> promise(e, money, EXPENDITURE, GRANT_IN_KIND, e.from());
        }
    }

    private void move(GoodsEvent event) {
        switch (event) {
            case GoodsReceived _ -> {
                // Of no value in the books before it is set by somebody else.
            }
            case GoodsValued e -> post(e, e.money(), GOODS, GRANT_IN_KIND);
            case GoodsDistributed e -> post(e, e.money(), EXPENDITURE, GOODS);
            case GoodsLost e -> post(e, e.money(), GOODS_LOSS, GOODS);
            case GoodsSold e -> {
                post(e, e.money(), COST_OF_GOODS_SOLD, GOODS);
                income(e, e.proceeds(), SALE_INCOME, e.moneyAccount());
            }
        }
    }

    private static Account pledged(Direction direction) {
        return direction == Direction.IN ? PLEDGE_IN : PLEDGE_OUT;
    }

    private static Account committed(Direction direction) {
        return direction == Direction.IN ? COMMITMENT_IN : COMMITMENT_OUT;
    }

    private static FundingSource source(org.aidledger.project.@Nullable FundingSource source) {
        return source == null ? FundingSource.AID : FundingSource.valueOf(source.name());
    }

    private void receive(FundsReceived e) {
        boolean cash = e.moneyAccount() != null;
        FundingSource source = source(e.fundingSource());
        Account income = source == FundingSource.COUNTERPART ? COUNTERPART : cash ? GRANT_INCOME : REPORTED_INCOME;
        add(e, e.money(), cash ? CASH : REPORTED_FUNDING, income, e.moneyAccount(), null, e.from(), source);
    }

    private void disburse(Movement movement, Money money, Account debit, @Nullable String moneyAccount,
            FundingSource source, @Nullable Consumption consumes) {
        add(movement, money, debit, holder(moneyAccount), null, moneyAccount, null, source);
        if (source != FundingSource.COUNTERPART) {
            post(movement, consumes == null ? money : consumes.money(), DISBURSED, DISBURSEMENT_MEMO);
        }
    }

    private void spend(ExpenditureRecorded spent, Money money) {
        FundingSource source = source(spent.fundingSource());
        switch (spent.paidFrom()) {
            case ACCOUNT -> disburse(spent, money, EXPENDITURE, spent.moneyAccount(), source, spent.consumes());
            case ADVANCE -> add(spent, money, EXPENDITURE, ADVANCES, null, null, null, source);
            case DONOR -> add(spent, money, EXPENDITURE, spent.iati() == null ? GRANT_DIRECT : REPORTED_FUNDING, null,
                    null, null, source);
            case OWN_FUNDS -> add(spent, money, EXPENDITURE, REPORTED_FUNDING, null, null, null, source);
        }
    }

    private void income(Movement movement, Money money, Account income, @Nullable String moneyAccount) {
        add(movement, money, holder(moneyAccount), income, moneyAccount, null, null, FundingSource.AID);
    }

    /** Where money of a project is: on its account or, where it keeps no cash book here, wherever it is reported from. */
    private static Account holder(@Nullable String moneyAccount) {
        return moneyAccount == null ? REPORTED_FUNDING : CASH;
    }

    private void promise(Movement movement, Money money, Account debit, Account credit, @Nullable Party donor) {
        add(movement, money, debit, credit, null, null, donor, FundingSource.AID);
    }

    private void post(ProjectEvent event, Money money, Account debit, Account credit) {
        add(event, money, debit, credit, null, null, null, FundingSource.AID);
    }

    private void add(ProjectEvent event, Money money, Account debit, Account credit, @Nullable String debitAccount,
            @Nullable String creditAccount, @Nullable Party donor, FundingSource source) {
        BigDecimal amount = reversing ? money.amount().negate() : money.amount();
        side(event, money, amount, debit, credit, debitAccount, donor, source);
        side(event, money, amount.negate(), credit, debit, creditAccount, donor, source);
    }

    private void side(ProjectEvent event, Money money, BigDecimal amount, Account account, Account contra,
            @Nullable String moneyAccount, @Nullable Party donor, FundingSource source) {
        LocalDate effective = event.effectiveDate();
        postings.add(new Posting(entry.index(), postings.size(), event.project().value(), account, contra,
                money.currency(), amount, effective, entry.recordedAt(), bookingPeriod,
                account == CASH ? moneyAccount : null, name(donor), source));
    }

    private static @Nullable String name(@Nullable Party party) {
        if (party == null) {
            return null;
        }
        return party.ref() != null ? party.ref() : party.name();
    }
}
