package org.aidledger.project;

import static org.aidledger.project.ProjectFacts.*;
import static org.aidledger.project.StepFacts.*;
import static org.aidledger.testing.Judged.ALWAYS;
import static org.aidledger.testing.Judged.IN_BOTH_WAYS;
import static org.aidledger.testing.Judged.WHEN_DECIDED;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of promises changed, advances cleared, money exchanged and transferred, and goods, by example. */
public final class FlowRules {

    private static final ProjectEvent[] GOODS = {registered(), approved("100", "USD"), goods(PUMPS)};
    private static final ProjectEvent[] VALUED =
            {registered(), approved("100", "USD"), goods(PUMPS), valued(2, "90.50", "905.00")};
    private static final ProjectEvent[] CASH = {registered(), approved("100", "USD"), accountOpened("bidv"),
        accountOpened("vnd"), received("100", "USD", "bidv")};

    private FlowRules() {
    }

    public static List<RuleExample<ProjectCommand, ProjectEvent>> examples() {
        return List.of(
                rule("pledge.exceeds-pledged", "A pledge is reduced by no more than is pledged.", IN_BOTH_WAYS,
                        given(registered(), pledged("100", "USD")), enter(reduced("100.01")))
                        .keeps(enter(reduced("40"))),
                rule("pledge.not-all-withdrawn", "A pledge that is withdrawn is withdrawn in whole.", IN_BOTH_WAYS,
                        given(registered(), pledged("100", "USD"), reduced("40")), enter(withdrawn("50")))
                        .keeps(enter(withdrawn("60"))),
                rule("commitment.below-zero", "A change takes away no more than is committed.", WHEN_DECIDED,
                        given(registered(), committed("100", "USD")), enter(changed("-100.01")))
                        .keeps(enter(changed("-100"))),
                rule("money.zero", "A change is not zero; a report keeps what it came with.", WHEN_DECIDED,
                        given(registered(), committed("100", "USD")), enter(changed("0")))
                        .keeps(enter(changed("5"))),
                rule("advance.unknown", "What is cleared is an advance that stands.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), advanced("60", "USD", null)),
                        enter(cleared(1, "10"))).keeps(enter(cleared(2, "10"))),
                rule("advance.exceeds-it", "No more of an advance is cleared than it was.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), advanced("60", "USD", null),
                                advanced("30", "USD", null), cleared(3, "20")),
                        enter(cleared(3, "10.01"))).keeps(enter(cleared(3, "10"))),
                rule("exchange.same-currency", "An exchange is of one currency for another.", IN_BOTH_WAYS,
                        given(CASH), enter(exchanged("10", "10", "USD", "1")))
                        .keeps(enter(exchanged("10", "254500", "VND", "25450"))),
                rule("exchange.wrong-rate", "What is got is what is given at the rate, to the currency's last digit.",
                        IN_BOTH_WAYS, given(CASH), enter(exchanged("10", "254501", "VND", "25450")))
                        .keeps(enter(exchanged("10.01", "254754", "VND", "25450"))),
                rule("transfer.same-account", "A transfer is from one account to another.", IN_BOTH_WAYS, given(CASH),
                        enter(transferred("10", "bidv"))).keeps(enter(transferred("10", "vnd"))),
                rule("funding.wrong-conversion",
                        "What a payment takes of an approval in another currency is the payment at the rate kept with it.",
                        IN_BOTH_WAYS, given(registered(), approved("100", "USD")), enter(inDong("2545000", "99")))
                        .keeps(enter(inDong("2545000", "100"))),

                rule("goods.nothing-received", "A receipt of goods lists goods.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD")), enter(goods())).keeps(enter(goods(PUMPS))),
                rule("goods.item-twice", "An item stands in a receipt once.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD")), enter(goods(PUMPS, PUMPS)))
                        .keeps(enter(goods(PUMPS, "ống nước"))),
                rule("goods.unknown", "Goods are told by the receipt they came with.", ALWAYS, given(VALUED),
                        distribute(2, "ống nước", "1")).keeps(distribute(2, PUMPS, "1")),
                rule("goods.already-valued", "Goods are valued once; another value is a correction.", IN_BOTH_WAYS,
                        given(VALUED), value(2, "80")).keeps(given(GOODS), value(2, "80")),
                rule("goods.not-valued", "Goods leave after they are valued.", ALWAYS, given(GOODS),
                        distribute(2, PUMPS, "1")).keeps(given(VALUED), distribute(2, PUMPS, "1")),
                rule("goods.wrong-value", "A value is the quantity times the value of one unit.", IN_BOTH_WAYS,
                        given(GOODS), enter(valued(2, "90", "901"))).keeps(enter(valued(2, "90", "900"))),
                rule("goods.quantity-not-positive", "A quantity is above zero.", IN_BOTH_WAYS, given(VALUED),
                        distribute(2, PUMPS, "0")).keeps(distribute(2, PUMPS, "0.5")),
                rule("goods.exceeds-stock", "No more goods leave than are there.", IN_BOTH_WAYS, given(VALUED),
                        distribute(2, PUMPS, "10.5")).keeps(distribute(2, PUMPS, "10")),
                rule("correction.others-rest-on-it", "An entry of goods is corrected after those that rest on it.",
                        ALWAYS, given(VALUED), correct(2, null)).keeps(given(GOODS), correct(2, null)));
    }

    /** A payment in dong out of an approval in dollars. */
    static FundsDisbursed inDong(String paid, String consumed) {
        return new FundsDisbursed(PROJECT, DisbursementPurpose.PAYMENT, SUPPLIER, Money.of(paid, "VND"), null, null,
                new Consumption(Money.of(consumed, "USD"), new BigDecimal("25450"), PAID_ON, "BIDV"), null, null, null,
                PAID_ON);
    }

    private static Broken<ProjectCommand, ProjectEvent> rule(String code, String rule, Judged judged,
            Scenario<ProjectCommand, ProjectEvent> broken, ProjectCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
