package org.aidledger.app.exchange.iati;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A recipient country or region.
 *
 * @param vocabulary the list that a region's code is from; null for a country, or where the default is meant
 * @param code as given; null if the file gives none
 * @param percentage the share of the activity, with the digits it came with; null if none is given or it is no number
 */
public record Place(@Nullable String vocabulary, @Nullable String code, @Nullable BigDecimal percentage) {
}
