package org.aidledger.tlog;

/**
 * Why something of the log was refused: {@link #where()} names the place (a line, a tile, an index) and {@link #what()}
 * says what is wrong there. A caller's own mistake is an {@link IllegalArgumentException} instead.
 */
public abstract sealed class TlogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;

    private TlogException(String where, String what) {
        super(where + ": " + what);
        this.where = where;
        this.what = what;
    }

    /** Place and fault. */
    @Override
    public String getMessage() {
        return where + ": " + what;
    }

    /** The place, for example {@code checkpoint line 2} or {@code tile/0/001}. */
    public String where() {
        return where;
    }

    /** What is wrong there. */
    public String what() {
        return what;
    }

    /** Bytes or text that do not have the format they must have. */
    public static final class Malformed extends TlogException {
        private static final long serialVersionUID = 1L;

        /** Names the place and what is wrong with it. */
        public Malformed(String where, String what) {
            super(where, what);
        }
    }

    /** Well-formed evidence that does not show what it should: a signature, a proof, a root, a tile. */
    public static final class Unproven extends TlogException {
        private static final long serialVersionUID = 1L;

        /** Names the evidence and what it fails to show. */
        public Unproven(String where, String what) {
            super(where, what);
        }
    }

    /** A tile or an entry that a source should have and has not. */
    public static final class Unavailable extends TlogException {
        private static final long serialVersionUID = 1L;

        /** Names what was asked for and why it is not there. */
        public Unavailable(String where, String what) {
            super(where, what);
        }
    }
}
