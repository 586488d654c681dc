package org.aidledger.ngo;

import java.util.HashSet;
import java.util.Set;
import org.aidledger.ngo.NgoEvent.CertificateAmended;
import org.aidledger.ngo.NgoEvent.CertificateExtended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.ngo.NgoEvent.CertificateResumed;
import org.aidledger.ngo.NgoEvent.CertificateRevoked;
import org.aidledger.ngo.NgoEvent.CertificateSuspended;
import org.aidledger.ngo.NgoEvent.DonorRegistered;
import org.aidledger.ngo.NgoEvent.RepresentativeNamed;
import org.aidledger.ngo.NgoEvent.RuleBreachNoted;
import org.aidledger.ngo.NgoEvent.SubjectKeyDestroyed;
import org.jspecify.annotations.Nullable;

/** What the rules of a donor need to know of its past. Mutable and owned by whoever folds the stream. */
public final class NgoState {

    private @Nullable DonorRegistered registration;
    private @Nullable NgoCertificate certificate;
    private final Set<String> numbers = new HashSet<>(4);
    private final Set<String> subjects = new HashSet<>(4);
    private final Set<String> destroyed = new HashSet<>(4);
    private long nextVersion;

    private NgoState() {
    }

    /** A stream without events. */
    public static NgoState empty() {
        return new NgoState();
    }

    /** The state after one more event, which is this object, changed. */
    public NgoState evolve(NgoEvent event) {
        nextVersion++;
        NgoCertificate held = certificate;
        switch (event) {
            case DonorRegistered e -> registration = e;
            case CertificateGranted e -> {
                numbers.add(e.certificate().reference());
                certificate = new NgoCertificate(e.certificate().reference(), e.validFrom(), e.validTo(), false, false);
            }
            case CertificateExtended e -> certificate = held == null ? null : held.until(e.validTo());
            case CertificateSuspended e -> certificate = held == null ? null : held.suspended(true);
            case CertificateResumed e -> certificate = held == null ? null : held.suspended(false);
            case CertificateRevoked e -> certificate = held == null ? null : held.afterRevocation();
            case RepresentativeNamed e -> subjects.add(e.representative().subject());
            case SubjectKeyDestroyed e -> destroyed.add(e.subject());
            case CertificateAmended e -> {
                // Where it may work decides nothing here.
            }
            case RuleBreachNoted e -> {
                // A remark about another event; it changes nothing.
            }
        }
        return this;
    }

    /** The version the stream's next event gets: how many it has. */
    public long nextVersion() {
        return nextVersion;
    }

    /** Null for a stream without events. */
    public @Nullable DonorRegistered registration() {
        return registration;
    }

    @Nullable
    NgoCertificate certificate() {
        return certificate;
    }

    boolean hasNumber(String number) {
        return numbers.contains(number);
    }

    boolean hasSubject(String subject) {
        return subjects.contains(subject);
    }

    boolean isDestroyed(String subject) {
        return destroyed.contains(subject);
    }
}
