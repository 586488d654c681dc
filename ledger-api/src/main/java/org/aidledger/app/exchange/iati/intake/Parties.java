package org.aidledger.app.exchange.iati.intake;

import java.util.List;
import org.aidledger.app.exchange.iati.IatiTransaction;
import org.aidledger.app.exchange.iati.Narrative;
import org.aidledger.project.Party;
import org.jspecify.annotations.Nullable;

/** An organisation as a file names it: by reference, or by its first name, or both. */
final class Parties {

    private static final int REF_BYTES_MAX = 500;
    private static final int NAME_BYTES_MAX = 1_500;
    /** What a party takes at most, its own names and quotes included. */
    static final int BYTES_MAX = REF_BYTES_MAX + NAME_BYTES_MAX + 50;

    private Parties() {
    }

    /** Null for one without reference and name, which says nothing. */
    static @Nullable Party of(String element, @Nullable String ref, List<Narrative> names, LeafRoom room) {
        String name = names.isEmpty() ? null : names.getFirst().text();
        if ((ref == null || ref.isBlank()) && (name == null || name.isBlank())) {
            return null;
        }
        return new Party(room.textOrNull(element + "/@ref", ref, REF_BYTES_MAX),
                room.textOrNull(element, name, NAME_BYTES_MAX));
    }

    static @Nullable Party of(String element, IatiTransaction.@Nullable Party party, LeafRoom room) {
        return party == null ? null : of(element, party.ref(), party.names(), room);
    }
}
