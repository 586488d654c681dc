package org.aidledger.period;

import static org.aidledger.period.PeriodFacts.*;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class AccountingPeriodTest {

    @Test
    void each_command_becomes_its_event() {
        given().when(open()).records(opened());
        given(opened()).when(close(JANUARY)).records(closed(JANUARY));
        given(opened(), closed(JANUARY)).when(reopen(JANUARY)).records(reopened(JANUARY));
    }

    @Test
    void opening_again_with_the_same_facts_changes_nothing() {
        given(opened(), closed(JANUARY)).when(open()).changesNothing();
        given(opened()).when(open(new ReportingEntity("Sở Giáo dục"))).refused("stream.registered-differently");
    }

    @Test
    void nothing_is_closed_before_periods_are_opened() {
        given().when(close(JANUARY)).refused("stream.not-registered");
        given().when(reopen(JANUARY)).refused("stream.not-registered");
    }

    @Test
    void what_is_reopened_is_closed_again_in_order() {
        var reopened = given(opened(), closed(JANUARY), closed(FEBRUARY), reopened(JANUARY));
        reopened.when(close(FEBRUARY)).refused("period.not-next");
        reopened.when(close(JANUARY)).records(closed(JANUARY));
    }

    @Test
    void a_month_before_the_first_was_never_closed() {
        given(opened(), closed(JANUARY)).when(reopen(YearMonth.of(2025, 12))).refused("period.not-closed");
    }
}
