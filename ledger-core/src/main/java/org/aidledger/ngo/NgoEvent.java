package org.aidledger.ngo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.NotedBreach;
import org.aidledger.project.Place;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/** The whole life of a donor in the registry, one record a fact. */
public sealed interface NgoEvent extends LedgerEvent {

    NgoId ngo();

    /**
     * The donor is known to the ledger.
     *
     * @param name as it calls itself
     * @param nameVi its name in Vietnamese, where it has one
     * @param country of its seat, ISO 3166-1 alpha-2
     */
    record DonorRegistered(NgoId ngo, DonorKind kind, String name, @Nullable String nameVi, String country,
            LocalDate effectiveDate) implements NgoEvent {
    }

    /**
     * The donor may work in Viet Nam.
     *
     * @param certificate the registration certificate; its reference is its number
     * @param authority who granted it
     * @param validFrom the first day it is in force
     * @param validTo the last day; at most three years later (Decree 58/2022/ND-CP)
     * @param areas provinces it may work in, each with the date of its code list
     * @param sectors it may work in
     */
    record CertificateGranted(NgoId ngo, DocumentRef certificate, String authority, LocalDate validFrom,
            LocalDate validTo, List<Place> areas, List<SectorShare> sectors, LocalDate effectiveDate)
            implements NgoEvent {
        public CertificateGranted {
            areas = List.copyOf(areas);
            sectors = List.copyOf(sectors);
        }
    }

    /**
     * The certificate is in force for longer.
     *
     * @param validTo its new last day
     */
    record CertificateExtended(NgoId ngo, DocumentRef decision, LocalDate validTo, LocalDate effectiveDate)
            implements NgoEvent {
    }

    /**
     * The donor may work in these areas and sectors from now on, and no longer in others.
     *
     * @param areas provinces, each with the date of its code list
     */
    record CertificateAmended(NgoId ngo, DocumentRef decision, List<Place> areas, List<SectorShare> sectors,
            LocalDate effectiveDate) implements NgoEvent {
        public CertificateAmended {
            areas = List.copyOf(areas);
            sectors = List.copyOf(sectors);
        }
    }

    /** The donor may not work under its certificate from this day on, until that is resumed. */
    record CertificateSuspended(NgoId ngo, DocumentRef decision, LocalDate effectiveDate) implements NgoEvent {
    }

    /** The suspended certificate is in force again from this day on. */
    record CertificateResumed(NgoId ngo, DocumentRef decision, LocalDate effectiveDate) implements NgoEvent {
    }

    /** The certificate is no longer in force from this day on. */
    record CertificateRevoked(NgoId ngo, DocumentRef decision, LocalDate effectiveDate) implements NgoEvent {
    }

    /**
     * A person speaks for the donor from now on.
     *
     * @param representative who; personal data, sealed under a key of their own
     */
    record RepresentativeNamed(NgoId ngo, SealedPerson representative, LocalDate effectiveDate) implements NgoEvent {
    }

    /**
     * A subject's key is destroyed: what it sealed can be read by nobody any more, and every proof holds as before.
     *
     * @param subject whose
     * @param order the request or decision that asks for it
     */
    record SubjectKeyDestroyed(NgoId ngo, String subject, DocumentRef order, LocalDate effectiveDate)
            implements NgoEvent {
    }

    /**
     * A reported fact breaks a rule: noted by the ledger itself, accusing nobody.
     *
     * @param rule the code the same breach is refused with when an officer decides here
     * @param about version in this stream of the fact
     */
    record RuleBreachNoted(NgoId ngo, String rule, Map<String, String> evidence, long about, LocalDate effectiveDate)
            implements NgoEvent, NotedBreach {
        public RuleBreachNoted {
            evidence = Map.copyOf(evidence);
        }
    }
}
