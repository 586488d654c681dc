package org.aidledger.ngo;

import static org.aidledger.testing.Scenario.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
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
import org.aidledger.ngo.NgoEvent.SubjectKeyDestroyed;
import org.aidledger.project.Place;
import org.aidledger.project.SectorShare;
import org.aidledger.testing.Scenario;

/** The vocabulary of tests on a donor, about one made-up foreign NGO. */
public final class NgoFacts {

    public static final NgoId DONOR = new NgoId("NGO-7");
    public static final LocalDate FROM = LocalDate.of(2023, 4, 1);
    public static final LocalDate TO = LocalDate.of(2026, 3, 31);
    public static final SealedPerson PERSON = new SealedPerson("SUB-1", "c2VhbGVk");

    private static final DocumentRef DECISION = DocumentRef.of("8/QĐ-UBCT");
    private static final String AUTHORITY = "Ủy ban công tác về các tổ chức PCPNN";
    private static final List<Place> AREAS = List.of(new Place("24", LocalDate.of(2025, 7, 1)));
    private static final List<SectorShare> SECTORS = List.of(new SectorShare("1", "14030", null));

    private NgoFacts() {
    }

    public static Scenario<NgoCommand, NgoEvent> given(NgoEvent... past) {
        return Scenario.of(ForeignNgo.class, ForeignNgos.COMMAND_NAME, past);
    }

    public static DonorRegistered registered() {
        return registered(DonorKind.FOREIGN_NGO);
    }

    public static DonorRegistered registered(DonorKind kind) {
        return new DonorRegistered(DONOR, kind, "Friends of the Delta", null, "NL", FROM);
    }

    public static CertificateGranted granted() {
        return granted("1/GĐK", FROM, TO);
    }

    public static CertificateGranted granted(String number, LocalDate from, LocalDate to) {
        return new CertificateGranted(DONOR, DocumentRef.of(number), AUTHORITY, from, to, AREAS, SECTORS, FROM);
    }

    public static CertificateExtended extended(LocalDate to) {
        return new CertificateExtended(DONOR, DECISION, to, TODAY);
    }

    public static CertificateAmended amended() {
        return new CertificateAmended(DONOR, DECISION, AREAS, List.of(), TODAY);
    }

    public static CertificateSuspended suspended() {
        return new CertificateSuspended(DONOR, DECISION, TODAY);
    }

    public static CertificateResumed resumed() {
        return new CertificateResumed(DONOR, DECISION, TODAY);
    }

    public static CertificateRevoked revoked() {
        return new CertificateRevoked(DONOR, DECISION, TODAY);
    }

    public static RepresentativeNamed named() {
        return new RepresentativeNamed(DONOR, PERSON, TODAY);
    }

    public static SubjectKeyDestroyed destroyed() {
        return new SubjectKeyDestroyed(DONOR, PERSON.subject(), DECISION, TODAY);
    }

    public static RegisterDonor register() {
        return register("Friends of the Delta", "NL");
    }

    public static RegisterDonor register(String name, String country) {
        return new RegisterDonor(DONOR, DonorKind.FOREIGN_NGO, name, null, country, FROM);
    }

    public static GrantCertificate grant() {
        return grant("1/GĐK", FROM, TO);
    }

    public static GrantCertificate grant(String number, LocalDate from, LocalDate to) {
        return new GrantCertificate(DONOR, DocumentRef.of(number), AUTHORITY, from, to, AREAS, SECTORS, FROM);
    }

    public static ExtendCertificate extend(LocalDate to) {
        return extend(to, TODAY);
    }

    public static ExtendCertificate extend(LocalDate to, LocalDate decided) {
        return new ExtendCertificate(DONOR, DECISION, to, decided);
    }

    public static AmendCertificate amend() {
        return new AmendCertificate(DONOR, DECISION, AREAS, List.of(), TODAY);
    }

    public static SuspendCertificate suspend() {
        return new SuspendCertificate(DONOR, DECISION, TODAY);
    }

    public static ResumeCertificate resume() {
        return new ResumeCertificate(DONOR, DECISION, TODAY);
    }

    public static RevokeCertificate revoke() {
        return new RevokeCertificate(DONOR, DECISION, TODAY);
    }

    public static NameRepresentative name(SealedPerson person) {
        return new NameRepresentative(DONOR, person, TODAY);
    }

    public static DestroySubjectKey destroy(String subject) {
        return new DestroySubjectKey(DONOR, subject, DECISION, TODAY);
    }
}
