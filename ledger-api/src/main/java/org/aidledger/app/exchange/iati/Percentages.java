package org.aidledger.app.exchange.iati;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the shares of an activity add up, by the rules of IATI 2.03: its sectors to 100 in each vocabulary, and its
 * countries together with the regions of each vocabulary to 100. One that stands alone may leave its share out.
 */
final class Percentages {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    /** IATI's default vocabularies, by the OECD's Development Assistance Committee. */
    private static final String DEFAULT_VOCABULARY = "1";

    private final Map<String, Share> shares = new LinkedHashMap<>();

    private Percentages() {
    }

    static void check(List<Sector> sectors, List<Place> countries, List<Place> regions, Position at,
            Oddities oddities) {
        var bySector = new Percentages();
        sectors.forEach(sector -> bySector.add(sector.vocabulary(), sector.percentage()));
        bySector.note("sectors in vocabulary ", at, oddities);

        var byPlace = new Percentages();
        regions.forEach(region -> byPlace.add(region.vocabulary(), region.percentage()));
        if (regions.isEmpty() && !countries.isEmpty()) {
            byPlace.shares.put(DEFAULT_VOCABULARY, Share.NONE);
        }
        countries
                .forEach(country -> byPlace.shares.replaceAll((vocabulary, share) -> share.plus(country.percentage())));
        byPlace.note("countries and regions in vocabulary ", at, oddities);
    }

    private void add(@Nullable String vocabulary, @Nullable BigDecimal percentage) {
        String key = Objects.requireNonNullElse(vocabulary, DEFAULT_VOCABULARY);
        shares.put(key, shares.getOrDefault(key, Share.NONE).plus(percentage));
    }

    private void note(String what, Position at, Oddities oddities) {
        shares.forEach((vocabulary, share) -> {
            boolean alone = share.count == 1 && share.given == 0;
            if (!alone && share.sum.compareTo(WHOLE) != 0) {
                oddities.add(OddityKind.PERCENTAGES_NOT_100, at,
                        what + vocabulary + ": " + share.sum.stripTrailingZeros().toPlainString());
            }
        });
    }

    private record Share(int count, int given, BigDecimal sum) {

        static final Share NONE = new Share(0, 0, BigDecimal.ZERO);

        Share plus(@Nullable BigDecimal percentage) {
            return percentage == null
                    ? new Share(count + 1, given, sum)
                    : new Share(count + 1, given + 1, sum.add(percentage));
        }
    }
}
