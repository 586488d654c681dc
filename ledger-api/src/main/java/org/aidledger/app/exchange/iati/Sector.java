package org.aidledger.app.exchange.iati;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sector of work.
 *
 * @param vocabulary the list that the code is from; null where the file leaves it to IATI's default, the OECD's list
 * @param code as given; null if the file gives none
 * @param percentage the share of the activity, with the digits it came with; null if none is given or it is no number
 */
public record Sector(@Nullable String vocabulary, @Nullable String code, @Nullable BigDecimal percentage) {
}
