package org.aidledger.app.benchmark;

/**
 * One line of the report.
 *
 * @param work what was measured
 * @param figure the figure, with its unit
 * @param against the yardstick it is compared with, with its own figure; empty for none
 * @param value the number the target is about: a ratio, or milliseconds
 * @param target what is asked for, in words
 * @param met whether it is reached; true for lines that have no target
 */
record Finding(String work, String figure, String against, double value, String target, boolean met) {

    static Finding atLeast(String work, String figure, String against, double ratio, double target) {
        return new Finding(work, figure, against, ratio, "at least %s x".formatted(target), ratio >= target);
    }

    static Finding atMost(String work, String figure, String against, double ratio, double target) {
        return new Finding(work, figure, against, ratio, "at most %s x".formatted(target), ratio <= target);
    }

    static Finding under(String work, double millis, double target) {
        return new Finding(work, "p99 %.1f ms".formatted(millis), "", millis, "under %.0f ms".formatted(target),
                millis < target);
    }

    static Finding plain(String work, String figure) {
        return new Finding(work, figure, "", Double.NaN, "", true);
    }
}
