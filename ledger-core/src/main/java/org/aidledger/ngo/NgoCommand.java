package org.aidledger.ngo;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.project.Place;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/** What can be asked of a donor's entry in the registry. */
public sealed interface NgoCommand extends LedgerCommand {

    NgoId ngo();

    @Override
    default String stream() {
        return ngo().value();
    }

    LocalDate effectiveDate();

    record RegisterDonor(NgoId ngo, DonorKind kind, String name, @Nullable String nameVi, String country,
            LocalDate effectiveDate) implements NgoCommand {
    }

    record GrantCertificate(NgoId ngo, DocumentRef certificate, String authority, LocalDate validFrom,
            LocalDate validTo, List<Place> areas, List<SectorShare> sectors, LocalDate effectiveDate)
            implements NgoCommand {
    }

    record ExtendCertificate(NgoId ngo, DocumentRef decision, LocalDate validTo, LocalDate effectiveDate)
            implements NgoCommand {
    }

    record AmendCertificate(NgoId ngo, DocumentRef decision, List<Place> areas, List<SectorShare> sectors,
            LocalDate effectiveDate) implements NgoCommand {
    }

    record SuspendCertificate(NgoId ngo, DocumentRef decision, LocalDate effectiveDate) implements NgoCommand {
    }

    record ResumeCertificate(NgoId ngo, DocumentRef decision, LocalDate effectiveDate) implements NgoCommand {
    }

    record RevokeCertificate(NgoId ngo, DocumentRef decision, LocalDate effectiveDate) implements NgoCommand {
    }

    record NameRepresentative(NgoId ngo, SealedPerson representative, LocalDate effectiveDate) implements NgoCommand {
    }

    /** Records that the key is to be destroyed; whoever sends it destroys the key once that is recorded. */
    record DestroySubjectKey(NgoId ngo, String subject, DocumentRef order, LocalDate effectiveDate)
            implements NgoCommand {
    }
}
