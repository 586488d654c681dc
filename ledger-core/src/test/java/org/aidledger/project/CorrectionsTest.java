package org.aidledger.project;

import static org.aidledger.project.PaidFrom.ACCOUNT;
import static org.aidledger.project.PaidFrom.ADVANCE;
import static org.aidledger.project.ProjectFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.rules.RuleFiles;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final Currency USD = Currency.of("USD");

    @Test
    void a_correction_reverses_what_stands_and_enters_what_is_right() {
        given(registered(), approved("200", "USD"), received("100", "USD")).when(correct(2, received("120", "USD")))
                .records(corrected(2, received("100", "USD"), received("120", "USD")));
    }

    @Test
    void a_hundred_corrected_to_120_and_to_110_ends_at_110() {
        var twice = given(registered(), approved("200", "USD"), received("100", "USD"),
                corrected(2, received("100", "USD"), received("120", "USD")));
        twice.when(correct(2, received("110", "USD")))
                .records(corrected(2, received("120", "USD"), received("110", "USD")));

        var state = stateAfter(registered(), approved("200", "USD"), received("100", "USD"),
                corrected(2, received("100", "USD"), received("120", "USD")),
                corrected(2, received("120", "USD"), received("110", "USD")));
        assertThat(state.total(Measure.RECEIVED, USD)).isEqualTo(Money.of("110", "USD"));
        assertThat(state.standing(2)).isEqualTo(received("110", "USD"));
    }

    @Test
    void a_correction_is_no_entry_of_its_own() {
        given(registered(), approved("200", "USD"), received("100", "USD"),
                corrected(2, received("100", "USD"), received("120", "USD"))).when(correct(3, null))
                .refused("correction.entry-unknown");
        given(registered(), approved("200", "USD")).when(correct(7, null)).refused("correction.entry-unknown");
        given(registered(), approved("200", "USD")).when(correct(-1, null)).refused("correction.entry-unknown");
    }

    @Test
    void an_entry_reversed_after_a_re_entry_stands_no_longer() {
        given(registered(), approved("200", "USD"), received("100", "USD"),
                corrected(2, received("100", "USD"), received("120", "USD")),
                corrected(2, received("120", "USD"), null))
                .when(correct(2, received("100", "USD"))).refused("correction.entry-not-standing");
    }

    @Test
    void a_correction_does_not_leave_an_account_below_zero() {
        var spent = given(registered(), approved("100", "USD"), accountOpened("bidv"), received("100", "USD", "bidv"),
                spent(ACCOUNT, "80", "USD", "bidv"));
        spent.when(correct(3, received("70", "USD", "bidv"))).refused("funding.exceeds-cash");
        spent.when(correct(3, null)).refused("funding.exceeds-cash");
        spent.when(correct(3, received("80", "USD", "bidv"))).accepted();
        assertThat(spent.whenReported(correct(3, received("70", "USD", "bidv"))).events()).hasSize(2);
    }

    @Test
    void money_moved_to_another_account_leaves_the_first() {
        given(registered(), approved("100", "USD"), accountOpened("bidv"), accountOpened("vcb"),
                received("100", "USD", "bidv"),
                spent(ACCOUNT, "80", "USD", "bidv")).when(correct(4, received("100", "USD", "vcb")))
                .refused("funding.exceeds-cash");
        given(registered(), approved("100", "USD"), accountOpened("bidv"), accountOpened("vcb"),
                received("100", "USD", "bidv"))
                .when(correct(4, received("100", "USD", "vcb"))).accepted();
    }

    @Test
    void a_correction_does_not_disburse_more_than_is_approved() {
        var disbursed = given(registered(), approved("100", "USD"), disbursed("90", "USD"));
        disbursed.when(correct(2, disbursed("110", "USD"))).refused("funding.exceeds-approved");
        disbursed.when(correct(2, disbursed("100", "USD"))).accepted();
    }

    @Test
    void a_correction_of_what_already_exceeds_may_make_it_smaller() {
        given(registered(), approved("100", "USD"), disbursed("150", "USD")).when(correct(2, disbursed("120", "USD")))
                .accepted();
    }

    @Test
    void a_correction_does_not_take_back_an_advance_that_was_cleared() {
        given(registered(), approved("100", "USD"), advanced("60", "USD", null), spent(ADVANCE, "40", "USD", null))
                .when(correct(2, advanced("30", "USD", null))).refused("funding.exceeds-advances");
    }

    @Test
    void a_correction_does_not_commit_less_than_flowed_out() {
        given(registered(), approved("100", "USD"), committed("80", "USD"), disbursed("60", "USD"))
                .when(correct(2, committed("50", "USD"))).refused("funding.exceeds-commitments");
        given(registered(), approved("100", "USD"), committed("80", "USD"), disbursed("60", "USD"))
                .when(correct(2, committed("60", "USD"))).accepted();
    }

    @Test
    void the_new_entry_may_be_of_another_kind() {
        given(registered(), approved("100", "USD"), disbursed("60", "USD"))
                .when(correct(2, advanced("60", "USD", null)))
                .records(corrected(2, disbursed("60", "USD"), advanced("60", "USD", null)));
    }

    @Test
    void the_new_entry_is_judged_like_any_entry() {
        var received = given(registered(), approved("100", "USD"), received("60", "USD"));
        received.when(correct(2, received("60.001", "USD"))).refused("money.too-many-digits");
        received.when(correct(2, received("60", "USD", "bidv"))).refused("account.none-opened");
        received.when(correct(2, new FundsReceived(PROJECT, DONOR, Money.of("60", "USD"), null, null, null,
                APPROVED_ON.minusDays(1)))).refused("funding.before-approval");
    }

    @Test
    void a_correction_is_not_dated_in_the_future() {
        var command = correct(2, null);
        var later = new CorrectEntry(PROJECT, 2, command.noteNumber(), command.reasonCode(), command.reasonText(), null,
                null,
                Scenario.TODAY.plusDays(1));
        given(registered(), approved("100", "USD"), received("60", "USD")).when(later).refused("date.in-future");
    }

    @Test
    void deciding_leaves_the_state_as_it_is() {
        var state = stateAfter(registered(), approved("100", "USD"), disbursed("60", "USD"));
        var context = new ProjectContext(Way.DECIDED, new ActorId(Scenario.ACTOR),
                Scenario.TODAY,
                false, RuleFiles.shipped());
        var first = ProjectDecisions.decide(state, correct(2, disbursed("50", "USD")), context);
        assertThat(first).isInstanceOf(Accepted.class).isEqualTo(
                ProjectDecisions.decide(state, correct(2, disbursed("50", "USD")), context));
        assertThat(state.total(Measure.DISBURSED, USD)).isEqualTo(Money.of("60", "USD"));
        assertThat(state.nextVersion()).isEqualTo(3);
    }
}
