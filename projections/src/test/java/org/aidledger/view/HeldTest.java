package org.aidledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectId;
import org.aidledger.view.balance.BalanceProjection;
import org.aidledger.view.balance.Balances;
import org.aidledger.view.portfolio.PortfolioProjection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HeldTest {

    private static final TestLog LOG = new TestLog();
    private static final JdbcClient JDBC = JdbcClient.create(LOG.app());
    private static final Balances BALANCES = new Balances(LOG.app());

    @BeforeAll
    static void an_append_of_three_events_and_one_of_five() {
        append(3);
        append(5);
        TestView.build(new PortfolioProjection(), LOG.app(), LOG.entries(), 8);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Test
    void no_answer_names_an_index_inside_an_append() {
        int[] held = IntStream.rangeClosed(0, 8).map(folded -> {
            TestView.build(new BalanceProjection(), LOG.app(), LOG.entries().subList(0, folded), 8);
            return (int) ViewSchema.held(JDBC, "balance");
        }).toArray();

        assertThat(held).containsExactly(0, 0, 0, 3, 3, 3, 3, 3, 8);
    }

    @Test
    void several_views_answer_at_the_last_append_that_all_hold() {
        TestView.build(new BalanceProjection(), LOG.app(), LOG.entries().subList(0, 6), 8);

        assertThat(ViewSchema.held(JDBC, "portfolio")).isEqualTo(8);
        assertThat(ViewSchema.held(JDBC, "portfolio", "balance")).isEqualTo(3);
    }

    @Test
    void what_was_asked_for_and_is_half_in_is_answered_before_it_and_said_to_be_behind() {
        TestView.build(new BalanceProjection(), LOG.app(), LOG.entries().subList(0, 6), 8);

        assertThat(BALANCES.totals(AsOf.now()).asOf()).isEqualTo(new AsOf.Answered(null, 3, null, false));
        assertThat(BALANCES.totals(AsOf.of(null, 8L)).asOf()).isEqualTo(new AsOf.Answered(null, 3, null, true));
    }

    private static void append(int events) {
        LOG.appendAll(IntStream.range(0, events).mapToObj(i -> new TestLog.Draft("PRJ-1", Map.of(),
                new ActivityStatusReported(new ProjectId("PRJ-1"), "2", LocalDate.of(2024, 1, 1)))).toList());
    }
}
