package org.aidledger.project;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.Refusal;
import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.ExchangeDifferenceRecognised;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyRefusal.ChangeZero;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectRefusal.CommitmentWithoutAgreement;
import org.aidledger.project.ProjectRefusal.CurrencyUnlisted;
import org.aidledger.project.ProjectRefusal.NotPositive;
import org.aidledger.project.ProjectRefusal.OnlyReported;
import org.aidledger.project.ProjectRefusal.PledgeWithoutDonor;
import org.aidledger.project.ProjectRefusal.TooManyDigits;

/** What an entry must be like by itself, whatever the project's past. */
final class EntryRules {

    private EntryRules() {
    }

    static void check(Movement movement, ProjectContext context, List<Refusal> broken) {
        notInFuture(movement.effectiveDate(), context, broken);
        switch (movement) {
            case CommitmentChanged m -> change(m.money(), context, broken);
            case ExchangeDifferenceRecognised m -> change(m.money(), context, broken);
            case GoodsLost m -> listed(m.money(), broken);
            case GoodsDistributed m -> listed(m.money(), broken);
            case GoodsSold m -> {
                listed(m.money(), broken);
                money(m.proceeds(), context, broken);
            }
            case GoodsValued m -> listed(m.money(), broken);
            case FundsExchanged m -> {
                money(m.money(), context, broken);
                money(m.bought(), context, broken);
            }
            case Movement m -> money(m.money(), context, broken);
        }
        if (context.isDecided()) {
            complete(movement, broken);
        }
    }

    private static void change(Money money, ProjectContext context, List<Refusal> broken) {
        listed(money, broken);
        if (context.isDecided()) {
            if (money.amount().signum() == 0) {
                broken.add(new ChangeZero(money));
            }
            digits(money, broken);
        }
    }

    static void notInFuture(LocalDate date, ProjectContext context, List<Refusal> broken) {
        if (date.isAfter(context.today())) {
            broken.add(new DateInFuture(date, context.today()));
        }
    }

    static void money(Money money, ProjectContext context, List<Refusal> broken) {
        listed(money, broken);
        if (!context.isDecided()) {
            return;
        }
        if (!money.isPositive()) {
            broken.add(new NotPositive(money));
        }
        digits(money, broken);
    }

    static void listed(Money money, List<Refusal> broken) {
        if (!money.currency().isListed()) {
            broken.add(new CurrencyUnlisted(money.currency()));
        }
    }

    private static void digits(Money money, List<Refusal> broken) {
        int digitsMax = money.currency().minorDigits();
        if (digitsMax >= 0 && money.amount().scale() > digitsMax
                && money.amount().stripTrailingZeros().scale() > digitsMax) {
            broken.add(new TooManyDigits(money, digitsMax));
        }
    }

    private static void complete(Movement movement, List<Refusal> broken) {
        switch (movement) {
            case AidPledged m when m.donor() == null -> broken.add(new PledgeWithoutDonor(m.money()));
            case CommitmentSigned m when m.agreement() == null -> broken.add(new CommitmentWithoutAgreement(m.money()));
            case CommitmentChanged m when m.agreement() == null ->
                broken.add(new CommitmentWithoutAgreement(m.money()));
            case OtherFlowReported m -> broken.add(new OnlyReported(m.project()));
            case Movement m -> {
                // What else an entry names is its own to say or to leave out.
            }
        }
    }
}
