package org.aidledger.app;

import org.aidledger.app.cli.LedgerCommandLine;

/** Where {@code ./ledger} begins. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        System.exit(LedgerCommandLine.run(args));
    }
}
