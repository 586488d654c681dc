package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.ngo.DonorKind;
import org.aidledger.ngo.NgoCommand;
import org.aidledger.ngo.NgoId;
import org.aidledger.project.Place;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/** What the commands of a donor are told by, one record a route. */
sealed interface DonorBody extends CommandBody {

    NgoCommand command(NgoId donor);

    /** Registers a donor under {@code donor}. */
    record DonorRegistration(NgoId donor, DonorKind kind, String name, @Nullable String nameVi, String country,
            LocalDate effectiveDate, @Nullable String reason) implements CommandBody {
        NgoCommand command() {
            return new NgoCommand.RegisterDonor(donor, kind, name, nameVi, country, effectiveDate);
        }
    }

    record CertificateGrant(DocumentRef certificate, String authority, LocalDate validFrom, LocalDate validTo,
            @Nullable List<Place> areas, @Nullable List<SectorShare> sectors, LocalDate effectiveDate,
            @Nullable String reason) implements DonorBody {
        @Override
        public NgoCommand command(NgoId donor) {
            return new NgoCommand.GrantCertificate(donor, certificate, authority, validFrom, validTo,
                    areas == null ? List.of() : areas, sectors == null ? List.of() : sectors, effectiveDate);
        }
    }

    record CertificateExtension(DocumentRef decision, LocalDate validTo, LocalDate effectiveDate,
            @Nullable String reason)
            implements DonorBody {
        @Override
        public NgoCommand command(NgoId donor) {
            return new NgoCommand.ExtendCertificate(donor, decision, validTo, effectiveDate);
        }
    }

    record CertificateAmendment(DocumentRef decision, List<Place> areas, List<SectorShare> sectors,
            LocalDate effectiveDate,
            @Nullable String reason) implements DonorBody {
        @Override
        public NgoCommand command(NgoId donor) {
            return new NgoCommand.AmendCertificate(donor, decision, areas, sectors, effectiveDate);
        }
    }

    record CertificateSuspension(DocumentRef decision, LocalDate effectiveDate, @Nullable String reason)
            implements DonorBody {
        @Override
        public NgoCommand command(NgoId donor) {
            return new NgoCommand.SuspendCertificate(donor, decision, effectiveDate);
        }
    }

    record CertificateResumption(DocumentRef decision, LocalDate effectiveDate, @Nullable String reason)
            implements DonorBody {
        @Override
        public NgoCommand command(NgoId donor) {
            return new NgoCommand.ResumeCertificate(donor, decision, effectiveDate);
        }
    }

    record CertificateRevocation(DocumentRef decision, LocalDate effectiveDate, @Nullable String reason)
            implements DonorBody {
        @Override
        public NgoCommand command(NgoId donor) {
            return new NgoCommand.RevokeCertificate(donor, decision, effectiveDate);
        }
    }

    /** Names a representative; the person's data is sealed under a key of their own before anything is recorded. */
    record Representative(Person person, LocalDate effectiveDate, @Nullable String reason) implements CommandBody {
    }

    /** Who a representative is. */
    record Person(String name, @Nullable String nationality, @Nullable String passport, @Nullable String phone,
            @Nullable String email, @Nullable String address) {
    }

    /** Destroys the key that a person's data is sealed under, by request or decision. */
    record Erasure(String subject, DocumentRef order, LocalDate effectiveDate, @Nullable String reason)
            implements DonorBody {
        @Override
        public NgoCommand command(NgoId donor) {
            return new NgoCommand.DestroySubjectKey(donor, subject, order, effectiveDate);
        }
    }
}
