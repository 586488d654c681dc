package org.aidledger.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.aidledger.app.platform.Ledger;
import org.aidledger.app.platform.Views;
import org.aidledger.app.testing.LeafFold;
import org.aidledger.app.testing.StoredBalances;
import org.aidledger.log.DatabaseVerification;
import org.aidledger.log.Verdict;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.view.AsOf;
import org.aidledger.view.rebuild.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What nodes have told their clients about one ledger, and whether it is so. */
final class Promises {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where the events of one command are. */
    private record Range(long first, long last) {
    }

    private final Map<String, Range> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> denied = new ConcurrentHashMap<>();

    void acknowledged(String key, long first, long last) {
        acknowledged.put(key, new Range(first, last));
    }

    void denied(String key, String why) {
        denied.put(key, why);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** How many commands were denied, by the reason given. */
    Map<String, Long> denied() {
        return denied.values().stream().collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
    }

    /**
     * Whatever was acknowledged is there, once, where it was said to be; what was denied is not there; nothing is there twice;
     * the answers to idempotency keys say the same. The whole log is derived again from its bytes and extends the last
     * checkpoint signed. The views, brought up to date, equal views built from nothing, and every figure of every project is the
     * one summed up over the leaves.
     *
     * @return how many events there are
     */
    long assertKept(String url, Path folder) throws SQLException {
        try (Ledger ledger = Ledger.open(LoadedNode.settings(url, folder))) {
            List<byte[]> leaves = ledger.gateway().reader().leaves(0, Integer.MAX_VALUE);
            Map<String, Range> present = new HashMap<>();
            LeafFold fold = new LeafFold();
            for (int index = 0; index < leaves.size(); index++) {
                JsonNode leaf = JSON.readTree(leaves.get(index));
                assertThat(leaf.get("index").asLong()).isEqualTo(index);
                Range here = new Range(index, index);
                Range before = present.put(leaf.get("metadata").get("reason").asString(), here);
                assertThat(before).as("one event a command").isNull();
                fold.add(leaves.get(index));
            }
            assertThat(present).containsAllEntriesOf(acknowledged);
            assertThat(present.keySet()).doesNotContainAnyElementsOf(denied.keySet());
            assertThat(answers(ledger)).isEqualTo(present);
            assertSound(ledger, leaves.size());
            assertViewsEqual(ledger, fold);
            return leaves.size();
        }
    }

    private static Map<String, Range> answers(Ledger ledger) throws SQLException {
        Map<String, Range> answers = new HashMap<>();
        try (Connection connection = ledger.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery(
                                "select answer_key, answer_request_sha256, answer_first_index, index from ledger.entry"
                                        + " where answer_key is not null")) {
            while (row.next()) {
                String key = row.getString(1);
                assertThat(HexFormat.of().formatHex(row.getBytes(2))).isEqualTo(LoadedNode.sha256(key));
                answers.put(key, new Range(row.getLong(3), row.getLong(4)));
            }
        }
        return answers;
    }

    private static void assertSound(Ledger ledger, long events) {
        SignedCheckpoint signed = ledger.checkpoints().last().orElseThrow();
        Verdict verdict = new DatabaseVerification(ledger.database(), List.of(signed.checkpoint())).run(done -> {
        });
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.size()).isEqualTo(events);
    }

    private static void assertViewsEqual(Ledger ledger, LeafFold fold) {
        ledger.views().catchUp();
        assertThat(StoredBalances.at(ledger, AsOf.now())).as("by project and currency").isNotEmpty()
                .isEqualTo(fold.at(AsOf.now()));
        for (String view : Views.names()) {
            assertThat(ledger.views().rebuild(view, Progress.SILENT).equal()).as(view).isTrue();
        }
    }
}
