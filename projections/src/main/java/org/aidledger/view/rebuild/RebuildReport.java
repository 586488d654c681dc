package org.aidledger.view.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * What a rebuild found.
 *
 * @param events entries the new view rests on when it took its place
 * @param seconds how long it took, without what an interrupted rebuild had done before
 * @param comparison whether the view that was live held the same
 * @param comparedAt number of entries both views held when they were compared, 0 when they were not
 * @param digestLive SHA-256 over every row of the live view, hexadecimal; null when they were not compared
 * @param digestShadow the same of the new view; null when they were not compared
 */
public record RebuildReport(String projection, long events, double seconds, Comparison comparison, long comparedAt,
        @Nullable String digestLive, @Nullable String digestShadow) {

    /** Whether the live view was found to hold exactly what the log says. */
    public boolean equal() {
        return comparison == Comparison.EQUAL;
    }

    /** How the live view compared, or why it was not compared. */
    public enum Comparison {
        EQUAL,
        /** The live view was wrong; the rebuilt one has taken its place. */
        DIFFERENT, NO_LIVE_VIEW, LIVE_VIEW_OF_ANOTHER_VERSION,
        /** The live view held entries that the log does not have. */
        LIVE_VIEW_AHEAD_OF_LOG
    }
}
