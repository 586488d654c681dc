package org.aidledger.app.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.catalogue.EventType;
import org.aidledger.catalogue.RandomEvents;
import org.aidledger.event.LedgerEvent;
import org.aidledger.tlog.evidence.AccountTable;
import org.aidledger.tlog.evidence.AccountTable.Post;
import org.aidledger.tlog.evidence.Json;
import org.aidledger.view.balance.Measure;
import org.aidledger.view.balance.Posting;
import org.aidledger.view.balance.Postings;
import org.junit.jupiter.api.Test;

/** The verifiers' table of accounts and the ledger's postings are two programs; they must not differ. */
class AccountTableTest {

    private static final int EVENTS_OF_EACH_TYPE = 200;

    @Test
    void every_event_posts_the_same_by_the_table_of_the_verifiers_and_by_the_ledger() {
        long seed = System.nanoTime();
        RandomEvents random = new RandomEvents(seed);
        Catalogue catalogue = Catalogue.ledger();
        AccountTable table = AccountTable.standard();
        for (EventType type : catalogue.types()) {
            for (int i = 0; i < EVENTS_OF_EACH_TYPE; i++) {
                LedgerEvent event = random.next(type);
                byte[] leaf = catalogue.encode(new UUID(0, i), "PRJ-1", i, Map.of("actor", "lan", "way", "REPORTED"),
                        event).stamp(i, Instant.EPOCH);
                Map<String, BigDecimal> byTable = new TreeMap<>();
                for (Post post : table.posts(Json.parse(leaf, "leaf"))) {
                    add(byTable, post.project() + " " + post.account() + " " + post.currency() + " "
                            + post.effectiveDate(), post.amount());
                }
                Map<String, BigDecimal> byLedger = new TreeMap<>();
                for (Posting posting : Postings.of(catalogue.decode(leaf))) {
                    add(byLedger, posting.project() + " " + posting.account() + " " + posting.currency() + " "
                            + posting.effectiveDate(), posting.amount());
                }
                assertThat(byTable).as("%s, seed %s; accounts.json must follow Postings: %s", type.name(), seed, event)
                        .isEqualTo(byLedger);
            }
        }
    }

    private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
        sums.merge(key, amount.stripTrailingZeros(), (a, b) -> a.add(b).stripTrailingZeros());
    }

    @Test
    void the_table_has_every_measure_of_the_ledger() {
        Json table = Json.parse(AccountTable.resource(), "accounts.json");
        assertThat(table.get("measures").members().keySet())
                .containsExactly(java.util.Arrays.stream(Measure.values()).map(Measure::key).toArray(String[]::new));
    }
}
