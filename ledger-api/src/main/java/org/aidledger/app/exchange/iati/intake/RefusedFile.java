package org.aidledger.app.exchange.iati.intake;

/** Carries a refusal out of the reading of a file; never leaves this package. */
final class RefusedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportRefusal refusal;

    RefusedFile(ImportRefusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    ImportRefusal refusal() {
        return refusal;
    }
}
