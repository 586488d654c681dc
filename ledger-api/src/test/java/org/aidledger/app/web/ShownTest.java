package org.aidledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234567.89   | 1.234.567,89   | 1,234,567.89
            1234567.8900 | 1.234.567,8900 | 1,234,567.8900
            -0.12345     | -0,12345       | -0.12345
            0            | 0              | 0
            0.00         | 0,00           | 0.00
            1E+6         | 1.000.000      | 1,000,000
            123456789012345678901234567890.123456789012345678901234567891 | 123.456.789.012.345.678.901.234.567.890,123456789012345678901234567891 | 123,456,789,012,345,678,901,234,567,890.123456789012345678901234567891
            """)
    void an_amount_keeps_every_digit_it_has_and_gets_none(BigDecimal amount, String vietnamese, String english) {
        assertThat(Shown.in(Language.VI).amount(amount)).isEqualTo(vietnamese);
        assertThat(Shown.in(Language.EN).amount(amount)).isEqualTo(english);
    }

    @Test
    void dates_are_written_as_the_language_writes_them_and_times_are_viet_nams() {
        Instant midnight = Instant.parse("2024-06-30T17:00:00.5Z");
        assertThat(Shown.in(Language.VI).date(LocalDate.of(2024, 6, 30))).isEqualTo("30/06/2024");
        assertThat(Shown.in(Language.EN).date(LocalDate.of(2024, 6, 30))).isEqualTo("2024-06-30");
        assertThat(Shown.in(Language.VI).time(midnight)).isEqualTo("01/07/2024 00:00:00");
        assertThat(Shown.in(Language.EN).time(midnight)).isEqualTo("2024-07-01 00:00:00");
        assertThat(Shown.in(Language.VI).month(YearMonth.of(2024, 6))).isEqualTo("06/2024");
        assertThat(Shown.daysLate(LocalDate.of(2024, 6, 30), midnight)).isEqualTo(1);
    }
}
