package org.aidledger.project;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An organisation or person named by an event: donor, recipient, managing agency, aid owner.
 *
 * @param ref the organisation's identifier, for example {@code XM-DAC-41121} or a donor's {@code NGO-} id, where known
 * @param name as it was written, where known; at least one of the two is there
 */
public record Party(@Nullable String ref, @Nullable String name) {

    /** @throws IllegalArgumentException when neither is given */
    public Party {
        if ((ref == null || ref.isBlank()) && (name == null || name.isBlank())) {
            throw new IllegalArgumentException("a party needs an identifier or a name");
        }
    }

    /** What it is found by: its identifier where that is known, else its name. */
    public String key() {
        return ref != null && !ref.isBlank() ? ref : Objects.requireNonNull(name);
    }

    public static Party named(String name) {
        return new Party(null, name);
    }
}
