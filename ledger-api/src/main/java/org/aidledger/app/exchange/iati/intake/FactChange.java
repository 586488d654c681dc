package org.aidledger.app.exchange.iati.intake;

import org.jspecify.annotations.Nullable;

/**
 * One fact other than money that a later file says differently.
 *
 * @param field {@code titleEn}, {@code provider.name}, {@code codes.flow-type}
 * @param was what earlier files said; null: nothing
 * @param becomes what this one says; null: nothing
 */
public record FactChange(String field, @Nullable String was, @Nullable String becomes) {
}
