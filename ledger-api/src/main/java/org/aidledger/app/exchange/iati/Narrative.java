package org.aidledger.app.exchange.iati;

import org.jspecify.annotations.Nullable;

/**
 * Free text in one language.
 *
 * @param language the nearest {@code xml:lang}, from the narrative up to its activity; null if none is given
 * @param text without white space at its ends, otherwise as the file has it; never empty
 */
public record Narrative(@Nullable String language, String text) {
}
