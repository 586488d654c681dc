package org.aidledger.app.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.MoneyEvent;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectId;
import org.jspecify.annotations.Nullable;

/** What is told of promises changed, of advances cleared, of money exchanged and transferred and of goods, one record a route. */
final class FlowBody {

    private FlowBody() {
    }

    /** A pledge made smaller, by {@code money}. */
    record PledgeReduction(Direction direction, @Nullable Party donor, Money money, @Nullable DocumentRef letter,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.PledgeReduced(project, direction, donor, money, letter, null, effectiveDate);
        }
    }

    /** A pledge taken back in whole. */
    record PledgeWithdrawal(Direction direction, @Nullable Party donor, Money money, @Nullable DocumentRef letter,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.PledgeWithdrawn(project, direction, donor, money, letter, null, effectiveDate);
        }
    }

    /** An agreement changed by {@code money}, negative for less. */
    record CommitmentChange(Direction direction, @Nullable Party party, Money money, @Nullable DocumentRef agreement,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.CommitmentChanged(project, direction, party, money, agreement, null, effectiveDate);
        }
    }

    /** Part of an advance accounted for; {@code advance} is the version of the entry that paid it. */
    record AdvanceClearing(long advance, @Nullable String category, Money money, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.AdvanceCleared(project, advance, category, money, voucher, null, effectiveDate);
        }
    }

    /** Interest the bank paid. */
    record Interest(Money money, @Nullable String moneyAccount, @Nullable DocumentRef voucher, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.InterestEarned(project, money, moneyAccount, voucher, null, effectiveDate);
        }
    }

    /** Money recovered after a finding, for example {@code INS-2026-04/1}. */
    record RecoveryReceipt(@Nullable Party from, Money money, @Nullable String moneyAccount, String finding,
            @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.RecoveryReceived(project, from, money, moneyAccount, finding, voucher, null,
                    effectiveDate);
        }
    }

    /** {@code money} exchanged for {@code bought}, at {@code rate} units of it for one. */
    record Exchange(Money money, String fromAccount, Money bought, String toAccount, BigDecimal rate, String rateSource,
            @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.FundsExchanged(project, money, fromAccount, bought, toAccount, rate, rateSource,
                    voucher, null, effectiveDate);
        }
    }

    /** Money moved from one account of the project to another. */
    record Transfer(Money money, String fromAccount, String toAccount, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.FundsTransferred(project, money, fromAccount, toAccount, voucher, null,
                    effectiveDate);
        }
    }

    /** An exchange difference, a loss positive. */
    record ExchangeDifference(Money money, String policy, @Nullable DocumentRef document, LocalDate effectiveDate,
            @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.ExchangeDifferenceRecognised(project, money, policy, document, null, effectiveDate);
        }
    }

    /** Expert services received, at the value {@code money}. */
    record ServiceReceipt(@Nullable Party from, String service, BigDecimal quantity, String unit, Money money,
            String method, @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new MoneyEvent.ServicesReceived(project, from, service, quantity, unit, money, method, voucher, null,
                    effectiveDate);
        }
    }

    /** Goods received; {@code money} is the value their papers declare. */
    record GoodsReceipt(@Nullable Party from, List<GoodsLine> lines, Money money, @Nullable DocumentRef voucher,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody.Entry {
        @Override
        public ProjectEvent.Movement movement(ProjectId project) {
            return new GoodsEvent.GoodsReceived(project, from, lines, money, voucher, null, effectiveDate);
        }
    }

    /** The value of one unit of what came of an item with a receipt, by its version. */
    record GoodsValuation(long receipt, String item, BigDecimal unitValue, Currency currency, String method,
            @Nullable DocumentRef document, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.ValueGoods(project, receipt, item, unitValue, currency, method, document,
                    effectiveDate);
        }
    }

    /** Goods given to those they are for. */
    record GoodsDistribution(long receipt, String item, BigDecimal quantity, @Nullable Party to,
            @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.DistributeGoods(project, receipt, item, quantity, to, voucher, effectiveDate);
        }
    }

    /** Goods lost, spoiled or stolen; {@code what} happened. */
    record GoodsLoss(long receipt, String item, BigDecimal quantity, String what, @Nullable DocumentRef document,
            LocalDate effectiveDate, @Nullable String reason) implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.WriteOffGoods(project, receipt, item, quantity, what, document, effectiveDate);
        }
    }

    /** Goods sold. */
    record GoodsSale(long receipt, String item, BigDecimal quantity, Money proceeds, @Nullable String moneyAccount,
            @Nullable Party to, @Nullable DocumentRef voucher, LocalDate effectiveDate, @Nullable String reason)
            implements ProjectBody {
        @Override
        public ProjectCommand command(ProjectId project) {
            return new ProjectCommand.SellGoods(project, receipt, item, quantity, proceeds, moneyAccount, to, voucher,
                    effectiveDate);
        }
    }
}
