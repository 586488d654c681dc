package org.aidledger.project;

import org.aidledger.document.DocumentRef;

/**
 * A document of a dossier.
 *
 * @param type which of the documents the rule set asks for, for example {@code request}; any other is kept as it is called
 */
public record DossierItem(String type, DocumentRef document) {

    /** @throws IllegalArgumentException when the type is blank */
    public DossierItem {
        if (type.isBlank()) {
            throw new IllegalArgumentException("a document of a dossier says which of the documents it is");
        }
    }
}
