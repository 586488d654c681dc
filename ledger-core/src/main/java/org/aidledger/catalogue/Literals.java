package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Pieces of JSON that are always spelled the same. */
final class Literals {

    static final byte[] TRUE = of("true");
    static final byte[] FALSE = of("false");
    static final byte[] NULL = of("null");

    private Literals() {
    }

    static byte[] of(String ascii) {
        return ascii.getBytes(US_ASCII);
    }
}
