package org.aidledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency USD = Currency.of("USD");

    @Test
    void an_amount_has_at_most_thirty_digits_on_either_side_of_the_point() {
        String thirty = "9".repeat(30);
        assertThat(Money.of(thirty + "." + thirty, "USD").amount()).isEqualTo(new BigDecimal(thirty + "." + thirty));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("9" + thirty, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("0." + thirty + "9", "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(new BigDecimal("1E30"), USD));
        assertThat(new Money(new BigDecimal("1E29"), USD)).hasToString("1" + "0".repeat(29) + " USD");
    }

    @Test
    void digits_are_kept_as_they_came_and_values_compared_without_them() {
        Money written = Money.of("1.50", "USD");
        assertThat(written).hasToString("1.50 USD").isNotEqualTo(Money.of("1.5", "USD"));
        assertThat(written.isSameValueAs(Money.of("1.5", "USD"))).isTrue();
        assertThat(written.isSameValueAs(Money.of("1.5", "EUR"))).isFalse();
        assertThat(written.isSameValueAs(Money.of("1.51", "USD"))).isFalse();
        assertThat(new Money(new BigDecimal("0E+2"), USD).amount()).isEqualTo(new BigDecimal("0"));
    }

    @Test
    void amounts_of_one_currency_are_added_and_compared_and_of_two_never() {
        Money one = Money.of("1", "USD");
        Money two = Money.of("2", "USD");
        assertThat(one.plus(two)).isEqualTo(Money.of("3", "USD"));
        assertThat(one.minus(two)).isEqualTo(Money.of("-1", "USD"));
        assertThat(one.negated()).isEqualTo(Money.of("-1", "USD"));
        assertThat(two.exceeds(one)).isTrue();
        assertThat(one.exceeds(two)).isFalse();
        assertThat(one.exceeds(one)).isFalse();
        assertThat(Money.zero(USD).isPositive()).isFalse();
        assertThat(Money.zero(USD).isNegative()).isFalse();
        Money euro = Money.of("1", "EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> one.plus(euro)).withMessageContaining("USD and EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> one.minus(euro));
        assertThatIllegalArgumentException().isThrownBy(() -> one.exceeds(euro));
    }

    @Test
    void currencies_are_in_the_order_of_their_codes_and_a_code_has_room_for_32_characters() {
        assertThat(Currency.of("EUR")).isLessThan(USD);
        assertThat(USD).isGreaterThan(Currency.of("EUR")).isEqualByComparingTo(Currency.of("USD"));
        assertThat(Currency.isPossible("X".repeat(Currency.CHARACTERS_MAX))).isTrue();
        assertThat(Currency.isPossible("X".repeat(Currency.CHARACTERS_MAX + 1))).isFalse();
    }
}
