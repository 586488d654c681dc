package org.aidledger.period;

import static org.aidledger.project.ProjectFacts.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.actor.ActorId;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Money;
import org.aidledger.project.Direction;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;

/** Which month carries a posting, seen from the project that posts. */
class BookingTest {

    private static final ReportingEntity OWNER = new ReportingEntity("Sở Y tế");
    private static final Tag PERIODS = PeriodTags.periods(OWNER);
    private static final YearMonth CLOSED_THROUGH = YearMonth.of(2026, 2);
    private static final PeriodEvent CLOSED =
            new PeriodEvent.PeriodClosed(PeriodFacts.PERIODS, CLOSED_THROUGH, PeriodFacts.sheet(3), Scenario.TODAY);
    private static final LocalDate IN_MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate IN_JANUARY = LocalDate.of(2026, 1, 2);

    @Test
    void what_is_true_in_an_open_month_is_booked_in_it() {
        assertThat(given(ownedBy(OWNER)).where(PERIODS, 3, CLOSED).when(pledgeOn(IN_MARCH)).metadata().getFirst())
                .containsEntry("bookingPeriod", "2026-03");
    }

    @Test
    void what_is_true_in_a_closed_month_is_booked_in_the_first_open_one() {
        assertThat(given(ownedBy(OWNER)).where(PERIODS, 3, CLOSED).when(pledgeOn(IN_JANUARY)).metadata().getFirst())
                .containsEntry("bookingPeriod", CLOSED_THROUGH.plusMonths(1).toString());
        assertThat(given(ownedBy(OWNER)).where(PERIODS, 3, CLOSED).whenReported(pledgeOn(IN_JANUARY)).metadata()
                .getFirst())
                .containsEntry("bookingPeriod", CLOSED_THROUGH.plusMonths(1).toString());
    }

    @Test
    void months_of_an_entity_without_periods_are_never_closed() {
        assertThat(given(ownedBy(OWNER)).when(pledgeOn(IN_JANUARY)).metadata().getFirst())
                .containsEntry("bookingPeriod", "2026-01");
        assertThat(given(registered()).where(PERIODS, 3, CLOSED).when(pledgeOn(IN_JANUARY)).metadata().getFirst())
                .containsEntry("bookingPeriod", "2026-01");
    }

    @Test
    void who_closed_a_month_does_not_post_into_it_once_it_is_reopened() {
        Tag closedByHer = PeriodTags.closed(OWNER, CLOSED_THROUGH.plusMonths(1), new ActorId(Scenario.ACTOR));
        Tag closedByAnother = PeriodTags.closed(OWNER, CLOSED_THROUGH.plusMonths(1), new ActorId("minh"));
        given(ownedBy(OWNER)).where(PERIODS, 3, CLOSED).where(closedByHer, 2).when(pledgeOn(IN_JANUARY))
                .refused("segregation.closed-period");
        given(ownedBy(OWNER)).where(PERIODS, 3, CLOSED).where(closedByAnother, 2).when(pledgeOn(IN_JANUARY)).accepted();
    }

    private static PledgeAid pledgeOn(LocalDate date) {
        return new PledgeAid(PROJECT, Direction.IN, DONOR, Money.of("10", "USD"), null, null, date);
    }

    private static ProjectRegistered ownedBy(ReportingEntity owner) {
        ProjectRegistered r = registered();
        return new ProjectRegistered(r.project(), r.code(), r.titleVi(), r.titleEn(), r.kind(), r.budgetTreatment(),
                r.perspective(), r.donors(), r.managingAgency(), Party.named(owner.key()),
                r.places(), r.sectors(), r.plannedStart(), r.plannedEnd(), r.effectiveDate());
    }
}
