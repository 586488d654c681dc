package org.aidledger.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import org.aidledger.tlog.TlogException;

/** What became of an input. */
final class Parsed {

    private Parsed() {
    }

    /** The value, or nothing when the input was refused as not well-formed; any other exception is a finding. */
    static <I, T> Optional<T> orRefused(I input, Function<I, T> parser) {
        try {
            return Optional.of(parser.apply(input));
        } catch (TlogException.Malformed refused) {
            assertThat(refused.where()).isNotBlank();
            assertThat(refused.what()).isNotBlank();
            return Optional.empty();
        }
    }
}
