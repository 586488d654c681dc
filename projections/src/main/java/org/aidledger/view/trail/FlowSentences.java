package org.aidledger.view.trail;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.aidledger.project.Direction;
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
import org.jspecify.annotations.Nullable;

/** Says what happened to goods, and to money beyond receipts, payments and refunds. */
final class FlowSentences {

    private final Sentences sentences;
    private final @Nullable Long refersTo;

    /** @param refersTo index of the event that the said one names by its version, where it names one */
    FlowSentences(Sentences sentences, @Nullable Long refersTo) {
        this.sentences = sentences;
        this.refersTo = refersTo;
    }

    String say(MoneyEvent event) {
        Sentences.Arguments money = sentences.with("money", sentences.money(event.money()));
        return switch (event) {
            case PledgeReduced e -> money.clause("from", Sentences.name(e.donor()))
                    .say(direction("trail.pledge-reduced", e.direction()));
            case PledgeWithdrawn e -> money.clause("from", Sentences.name(e.donor()))
                    .say(direction("trail.pledge-withdrawn", e.direction()));
            case CommitmentChanged e -> money.clause("with", Sentences.name(e.party()))
                    .say(direction("trail.commitment-changed", e.direction()));
            case AdvanceCleared e -> money.and("event", Sentences.number(refersTo)).clause("category", e.category())
                    .say("trail.advance-cleared");
            case InterestEarned e -> money.clause("account", e.moneyAccount()).say("trail.interest-earned");
            case RecoveryReceived e -> money.clause("from", Sentences.name(e.from()))
                    .clause("account", e.moneyAccount()).and("finding", e.finding()).say("trail.recovery-received");
            case FundsExchanged e -> money.and("bought", sentences.money(e.bought())).and("from", e.fromAccount())
                    .and("to", e.toAccount()).and("rate", sentences.plain(e.rate())).and("source", e.rateSource())
                    .say("trail.funds-exchanged");
            case FundsTransferred e -> money.and("from", e.fromAccount()).and("to", e.toAccount())
                    .say("trail.funds-transferred");
            case ExchangeDifferenceRecognised e -> money.and("policy", e.policy())
                    .say("trail.exchange-difference-recognised");
            case ServicesReceived e -> money.and("quantity", sentences.plain(e.quantity())).and("unit", e.unit())
                    .and("service", e.service()).clause("from", Sentences.name(e.from())).and("method", e.method())
                    .say("trail.services-received");
        };
    }

    String say(GoodsEvent event) {
        Sentences.Arguments money = sentences.with("money", sentences.money(event.money()));
        return switch (event) {
            case GoodsReceived e -> money.and("goods", e.lines().stream()
                    .map(line -> sentences.plain(line.quantity()) + " " + line.unit() + " " + line.item())
                    .collect(Collectors.joining(", "))).clause("from", Sentences.name(e.from()))
                    .say("trail.goods-received");
            case GoodsValued e -> money.and("item", e.item()).and("event", Sentences.number(refersTo))
                    .and("unitValue", sentences.plain(e.unitValue())).and("method", e.method())
                    .say("trail.goods-valued");
            case GoodsDistributed e -> goods(money, e.quantity(), e.item()).clause("to", Sentences.name(e.to()))
                    .say("trail.goods-distributed");
            case GoodsLost e -> goods(money, e.quantity(), e.item()).and("reason", e.reason())
                    .say("trail.goods-lost");
            case GoodsSold e -> goods(money, e.quantity(), e.item()).and("proceeds", sentences.money(e.proceeds()))
                    .clause("to", Sentences.name(e.to())).clause("account", e.moneyAccount())
                    .say("trail.goods-sold");
        };
    }

    private Sentences.Arguments goods(Sentences.Arguments money, BigDecimal quantity, String item) {
        return money.and("quantity", sentences.plain(quantity)).and("item", item)
                .and("event", Sentences.number(refersTo));
    }

    private static String direction(String event, Direction direction) {
        return Sentences.code(event, direction);
    }
}
