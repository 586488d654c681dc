package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.actor.ActorId;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.ModelProject.Lot;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.ExchangeDifferenceRecognised;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.jspecify.annotations.Nullable;

/** Which rules a movement breaks, by their codes, judged on the whole history of the model. */
final class ModelRules {

    final ModelProject project;
    final ProjectContext who;
    /** What refuses when decided here, and is noted when reported. */
    final Set<String> broken = new TreeSet<>();
    /** What is noted in both ways. */
    final Set<String> late = new TreeSet<>();

    ModelRules(ModelProject project, ProjectContext who) {
        this.project = project;
        this.who = who;
    }

    boolean decided() {
        return who.isDecided();
    }

    void breaks(String code, boolean isBroken) {
        if (isBroken) {
            broken.add(code);
        }
    }

    void inspector() {
        breaks("segregation.inspects-project", who.actorInspects());
    }

    void stage(ProjectEvent event) {
        breaks("stage.not-possible", !ModelStages.isPossible(event, project.stage(), project.isEmergency()));
    }

    void future(LocalDate date) {
        breaks("date.in-future", date.isAfter(who.today()));
    }

    /** A movement that comes by itself. */
    void movement(Movement movement) {
        inspector();
        if (movement instanceof GoodsValued valued && decided()) {
            breaks("segregation.received-goods", receiver(valued.receipt(), who.actor()));
        }
        stage(movement);
        limits(ModelSums.change(null, movement));
        entry(movement, null, project.lots(null, false));
    }

    private boolean receiver(long receipt, ActorId actor) {
        return receipt >= 0 && receipt < project.history().size()
                && project.history().get((int) receipt).event() instanceof GoodsReceived
                && project.history().get((int) receipt).actor().equals(actor);
    }

    /** What is judged of an entry besides stage and limits. {@code instead} is what it replaces, {@code lots} without that. */
    void entry(Movement m, @Nullable Movement instead, Map<String, Lot> lots) {
        if (project.isOwner() && (m instanceof FundsReceived || m instanceof FundsDisbursed
                || m instanceof ExpenditureRecorded || m instanceof GoodsReceived
                || m instanceof MoneyEvent.ServicesReceived)) {
            LocalDate approved = project.firstApproval();
            breaks("funding.not-approved", approved == null);
            breaks("funding.before-approval", approved != null && m.effectiveDate().isBefore(approved));
        }
        parts(m, instead);
        goods(m, lots);
        accounts(m);
        itself(m);
    }

    /** Limits are broken by going towards them and ending beyond. */
    void limits(Map<String, BigDecimal> change) {
        change.forEach((slot, by) -> {
            String[] words = slot.split(" ");
            String currency = words[words.length - 1];
            boolean falls = by.signum() < 0;
            boolean below = falls && project.sum(slot).add(by).signum() < 0;
            switch (words[0]) {
                case "disbursed" -> breaks("funding.exceeds-approved",
                        by.signum() > 0 && project.isOwner() && project.firstApproval() != null
                                && project.sum(slot).add(by).compareTo(project.approved(currency)) > 0);
                case "cash" -> breaks("funding.exceeds-cash", below);
                case "advances" -> breaks("funding.exceeds-advances", below);
                case "pledged" -> breaks("pledge.exceeds-pledged", below);
                case "outflow" -> commitments(change, currency, by.signum() > 0);
                case "committed" -> commitments(change, currency, falls);
                case "cleared" -> clearing(Long.parseLong(words[1]), currency, by, slot);
                default -> {
                    // not limited
                }
            }
        });
    }

    private void commitments(Map<String, BigDecimal> change, String currency, boolean towards) {
        BigDecimal before = project.sum("committed IN " + currency).add(project.sum("committed OUT " + currency));
        BigDecimal after = before.add(change.getOrDefault("committed IN " + currency, BigDecimal.ZERO))
                .add(change.getOrDefault("committed OUT " + currency, BigDecimal.ZERO));
        BigDecimal out = project.sum("outflow " + currency)
                .add(change.getOrDefault("outflow " + currency, BigDecimal.ZERO));
        breaks("funding.exceeds-commitments", towards && (before.signum() != 0 || after.signum() != 0)
                && out.signum() > 0 && out.compareTo(after) > 0);
    }

    private void clearing(long advance, String currency, BigDecimal by, String slot) {
        if (by.signum() > 0) {
            if (project.standing().get(advance) instanceof FundsDisbursed paid
                    && paid.purpose() == DisbursementPurpose.ADVANCE
                    && paid.money().currency().code().equals(currency)) {
                breaks("advance.exceeds-it", project.sum(slot).add(by).compareTo(paid.money().amount()) > 0);
            } else {
                broken.add("advance.unknown");
            }
        }
    }

    private BigDecimal without(String slot, @Nullable Movement instead) {
        return project.sum(slot).add(ModelSums.change(instead, null).getOrDefault(slot, BigDecimal.ZERO));
    }

    private void parts(Movement movement, @Nullable Movement instead) {
        Money money = movement.money();
        switch (movement) {
            case PledgeWithdrawn m -> breaks("pledge.not-all-withdrawn",
                    without("pledged " + m.direction() + " " + money.currency(), instead)
                            .compareTo(money.amount()) > 0);
            case CommitmentChanged m -> breaks("commitment.below-zero", decided() && money.isNegative()
                    && without("committed " + m.direction() + " " + money.currency(), instead).add(money.amount())
                            .signum() < 0);
            case FundsExchanged m -> {
                boolean same = money.currency().equals(m.bought().currency());
                breaks("exchange.same-currency", same);
                breaks("exchange.wrong-rate", !same && !rounded(money.amount().multiply(m.rate()),
                        m.bought().amount(), lastDigit(m.bought().currency())));
            }
            case FundsTransferred m -> breaks("transfer.same-account", m.fromAccount().equals(m.toAccount()));
            case FundsDisbursed m -> conversion(money, m.consumes());
            case ExpenditureRecorded m -> conversion(money, m.consumes());
            case AdvanceReturned m -> conversion(money, m.consumes());
            case Movement m -> {
                // one amount
            }
        }
    }

    private void conversion(Money paid, @Nullable Consumption consumes) {
        breaks("funding.wrong-conversion", consumes != null && !rounded(
                consumes.money().amount().multiply(consumes.rate()), paid.amount(),
                lastDigit(consumes.money().currency()).multiply(consumes.rate())));
    }

    private static boolean rounded(BigDecimal exact, BigDecimal stated, BigDecimal lessThan) {
        return exact.subtract(stated).abs().compareTo(lessThan) < 0;
    }

    private static BigDecimal lastDigit(Currency currency) {
        return BigDecimal.ONE.movePointLeft(Math.max(0, currency.minorDigits()));
    }

    private void goods(Movement movement, Map<String, Lot> lots) {
        switch (movement) {
            case GoodsReceived m -> {
                breaks("goods.nothing-received", m.lines().isEmpty());
                breaks("goods.item-twice",
                        m.lines().stream().map(GoodsLine::item).distinct().count() < m.lines().size());
            }
            case GoodsValued m -> {
                Lot lot = lots.getOrDefault(m.receipt() + "/" + m.item(), Lot.NONE);
                if (lot.came().signum() == 0) {
                    broken.add("goods.unknown");
                } else if (lot.unit() != null) {
                    broken.add("goods.already-valued");
                } else {
                    breaks("goods.wrong-value",
                            m.money().amount().compareTo(lot.came().multiply(m.unitValue())) != 0);
                }
            }
            case GoodsEvent.GoodsDistributed m -> out(lots, m.receipt() + "/" + m.item(), m.quantity(), m.money());
            case GoodsEvent.GoodsLost m -> out(lots, m.receipt() + "/" + m.item(), m.quantity(), m.money());
            case GoodsSold m -> out(lots, m.receipt() + "/" + m.item(), m.quantity(), m.money());
            case Movement m -> {
                // no goods
            }
        }
    }

    private void out(Map<String, Lot> lots, String name, BigDecimal quantity, Money stated) {
        Lot lot = lots.getOrDefault(name, Lot.NONE);
        Money unit = lot.unit();
        if (lot.came().signum() == 0) {
            broken.add("goods.unknown");
        } else if (unit == null) {
            broken.add("goods.not-valued");
        } else if (quantity.signum() <= 0) {
            broken.add("goods.quantity-not-positive");
        } else {
            breaks("goods.exceeds-stock", quantity.compareTo(lot.there()) > 0);
            breaks("goods.wrong-value", !stated.currency().equals(unit.currency())
                    || stated.amount().compareTo(unit.amount().multiply(quantity)) != 0);
        }
    }

    private void accounts(Movement movement) {
        switch (movement) {
            case FundsReceived m -> cash(m.moneyAccount());
            case FundsDisbursed m -> cash(m.moneyAccount());
            case AdvanceReturned m -> cash(m.moneyAccount());
            case FundsRefunded m -> cash(m.moneyAccount());
            case MoneyEvent.InterestEarned m -> cash(m.moneyAccount());
            case MoneyEvent.RecoveryReceived m -> cash(m.moneyAccount());
            case GoodsSold m -> cash(m.moneyAccount());
            case FundsExchanged m -> both(m.fromAccount(), m.toAccount());
            case FundsTransferred m -> both(m.fromAccount(), m.toAccount());
            case ExpenditureRecorded m when m.paidFrom() == PaidFrom.ACCOUNT -> cash(m.moneyAccount());
            case ExpenditureRecorded m -> breaks("account.not-used", m.moneyAccount() != null);
            case Movement m -> {
                // no cash
            }
        }
    }

    private void both(String from, String to) {
        cash(from);
        cash(to);
    }

    private void cash(@Nullable String account) {
        Set<String> opened = project.accounts().keySet();
        breaks("account.not-named", account == null && decided() && !opened.isEmpty());
        breaks("account.none-opened", account != null && opened.isEmpty());
        breaks("account.unknown", account != null && !opened.isEmpty() && !opened.contains(account));
    }

    private void itself(Movement movement) {
        future(movement.effectiveDate());
        Money money = movement.money();
        switch (movement) {
            case CommitmentChanged m -> change(money);
            case ExchangeDifferenceRecognised m -> change(money);
            case GoodsEvent m when !(m instanceof GoodsReceived) -> listed(money);
            case Movement m -> amount(money);
        }
        if (movement instanceof GoodsSold sold) {
            amount(sold.proceeds());
        }
        if (movement instanceof FundsExchanged exchanged) {
            amount(exchanged.bought());
        }
        if (decided()) {
            breaks("pledge.donor-missing", movement instanceof AidPledged m && m.donor() == null);
            breaks("commitment.agreement-missing", movement instanceof CommitmentSigned m && m.agreement() == null
                    || movement instanceof CommitmentChanged c && c.agreement() == null);
            breaks("project.only-reported", movement instanceof OtherFlowReported);
        }
    }

    private void change(Money money) {
        listed(money);
        breaks("money.zero", decided() && money.amount().signum() == 0);
        digits(money);
    }

    void amount(Money money) {
        listed(money);
        breaks("money.not-positive", decided() && money.amount().signum() <= 0);
        digits(money);
    }

    void listed(Money money) {
        breaks("money.currency-unlisted", !money.currency().isListed());
    }

    private void digits(Money money) {
        breaks("money.too-many-digits", decided() && money.currency().minorDigits() >= 0
                && money.amount().stripTrailingZeros().scale() > money.currency().minorDigits());
    }

    /** A decision that approves money, of the first or of a later version. */
    void decision(String number, List<Money> approved, LocalDate date) {
        breaks("approval.decision-number-used", project.decisions().contains(number));
        breaks("approval.nothing-approved", approved.isEmpty());
        Set<Currency> currencies = new HashSet<>();
        approved.forEach(money -> breaks("approval.duplicate-currency", !currencies.add(money.currency())));
        future(date);
        approved.forEach(this::amount);
    }
}
