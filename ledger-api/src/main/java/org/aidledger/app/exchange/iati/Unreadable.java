package org.aidledger.app.exchange.iati;

/** Carries a refusal out of the parsers, up to the reader; never leaves this package. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient IatiRefusal refusal;

    Unreadable(IatiRefusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    IatiRefusal refusal() {
        return refusal;
    }
}
