package org.aidledger.log;

import java.util.List;
import java.util.Optional;
import org.aidledger.tlog.Hash;

/**
 * What a full verification found.
 *
 * @param size events verified
 * @param root the root derived from their bytes
 * @param fault the first fault, empty when the log is sound
 * @param held what else held: checkpoints compared, files re-hashed
 */
public record Verdict(long size, Hash root, Optional<Defect> fault, List<Held> held) {

    public Verdict {
        held = List.copyOf(held);
    }

    public boolean isSound() {
        return fault.isEmpty();
    }

    /**
     * One thing that held.
     *
     * @param code {@code checkpoint}: one saved before, of so many events; {@code files}: so many kept files hash to their names;
     *        {@code figures}: the trial balance follows from the events, in so many currencies
     */
    public record Held(String code, long number) {
    }

    /**
     * One thing that is not as it must be.
     *
     * @param kind a stable code, for example {@code ENTRY_DIFFERS}
     * @param firstIndex the first bad index, or the first that can be; -1 where no event is concerned
     * @param lastIndex the same as {@code firstIndex} where it is known exactly
     * @param evidence what was compared
     */
    public record Defect(String kind, long firstIndex, long lastIndex, String evidence) {
    }
}
