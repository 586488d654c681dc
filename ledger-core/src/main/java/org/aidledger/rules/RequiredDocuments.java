package org.aidledger.rules;

import java.util.List;

/**
 * The documents a dossier consists of.
 *
 * @param types their names in this ledger, for example {@code request}
 * @param article where they are listed
 */
public record RequiredDocuments(List<String> types, String article) {
    public RequiredDocuments {
        types = List.copyOf(types);
    }
}
