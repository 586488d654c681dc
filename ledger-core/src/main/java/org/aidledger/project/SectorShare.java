package org.aidledger.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of a project by sector.
 *
 * @param vocabulary which classification, for example {@code 1} for OECD DAC 5-digit
 * @param code the code in it
 * @param percent 0 to 100 as it came, null where the project names one sector only
 */
public record SectorShare(String vocabulary, String code, @Nullable BigDecimal percent) {
}
