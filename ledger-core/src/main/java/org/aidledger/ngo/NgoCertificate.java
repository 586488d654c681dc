package org.aidledger.ngo;

import java.time.LocalDate;

/**
 * The registration certificate (giấy đăng ký) granted last.
 *
 * @param validTo its last day, extensions included
 */
record NgoCertificate(String number, LocalDate validFrom, LocalDate validTo, boolean suspended, boolean revoked) {

    NgoCertificate until(LocalDate newValidTo) {
        return new NgoCertificate(number, validFrom, newValidTo, suspended, revoked);
    }

    NgoCertificate suspended(boolean now) {
        return new NgoCertificate(number, validFrom, validTo, now, revoked);
    }

    NgoCertificate afterRevocation() {
        return new NgoCertificate(number, validFrom, validTo, suspended, true);
    }
}
