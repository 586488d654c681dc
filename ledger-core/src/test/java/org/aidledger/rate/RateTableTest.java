package org.aidledger.rate;

import static org.aidledger.testing.Scenario.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.rate.RateCommand.RecordRates;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.aidledger.testing.Scenario;
import org.junit.jupiter.api.Test;

class RateTableTest {

    private static final RateTableId TABLE = new RateTableId("FXR-A");
    private static final Currency USD = Currency.of("USD");
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 31);
    private static final DocumentRef SOURCE = DocumentRef.of("annual averages");

    private static Scenario<RateCommand, RateEvent> given(RateEvent... past) {
        return Scenario.of(RateTable.class, RateTables.COMMAND_NAME, past);
    }

    private static Rate dong(String units) {
        return new Rate(Currency.of("VND"), new BigDecimal(units));
    }

    private static RecordRates record(Currency base, LocalDate from, LocalDate to, Rate... rates) {
        return new RecordRates(TABLE, base, from, to, List.of(rates), SOURCE, TODAY);
    }

    private static RatesRecorded recorded(String units) {
        return new RatesRecorded(TABLE, USD, FROM, TO, List.of(dong(units)), SOURCE, TODAY);
    }

    @Test
    void the_rates_of_a_period_are_recorded_once_and_replaced_as_a_whole() {
        given().when(record(USD, FROM, TO, dong("25000"))).records(recorded("25000"));
        given(recorded("25000")).when(record(USD, FROM, TO, dong("25000"))).changesNothing();
        given(recorded("25000")).when(record(USD, FROM, TO, dong("25100"))).records(recorded("25100"));
        given().whenReported(record(USD, FROM, TO, dong("25000"))).records(recorded("25000"));
    }

    @Test
    void periods_of_a_table_do_not_overlap_and_have_one_base() {
        given(recorded("25000")).when(record(USD, TO, TO.plusYears(1), dong("1"))).refused("rate.period-overlaps");
        given(recorded("25000")).when(record(USD, TO.plusDays(1), TO.plusDays(9), dong("1"))).accepted();
        given(recorded("25000")).when(record(Currency.of("EUR"), FROM, TO, dong("1"))).refused("rate.other-base");
        given().when(record(USD, TO, FROM, dong("1"))).refused("rate.period-reversed");
    }

    @Test
    void a_currency_has_one_rate_above_zero() {
        given().when(record(USD, FROM, TO)).refused("rate.none-given");
        given().when(record(USD, FROM, TO, dong("0"))).refused("rate.not-positive");
        given().whenReported(record(USD, FROM, TO, dong("-1"))).refused("rate.not-positive");
        given().when(record(USD, FROM, TO, dong("1"), dong("2"))).refused("rate.given-twice");
    }

    @Test
    void a_recording_is_not_dated_in_the_future() {
        given().when(new RecordRates(TABLE, USD, FROM, TO, List.of(dong("1")), SOURCE, TODAY.plusDays(1)))
                .refused("date.in-future");
    }
}
