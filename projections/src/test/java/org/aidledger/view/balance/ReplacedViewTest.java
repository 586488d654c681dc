package org.aidledger.view.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.aidledger.view.AsOf;
import org.aidledger.view.RandomLives;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.aidledger.view.ViewBehind;
import org.aidledger.view.ViewSnapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that is exchanged, between two pages, for one that holds less. */
class ReplacedViewTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final TestLog LOG = new TestLog();
    private static final Balances BALANCES = new Balances(LOG.app());
    private static final int LESS = 60;

    @BeforeAll
    static void live() {
        System.out.println("ReplacedViewTest seed " + SEED);
        new RandomLives(SEED, 5).live(LOG, 200);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @BeforeEach
    void all() {
        holds((int) LOG.size());
    }

    private static void holds(int entries) {
        TestView.build(new BalanceProjection(), LOG.app(), LOG.entries().subList(0, entries), 100);
    }

    @Test
    void the_next_page_is_refused_rather_than_cut_short() {
        AsOf.Answered asOf = BALANCES.answered(AsOf.now());
        PostingPlace after = BALANCES.postings(null, asOf, null, 10).getLast().place();

        holds(LESS);

        assertThatThrownBy(() -> BALANCES.postings(null, asOf, after, 10)).isInstanceOf(ViewBehind.class)
                .hasMessageContaining("holds 60 of the 200 events");
        assertThatThrownBy(() -> BALANCES.firstDate(null, asOf)).isInstanceOf(ViewBehind.class);
        assertThatThrownBy(
                () -> new Sheets(LOG.app()).sheet("PER-1", "NGO-OWNER", YearMonth.of(2025, 1), asOf.known()))
                .isInstanceOf(ViewBehind.class);
    }

    @Test
    void rows_are_not_taken_for_whole_because_the_view_has_caught_up_since_they_were_read() {
        AsOf.Answered asOf = BALANCES.answered(AsOf.now());
        var snapshot = new ViewSnapshot(LOG.app(), "balance");

        assertThatThrownBy(() -> snapshot.over(asOf.known(), () -> {
            holds(LESS);
            List<Long> rows = rows();
            TestView.fold(new BalanceProjection(), LOG.app(), LOG.entries(), 200);
            return rows;
        })).isInstanceOf(ViewBehind.class);

        assertThat(snapshot.over(asOf.known(), ReplacedViewTest::rows)).isNotEmpty();
    }

    private static List<Long> rows() {
        return JdbcClient.create(LOG.app()).sql("select event_index from views_balance.posting").query(Long.class)
                .list();
    }
}
