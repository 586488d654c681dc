package org.aidledger.project;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an IATI 2.03 transaction said beyond date and money; kept as it came.
 *
 * @param type IATI transaction type, for example {@code 3}
 * @param ref the transaction's own reference
 * @param valueDate the date at which the value is to be converted
 * @param provider who provided, with {@code providerActivity} its own activity
 * @param receiver who received, with {@code receiverActivity} its own activity
 * @param description the transaction's description, first language
 * @param codes its other codes by name: {@code aid-type}, {@code finance-type}, {@code disbursement-channel}, ...
 */
public record IatiFlow(String type, @Nullable String ref, @Nullable LocalDate valueDate, @Nullable Party provider,
        @Nullable String providerActivity, @Nullable Party receiver, @Nullable String receiverActivity,
        @Nullable String description, Map<String, String> codes) {

    public IatiFlow {
        codes = Map.copyOf(codes);
    }
}
