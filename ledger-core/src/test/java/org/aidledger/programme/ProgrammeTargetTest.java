package org.aidledger.programme;

import static org.aidledger.testing.Scenario.TODAY;

import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Money;
import org.aidledger.programme.TargetCommand.DecideProgramme;
import org.aidledger.programme.TargetCommand.SetTargets;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.aidledger.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgrammeTargetTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("TGT-1");
    private static final DocumentRef DECISION = DocumentRef.of("1225/QĐ-TTg");

    private static Scenario<TargetCommand, TargetEvent> given(TargetEvent... past) {
        return Scenario.of(ProgrammeTarget.class, ProgrammeTargets.COMMAND_NAME, past);
    }

    private static ProgrammeDecided decided() {
        return new ProgrammeDecided(PROGRAMME, "Chương trình quốc gia", null, null, 2026, 2030, DECISION, TODAY);
    }

    private static DecideProgramme decide(String name, int first, int last) {
        return new DecideProgramme(PROGRAMME, name, null, null, first, last, DECISION, TODAY);
    }

    private static SectorTarget health(String amount, String currency) {
        return new SectorTarget("1", "12220", Money.of(amount, currency));
    }

    private static SetTargets set(int year, @Nullable Long donors, SectorTarget... sectors) {
        return new SetTargets(PROGRAMME, year, donors, List.of(sectors), DECISION, TODAY);
    }

    private static TargetsSet wasSet(int year, String amount) {
        return new TargetsSet(PROGRAMME, year, 520L, List.of(health(amount, "USD")), DECISION, TODAY);
    }

    @Test
    void a_programme_is_decided_on_once_and_its_targets_replaced_year_by_year() {
        given().when(decide("Chương trình quốc gia", 2026, 2030)).records(decided());
        given(decided()).when(decide("Chương trình quốc gia", 2026, 2030)).changesNothing();
        given(decided()).when(decide("Chương trình khác", 2026, 2030)).refused("stream.registered-differently");
        given(decided()).when(set(2026, 520L, health("5", "USD"))).records(wasSet(2026, "5"));
        given(decided(), wasSet(2026, "5")).when(set(2026, 520L, health("5", "USD"))).changesNothing();
        given(decided(), wasSet(2026, "5")).when(set(2026, 520L, health("6", "USD"))).records(wasSet(2026, "6"));
        given(decided()).whenReported(set(2026, 520L, health("5", "USD"))).records(wasSet(2026, "5"));
    }

    @Test
    void a_programme_has_a_name_and_years() {
        given().when(decide(" ", 2026, 2030)).refused("target.name-missing");
        given().when(decide("A", 2030, 2026)).refused("target.years-wrong");
        given().when(decide("A", 26, 30)).refused("target.years-wrong");
        given().when(decide("A", 2026, 2026)).accepted();
    }

    @Test
    void targets_are_for_a_year_of_the_programme_above_zero_and_in_one_currency() {
        given().when(set(2026, 1L)).refused("stream.not-registered");
        given(decided()).when(set(2025, 1L)).refused("target.year-outside");
        given(decided()).when(set(2026, null)).refused("target.nothing-set");
        given(decided()).when(set(2026, 0L)).refused("target.not-positive");
        given(decided()).when(set(2026, null, health("0", "USD"))).refused("target.not-positive");
        given(decided()).when(set(2026, null, health("1", "USD"), health("2", "USD")))
                .refused("target.given-twice");
        given(decided(), wasSet(2026, "5")).when(set(2027, null, health("1", "VND")))
                .refused("target.other-currency");
        given(decided()).when(set(2026, 520L)).accepted();
    }

    @Test
    void a_decision_is_not_dated_in_the_future() {
        given().when(new DecideProgramme(PROGRAMME, "A", null, null, 2026, 2030, DECISION, TODAY.plusDays(1)))
                .refused("date.in-future");
    }
}
