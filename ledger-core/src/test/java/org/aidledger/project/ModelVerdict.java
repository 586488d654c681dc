package org.aidledger.project;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the model says becomes of a command. */
sealed interface ModelVerdict {

    /** Refused, with exactly these codes. */
    record Refused(Set<String> codes) implements ModelVerdict {
    }

    /** Nothing to record: it holds already. */
    record Unchanged() implements ModelVerdict {
    }

    /**
     * Recorded, with exactly these codes noted beside it.
     *
     * @param fact the event, where the model says all of it; null where the command itself does
     */
    record Recorded(@Nullable ProjectEvent fact, Set<String> noted) implements ModelVerdict {
    }
}
