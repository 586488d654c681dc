package org.aidledger.app.exchange.iati;

import org.jspecify.annotations.Nullable;

/**
 * A type of aid.
 *
 * @param vocabulary the list that the code is from; null where the file leaves it to IATI's default, the OECD's list
 * @param code as given
 */
public record AidType(@Nullable String vocabulary, String code) {
}
