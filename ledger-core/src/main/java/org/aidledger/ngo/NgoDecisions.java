package org.aidledger.ngo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aidledger.actor.Way;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.GeneralRefusal.DateInFuture;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.GeneralRefusal.RegisteredDifferently;
import org.aidledger.event.Refusal;
import org.aidledger.ngo.NgoCommand.AmendCertificate;
import org.aidledger.ngo.NgoCommand.DestroySubjectKey;
import org.aidledger.ngo.NgoCommand.ExtendCertificate;
import org.aidledger.ngo.NgoCommand.GrantCertificate;
import org.aidledger.ngo.NgoCommand.NameRepresentative;
import org.aidledger.ngo.NgoCommand.RegisterDonor;
import org.aidledger.ngo.NgoCommand.ResumeCertificate;
import org.aidledger.ngo.NgoCommand.RevokeCertificate;
import org.aidledger.ngo.NgoCommand.SuspendCertificate;
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
import org.aidledger.ngo.NgoRefusal.CountryUnknown;
import org.aidledger.ngo.NgoRefusal.NameMissing;
import org.aidledger.ngo.NgoRefusal.SubjectUnknown;
import org.aidledger.ngo.NgoRefusal.SubjectUsed;

/** What becomes of a command: a pure function of the donor's state, the command and its context. */
public final class NgoDecisions {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private NgoDecisions() {
    }

    /** Judges a command. Broken rules come gravest first: the certificate, its dates, the entry itself. */
    public static Decision<NgoEvent> decide(NgoState state, NgoCommand command, NgoContext context) {
        DonorRegistered registration = state.registration();
        if (command instanceof RegisterDonor c) {
            return register(state, c, context);
        }
        if (registration == null) {
            return new Refused<>(List.of(new NotRegistered(command.stream())));
        }
        var broken = new ArrayList<Refusal>(2);
        return switch (command) {
            case GrantCertificate c -> {
                CertificateRules.granted(state, registration.kind(), c, broken);
                yield verdict(state, new CertificateGranted(c.ngo(), c.certificate(), c.authority(), c.validFrom(),
                        c.validTo(), c.areas(), c.sectors(), c.effectiveDate()), broken, context);
            }
            case ExtendCertificate c -> {
                CertificateRules.extended(state, c, broken);
                yield verdict(state,
                        new CertificateExtended(c.ngo(), c.decision(), c.validTo(), c.effectiveDate()), broken,
                        context);
            }
            case AmendCertificate c -> {
                CertificateRules.held(state, c.ngo(), broken);
                yield verdict(state, new CertificateAmended(c.ngo(), c.decision(), c.areas(), c.sectors(),
                        c.effectiveDate()), broken, context);
            }
            case SuspendCertificate c -> {
                CertificateRules.suspended(state, c.ngo(), false, broken);
                yield verdict(state, new CertificateSuspended(c.ngo(), c.decision(), c.effectiveDate()), broken,
                        context);
            }
            case ResumeCertificate c -> {
                CertificateRules.suspended(state, c.ngo(), true, broken);
                yield verdict(state, new CertificateResumed(c.ngo(), c.decision(), c.effectiveDate()), broken, context);
            }
            case RevokeCertificate c -> {
                CertificateRules.held(state, c.ngo(), broken);
                yield verdict(state, new CertificateRevoked(c.ngo(), c.decision(), c.effectiveDate()), broken, context);
            }
            case NameRepresentative c -> name(state, c, context);
            case DestroySubjectKey c -> destroy(state, c, context);
            case RegisterDonor c -> throw new IllegalStateException("registration is decided above");
        };
    }

    private static Decision<NgoEvent> register(NgoState state, RegisterDonor c, NgoContext context) {
        var registered = new DonorRegistered(c.ngo(), c.kind(), c.name(), c.nameVi(), c.country(), c.effectiveDate());
        if (registered.equals(state.registration())) {
            return new Accepted<>(List.of());
        }
        if (state.registration() != null) {
            return new Refused<>(List.of(new RegisteredDifferently(c.stream())));
        }
        var broken = new ArrayList<Refusal>(2);
        if (c.name().isBlank()) {
            broken.add(new NameMissing(c.ngo()));
        }
        if (!COUNTRIES.contains(c.country())) {
            broken.add(new CountryUnknown(c.country()));
        }
        return verdict(state, registered, broken, context);
    }

    /** A key that sealed one thing seals no other, so that destroying it takes away what was asked for and no more. */
    private static Decision<NgoEvent> name(NgoState state, NameRepresentative c, NgoContext context) {
        String subject = c.representative().subject();
        if (state.hasSubject(subject)) {
            return new Refused<>(List.of(new SubjectUsed(subject)));
        }
        return verdict(state, new RepresentativeNamed(c.ngo(), c.representative(), c.effectiveDate()),
                new ArrayList<>(1), context);
    }

    private static Decision<NgoEvent> destroy(NgoState state, DestroySubjectKey c, NgoContext context) {
        if (!state.hasSubject(c.subject())) {
            return new Refused<>(List.of(new SubjectUnknown(c.subject())));
        }
        return state.isDestroyed(c.subject()) ? new Accepted<>(List.of())
                : verdict(state, new SubjectKeyDestroyed(c.ngo(), c.subject(), c.order(), c.effectiveDate()),
                        new ArrayList<>(1), context);
    }

    /** What broken rules do: refuse what is decided here, stand noted beside what is reported. */
    private static Decision<NgoEvent> verdict(NgoState state, NgoEvent fact, List<Refusal> broken,
            NgoContext context) {
        LocalDate date = fact.effectiveDate();
        if (date.isAfter(context.today())) {
            broken.add(new DateInFuture(date, context.today()));
        }
        if (broken.isEmpty()) {
            return new Accepted<>(List.of(fact));
        }
        if (context.way() == Way.DECIDED) {
            return new Refused<>(broken);
        }
        var events = new ArrayList<NgoEvent>(1 + broken.size());
        events.add(fact);
        for (Refusal refusal : broken) {
            events.add(new RuleBreachNoted(fact.ngo(), refusal.code(), refusal.arguments(), state.nextVersion(), date));
        }
        return new Accepted<>(events);
    }
}
