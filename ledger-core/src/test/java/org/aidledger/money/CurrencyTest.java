package org.aidledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyTest {

    @ParameterizedTest
    @ValueSource(strings = {"USD", "usd", "US$", "€", "đồng", "n.a.", "US dollars", "X"})
    void whatever_a_publisher_writes_in_the_place_of_a_code_is_kept_as_it_came(String code) {
        assertThat(Currency.of(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " USD", "USD ", "U\u0000D", "U\nD", "USD\u202e", "\ud800",
        "a text of more than thirty-two characters"})
    void what_cannot_be_printed_or_compared_by_eye_is_no_code(String text) {
        assertThat(Currency.isPossible(text)).isFalse();
        assertThatThrownBy(() -> Currency.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void iso_4217_says_which_codes_are_listed_and_their_digits() {
        assertThat(Currency.of("VND").isListed()).isTrue();
        assertThat(Currency.of("KWD").minorDigits()).isEqualTo(3);
        assertThat(Currency.of("usd").isListed()).isFalse();
        assertThat(Currency.of("US$").minorDigits()).isEqualTo(-1);
    }
}
