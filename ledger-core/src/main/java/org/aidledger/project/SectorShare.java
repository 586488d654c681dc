package org.aidledger.project;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a project by sector.
 *
 * @param vocabulary which classification, for example {@code 1} for OECD DAC 5-digit
 * @param code the code in it
 * @param percent 0 to 100 as it came, null where the project names one sector only
 */
public record SectorShare(String vocabulary, String code, @Nullable BigDecimal percent) {

    private static final String BETWEEN = "; ";
    private static final Pattern TEXT = Pattern.compile("([^/]*)/(.*?)(?: ([0-9.]+))?");

    /** Several as an amendment writes them: {@code 1/14030 62.5; 1/11220}. */
    public static String text(List<SectorShare> shares) {
        return shares.stream().map(SectorShare::text).collect(Collectors.joining(BETWEEN));
    }

    private String text() {
        String sector = vocabulary + "/" + code;
        return percent == null ? sector : sector + " " + percent.toPlainString();
    }

    /** What {@link #text} wrote; a part that is none, such as the end of a text that was cut, is passed over. */
    public static List<SectorShare> parse(String text) {
        return Arrays.stream(text.split(BETWEEN)).map(TEXT::matcher).filter(Matcher::matches)
                .map(part -> new SectorShare(part.group(1), part.group(2),
                        part.group(3) == null ? null : new BigDecimal(part.group(3))))
                .toList();
    }
}
