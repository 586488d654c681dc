package org.aidledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.actor.Way;
import org.aidledger.bank.BankCommand.MatchLines;
import org.aidledger.bank.BankCommand.ReconcileStatement;
import org.aidledger.bank.BankCommand.RecordStatement;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.bank.StatementLine;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.OpenAidAccount;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reconciling against posting, each decided on a node of its own over one PostgreSQL. */
class BankRaceTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Currency USD = Currency.of("USD");
    private static final Request LAN = Request.of("lan", Way.DECIDED, "rest");
    private static final Request MINH = Request.of("minh", Way.DECIDED, "rest");
    private static final int ROUNDS = 12;

    private TestDatabase database;
    private LedgerGateway posting;
    private LedgerGateway reconciling;

    @BeforeEach
    void open() {
        database = TestDatabase.createMigrated();
        posting = new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
        reconciling = new LedgerGateway(database.app(), database.app(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        posting.close();
        reconciling.close();
        database.close();
    }

    @Test
    void who_posted_an_entry_does_not_reconcile_it_and_somebody_else_does() {
        StatementAccount account = opened(0);
        long entry = received(posting, account, LAN);
        recorded(posting.send(statement(account), MINH));
        recorded(reconciling.send(new MatchLines(account.id(), List.of(1L), List.of(entry), DAY), MINH));
        long size = reconciling.reader().size();
        assertThat(codes(reconciling.send(reconcile(account, "10", size), LAN)))
                .containsExactly("segregation.posted-on-statement");
        recorded(posting.send(reconcile(account, "10", size), MINH));
        assertThat(codes(reconciling.send(receive(account), MINH)))
                .containsExactly("segregation.reconciled-statement");
        recorded(reconciling.send(receive(account), LAN));
    }

    /** Lan posts on one node and reconciles on the other, at once: either may come first, and the other is refused. */
    @Test
    void nobody_both_posts_and_reconciles_however_the_two_race() throws Exception {
        int reconciled = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StatementAccount account = opened(round);
            long entry = received(posting, account, MINH);
            recorded(reconciling.send(statement(account), MINH));
            recorded(reconciling.send(new MatchLines(account.id(), List.of(1L), List.of(entry), DAY), MINH));
            long size = reconciling.reader().size();
            List<Outcome> outcomes = atOnce(() -> posting.send(receive(account), LAN),
                    () -> reconciling.send(reconcile(account, "10", size), LAN));
            if (outcomes.getLast() instanceof Outcome.Recorded) {
                assertThat(codes(outcomes.getFirst())).containsExactly("segregation.reconciled-statement");
                reconciled++;
            } else {
                recorded(outcomes.getFirst());
                assertThat(codes(outcomes.getLast())).containsExactly("bank.figures-outdated");
                Difference own = new Difference(Difference.Kind.ENTRY,
                        ((Outcome.Recorded) outcomes.getFirst()).firstIndex(), BigDecimal.TEN, "in transit");
                assertThat(codes(reconciling.send(new ReconcileStatement(account.id(), DAY, usd("20"),
                        reconciling.reader().size(), List.of(own), DAY), LAN)))
                        .containsExactly("segregation.posted-on-statement");
            }
        }
        requireSeparated(reconciled);
    }

    /** By the log alone: who reconciled has posted nothing on the account. */
    private void requireSeparated(int reconciled) {
        List<Entry> entries = posting.reader().leaves(0, Integer.MAX_VALUE).stream()
                .map(posting.catalogue()::decode).toList();
        var who = new ArrayList<String>();
        for (Entry entry : entries) {
            if (entry.payload() instanceof StatementReconciled one) {
                who.add(entry.metadata().get(MetadataKeys.ACTOR) + " " + one.statements());
            }
        }
        assertThat(who).hasSize(reconciled);
        assertThat(entries).filteredOn(entry -> entry.payload() instanceof FundsReceived)
                .allSatisfy(entry -> assertThat(who).doesNotContain(entry.metadata().get(MetadataKeys.ACTOR) + " "
                        + new StatementAccount(entry.stream(), "bidv", USD).id()));
    }

    private static List<Outcome> atOnce(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Outcome>> futures = List.of(one, other).stream().map(call -> threads.submit(() -> {
                start.await();
                return call.call();
            })).toList();
            return List.of(futures.getFirst().get(), futures.getLast().get());
        }
    }

    private StatementAccount opened(int round) {
        ProjectId project = new ProjectId("PRJ-" + round);
        recorded(posting.send(LedgerGatewayTest.register(project.value()), MINH));
        recorded(posting.send(new ApproveAid(project, DocumentRef.of("12/QĐ-UBND"), "UBND", null,
                List.of(usd("100")), DAY), MINH));
        recorded(posting.send(new OpenAidAccount(project, "bidv", "BIDV", "741-10", DAY), MINH));
        return new StatementAccount(project.value(), "bidv", USD);
    }

    private static long received(LedgerGateway node, StatementAccount account, Request who) {
        return ((Outcome.Recorded) node.send(receive(account), who)).firstIndex();
    }

    private static LedgerCommand receive(StatementAccount account) {
        return new ReceiveFunds(new ProjectId(account.project()), Party.named("A donor"), usd("10"), "bidv", null,
                null, DAY);
    }

    private static LedgerCommand statement(StatementAccount account) {
        return new RecordStatement(account, DAY, DAY, usd("0"), usd("10"),
                List.of(new StatementLine(DAY, null, BigDecimal.TEN, "BC-1", null, null)),
                DocumentRef.of("statement.csv"));
    }

    private static LedgerCommand reconcile(StatementAccount account, String ledger, long size) {
        return new ReconcileStatement(account.id(), DAY, usd(ledger), size, List.of(), DAY);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private static List<String> codes(Outcome outcome) {
        return ((Outcome.Refused) outcome).refusals().stream().map(Refusal::code).toList();
    }
}
