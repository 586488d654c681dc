package org.aidledger.app.exchange.iati;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about itself.
 *
 * @param version as given: 2.03, or a text that names no published version (see {@link OddityKind#VERSION_UNPUBLISHED})
 * @param generatedDatetime when the publisher made the file, as given; null if the file does not say
 */
public record IatiHeader(String version, @Nullable String generatedDatetime) {
}
