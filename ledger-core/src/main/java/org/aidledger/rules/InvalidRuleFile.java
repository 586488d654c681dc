package org.aidledger.rules;

/** A file of rules cannot be used; the ledger does not start with rules that nobody wrote. */
public final class InvalidRuleFile extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;

    /** @param line from 1; 0 when the reason is in no line, but in the files together */
    InvalidRuleFile(String file, int line, String reason) {
        super((line == 0 ? file : file + ":" + line) + ": " + reason
                + ". The ledger does not start before this is put right");
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
