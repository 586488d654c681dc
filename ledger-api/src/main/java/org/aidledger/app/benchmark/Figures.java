package org.aidledger.app.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Medians, ratios and percentiles. */
final class Figures {

    private Figures() {
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median of the ratios round by round, so that what slowed a whole round cancels out. */
    static double ratio(double[] of, double[] to) {
        return median(IntStream.range(0, of.length).mapToDouble(i -> of[i] / to[i]).toArray());
    }

    /** The smallest value that at least {@code share} of the values do not exceed. */
    static double percentile(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
