package org.aidledger.app.cli;

import org.aidledger.app.platform.Ledger;
import org.aidledger.view.project.ProjectRow;

/** Finds the project a user names. */
final class ProjectNames {

    private ProjectNames() {
    }

    /** @throws NotFound with advice, when neither an id nor a code is that */
    static ProjectRow find(Ledger ledger, String idOrCode) {
        return ledger.views().projects().find(idOrCode, Long.MAX_VALUE)
                .orElseThrow(() -> new NotFound("there is no project with the id or code \"" + idOrCode
                        + "\"; ./ledger balance --each lists those in which money moved"));
    }
}
