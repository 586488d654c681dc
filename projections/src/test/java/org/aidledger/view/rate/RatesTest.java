package org.aidledger.view.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.rate.Rate;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.aidledger.rate.RateTableId;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final TestLog LOG = new TestLog();
    private static final Rates RATES = new Rates(LOG.app());

    @BeforeAll
    static void live() {
        record(2023, "23787.3");
        record(2024, "24000");
        record(2024, "24164.88583333334");
        TestView.build(new RateProjection(), LOG.app(), LOG.entries(), 2);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static void record(int year, String dong) {
        LOG.append("FXR-A", Map.of(), new RatesRecorded(new RateTableId("FXR-A"), Currency.of("USD"),
                LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31),
                List.of(new Rate(Currency.of("VND"), new BigDecimal(dong)),
                        new Rate(Currency.of("EUR"), new BigDecimal("0.92"))),
                DocumentRef.of("annual"), LocalDate.of(year, 12, 31)));
    }

    @Test
    void the_rate_of_a_day_is_the_last_recorded_for_its_period_as_it_was_known() {
        LocalDate day = LocalDate.of(2024, 6, 30);
        assertThat(RATES.on("FXR-A", "VND", day, null).orElseThrow().units()).isEqualByComparingTo("24164.88583333334");
        assertThat(RATES.on("FXR-A", "VND", day, 2L).orElseThrow().units()).isEqualByComparingTo("24000");
        assertThat(RATES.on("FXR-A", "VND", day, 1L)).isEmpty();
        assertThat(RATES.on("FXR-A", "VND", LocalDate.of(2023, 12, 31), null).orElseThrow().index()).isZero();
        assertThat(RATES.on("FXR-A", "JPY", day, null)).isEmpty();
        assertThat(RATES.on("FXR-A", day, null).rates()).extracting(FoundRate::currency).containsExactly("EUR", "VND");
    }
}
