package org.aidledger.view.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aidledger.money.Currency;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

    @TempDir Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("signals.properties"), List.of(lines));
    }

    @Test
    void a_deployment_s_lines_replace_those_that_come_along_and_the_others_stay() throws IOException {
        Thresholds own = Thresholds.load(file("# ours", "", "back-dated.days = 10", "amount.SEK=45000.50",
                "weight.round-sum = 0"));

        assertThat(own.backDatedDays()).isEqualTo(10);
        assertThat(own.amount(Currency.of("SEK"))).isEqualByComparingTo("45000.50");
        assertThat(own.amount(Currency.of("USD"))).isEqualByComparingTo("4000");
        assertThat(own.weight(SignalKind.ROUND_SUM)).isZero();
        assertThat(own.advanceDays()).isEqualTo(Thresholds.shipped().advanceDays());
        assertThat(Thresholds.load(null).all()).isEqualTo(Thresholds.shipped().all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            back-dated.dys = 10      | there is no threshold "back-dated.dys"
            back-dated.days          | an equals sign
            back-dated.days = ten    | "ten" is not a number
            back-dated.days = 0      | is a whole number from 1 to 10000
            back-dated.days = 1.5    | is a whole number
            weight.back-dated = -1   | is a whole number from 0 to 10000
            amount.USD = 0           | an amount is above zero
            round-sum.months = 5     | 1, 2, 3, 4, 6 or 12 months
            """)
    void a_line_that_cannot_be_used_is_named_with_its_reason(String line, String reason) throws IOException {
        Path file = file("# ours", line);

        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.load(file))
                .withMessageContaining("signals.properties:2: ").withMessageContaining(reason)
                .withMessageContaining("does not start");
    }

    @Test
    void a_threshold_named_twice_or_a_file_that_is_not_there_is_refused() throws IOException {
        Path twice = file("idle-advance.days = 5", "idle-advance.days = 6");
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.load(twice))
                .withMessageContaining(":2: idle-advance.days is there twice");
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.load(folder.resolve("none")))
                .withMessageContaining("LEDGER_SIGNALS");
    }

    @Test
    void the_reference_names_every_kind_with_its_weight_and_every_threshold() throws IOException {
        String reference = Files.readString(TestData.root().resolve("docs/reference/signals.md"));

        for (SignalKind kind : SignalKind.values()) {
            assertThat(reference).contains(
                    "| `" + kind.key() + "` | " + Thresholds.shipped().weight(kind) + " |");
        }
        Thresholds.shipped().all().forEach((name, value) -> {
            if (!name.startsWith("weight.")) {
                assertThat(reference).contains("| `" + name + "` | " + value.toPlainString() + " |");
            }
        });
    }
}
