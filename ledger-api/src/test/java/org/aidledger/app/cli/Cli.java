package org.aidledger.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command as a user gives it, in this process. */
final class Cli {

    private Cli() {
    }

    /** Its exit code, a blank, and all that it said. */
    static String run(String... words) {
        StringWriter said = new StringWriter();
        CommandLine line = LedgerCommandLine.commandLine();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        return line.execute(words) + " " + said;
    }
}
