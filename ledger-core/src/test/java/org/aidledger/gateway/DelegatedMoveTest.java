package org.aidledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorCommand.EndDelegation;
import org.aidledger.actor.ActorCommand.GiveDelegation;
import org.aidledger.actor.ActorCommand.GrantRole;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.actor.Way;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.MoveEntry;
import org.aidledger.project.ProjectCommand.RecordMovement;
import org.aidledger.project.ProjectCommand.ValueGoods;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry that moves to another project keeps apart there whom an entry made there keeps apart, delegates as well. */
class DelegatedMoveTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final ProjectId FROM = new ProjectId("PRJ-1");
    private static final ProjectId TO = new ProjectId("PRJ-2");
    private static final Request LAN = Request.of("lan", Way.DECIDED, "rest");
    private static final Request MINH = Request.of("minh", Way.DECIDED, "rest");
    private static final Request HOA = Request.of("hoa", Way.DECIDED, "rest");
    private static final Request CHIEF = Request.of("chief", Way.DECIDED, "rest");

    private TestDatabase database;
    private LedgerGateway gateway;
    private LedgerGateway other;

    @BeforeEach
    void open() {
        database = TestDatabase.createMigrated();
        gateway = new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
        other = new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        gateway.close();
        other.close();
        database.close();
    }

    @Test
    void who_acts_for_the_receiver_of_goods_does_not_move_their_value_to_them_whichever_node_was_told() {
        received(FROM, MINH);
        long receipt = received(TO, LAN);
        long valued = recorded(new ValueGoods(FROM, receipt, "pump", BigDecimal.TEN, Currency.of("USD"), "invoice",
                null, DAY), LAN).version();
        var there = new GoodsValued(TO, receipt, "pump", BigDecimal.TEN, usd("30"), "invoice", null, null, DAY);
        var move = new MoveEntry(FROM, valued, "DC-1", CorrectionReason.NOT_OURS, "of the other project", there, null,
                DAY);
        assertThat(codes(other.send(move, LAN))).containsExactly("segregation.received-goods");
        assertThat(other.send(move, HOA.asDryRun())).isInstanceOf(Outcome.WouldRecord.class);

        ActorStreamId roles = new ActorStreamId("ACT-lan");
        ActorId hoa = new ActorId("hoa");
        DocumentRef decision = DocumentRef.of("3/QĐ");
        recorded(new GrantRole(roles, GrantedRole.OFFICER, DAY, null, decision, DAY), CHIEF);
        recorded(new GiveDelegation(roles, hoa, GrantedRole.OFFICER, DAY, DAY.plusDays(9), decision, DAY), CHIEF);

        long before = gateway.reader().size();
        assertThat(codes(other.send(move, HOA))).containsExactly("segregation.acts-for");
        assertThat(gateway.reader().size()).as("neither side is recorded").isEqualTo(before);

        recorded(new EndDelegation(roles, hoa, GrantedRole.OFFICER, decision, DAY), CHIEF);
        assertThat(other.send(move, HOA)).isInstanceOf(Outcome.Recorded.class);
    }

    /** Three pumps; the version of their receipt. */
    private long received(ProjectId project, Request who) {
        recorded(LedgerGatewayTest.register(project.value()), MINH);
        recorded(new ApproveAid(project, DocumentRef.of("12/QĐ-UBND"), "UBND", null, List.of(usd("100")), DAY), MINH);
        return recorded(new RecordMovement(new GoodsReceived(project, null,
                List.of(new GoodsLine("pump", new BigDecimal("3"), "piece")), usd("30"), null, null, DAY)), who)
                .version();
    }

    private Outcome.Recorded recorded(LedgerCommand command, Request who) {
        Outcome outcome = gateway.send(command, who);
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return (Outcome.Recorded) outcome;
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static List<String> codes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusals().stream().map(Refusal::code).toList();
    }
}
