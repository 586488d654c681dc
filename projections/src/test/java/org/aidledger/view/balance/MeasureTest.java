package org.aidledger.view.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void a_measure_has_a_name_for_programs() {
        assertThat(Measure.CASH_ON_HAND.key()).isEqualTo("cashOnHand");
        assertThat(Measure.RECEIVED.key()).isEqualTo("received");
    }

    @Test
    void a_measure_is_made_of_accounts_each_with_its_sign() {
        assertThat(Measure.UNDISBURSED.accounts()).containsExactly(Account.APPROVED, Account.DISBURSED);
        assertThat(Measure.UNDISBURSED.sign(Account.APPROVED)).isEqualTo(1);
        assertThat(Measure.UNDISBURSED.sign(Account.DISBURSED)).isEqualTo(-1);
        assertThat(Measure.UNDISBURSED.sign(Account.CASH)).isZero();
        assertThat(Measure.UNDISBURSED.hasPostings()).isTrue();
    }

    @Test
    void what_is_available_is_the_smaller_of_two_and_has_no_postings_of_its_own() {
        assertThat(Measure.AVAILABLE.accounts()).containsExactly(Account.APPROVED, Account.CASH, Account.DISBURSED);
        assertThat(Measure.AVAILABLE.hasPostings()).isFalse();
        var balances = Map.of(Account.APPROVED, new BigDecimal("100"), Account.DISBURSED, new BigDecimal("30"),
                Account.CASH, new BigDecimal("50"));
        assertThat(Measure.ofProject(balances, true)).containsEntry(Measure.AVAILABLE, new BigDecimal("50"));
        assertThat(Measure.ofProject(balances, false)).doesNotContainKeys(Measure.AVAILABLE, Measure.CASH_ON_HAND);
    }

    @Test
    void several_projects_together_have_no_undisbursed_and_cash_only_where_some_is_kept() {
        var balances = Map.of(Account.APPROVED, new BigDecimal("100"), Account.CASH, new BigDecimal("50"));
        assertThat(Measure.ofSeveral(balances)).containsEntry(Measure.APPROVED, new BigDecimal("100"))
                .containsEntry(Measure.CASH_ON_HAND, new BigDecimal("50"))
                .doesNotContainKeys(Measure.UNDISBURSED, Measure.AVAILABLE);
        assertThat(Measure.ofSeveral(Map.of(Account.APPROVED, BigDecimal.ONE)))
                .doesNotContainKey(Measure.CASH_ON_HAND);
    }
}
