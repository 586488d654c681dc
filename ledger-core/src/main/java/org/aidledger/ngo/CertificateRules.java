package org.aidledger.ngo;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.Refusal;
import org.aidledger.ngo.NgoCommand.ExtendCertificate;
import org.aidledger.ngo.NgoCommand.GrantCertificate;
import org.aidledger.ngo.NgoRefusal.AlreadySuspended;
import org.aidledger.ngo.NgoRefusal.DatesReversed;
import org.aidledger.ngo.NgoRefusal.Lapsed;
import org.aidledger.ngo.NgoRefusal.NoCertificate;
import org.aidledger.ngo.NgoRefusal.NoCertificateNeeded;
import org.aidledger.ngo.NgoRefusal.NotLonger;
import org.aidledger.ngo.NgoRefusal.NotSuspended;
import org.aidledger.ngo.NgoRefusal.NumberUsed;
import org.aidledger.ngo.NgoRefusal.Revoked;
import org.aidledger.ngo.NgoRefusal.StillInForce;
import org.aidledger.ngo.NgoRefusal.TooLong;
import org.jspecify.annotations.Nullable;

/** The rules of a registration certificate, by Decree 58/2022/ND-CP, which is in force from 1 November 2022. */
final class CertificateRules {

    private static final LocalDate DECREE_58 = LocalDate.of(2022, 11, 1);
    private static final int YEARS_MAX = 3;

    private CertificateRules() {
    }

    static void granted(NgoState state, DonorKind kind, GrantCertificate c, List<Refusal> broken) {
        if (!kind.holdsCertificates()) {
            broken.add(new NoCertificateNeeded(kind));
        }
        String number = c.certificate().reference();
        NgoCertificate held = state.certificate();
        if (state.hasNumber(number)) {
            broken.add(new NumberUsed(number));
        } else if (held != null && !held.revoked() && !held.validTo().isBefore(c.validFrom())) {
            broken.add(new StillInForce(held.number(), held.validTo()));
        }
        if (c.validTo().isBefore(c.validFrom())) {
            broken.add(new DatesReversed(c.validFrom(), c.validTo()));
        }
        withinYears(c.validFrom(), c.validTo(), c.effectiveDate(), broken);
    }

    static void extended(NgoState state, ExtendCertificate c, List<Refusal> broken) {
        NgoCertificate held = held(state, c.ngo(), broken);
        if (held == null) {
            return;
        }
        if (c.effectiveDate().isAfter(held.validTo())) {
            broken.add(new Lapsed(held.number(), held.validTo()));
        }
        if (!c.validTo().isAfter(held.validTo())) {
            broken.add(new NotLonger(held.validTo(), c.validTo()));
        }
        withinYears(held.validTo().plusDays(1), c.validTo(), c.effectiveDate(), broken);
    }

    /** A term of three years that begins on 1 March ends on the last day of February. */
    private static void withinYears(LocalDate from, LocalDate to, LocalDate decided, List<Refusal> broken) {
        LocalDate longest = from.plusYears(YEARS_MAX).minusDays(1);
        if (!decided.isBefore(DECREE_58) && to.isAfter(longest)) {
            broken.add(new TooLong(from, to, longest));
        }
    }

    static void suspended(NgoState state, NgoId ngo, boolean expected, List<Refusal> broken) {
        NgoCertificate held = held(state, ngo, broken);
        if (held != null && held.suspended() != expected) {
            broken.add(expected ? new NotSuspended(held.number()) : new AlreadySuspended(held.number()));
        }
    }

    static @Nullable NgoCertificate held(NgoState state, NgoId ngo, List<Refusal> broken) {
        NgoCertificate held = state.certificate();
        if (held == null) {
            broken.add(new NoCertificate(ngo));
            return null;
        }
        if (held.revoked()) {
            broken.add(new Revoked(held.number()));
        }
        return held;
    }
}
