package org.aidledger.view.donor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.document.DocumentRef;
import org.aidledger.ngo.DonorKind;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.ngo.NgoEvent.CertificateExtended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.ngo.NgoEvent.CertificateResumed;
import org.aidledger.ngo.NgoEvent.CertificateRevoked;
import org.aidledger.ngo.NgoEvent.CertificateSuspended;
import org.aidledger.ngo.NgoEvent.DonorRegistered;
import org.aidledger.ngo.NgoId;
import org.aidledger.view.TestLog;
import org.aidledger.view.TestView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DonorsTest {

    private static final LocalDate JAN = LocalDate.of(2023, 1, 1);
    private static final LocalDate AUG = LocalDate.of(2023, 8, 31);
    private static final DocumentRef DECISION = DocumentRef.of("8/QĐ");
    private static final TestLog LOG = new TestLog();
    private static final Donors DONORS = new Donors(LOG.app(), Catalogue.ledger());
    private static long beforeExtension;

    @BeforeAll
    static void live() {
        register("NGO-LAPSED", "Bạn của Đồng bằng");
        register("NGO-WHOLE", "Clean Water");
        register("NGO-REVOKED", "Gone Early");
        register("NGO-PAUSED", "Paused Throughout");
        register("NGO-BACK", "Paused and Back");
        register("NGO-NONE", "Never Granted");
        granted("NGO-LAPSED", LocalDate.of(2020, 1, 1), LocalDate.of(2022, 12, 31));
        granted("NGO-WHOLE", LocalDate.of(2022, 1, 1), LocalDate.of(2024, 12, 31));
        granted("NGO-REVOKED", LocalDate.of(2022, 1, 1), LocalDate.of(2024, 12, 31));
        granted("NGO-PAUSED", LocalDate.of(2022, 1, 1), LocalDate.of(2024, 12, 31));
        granted("NGO-BACK", LocalDate.of(2022, 1, 1), LocalDate.of(2024, 12, 31));
        append(new CertificateRevoked(new NgoId("NGO-REVOKED"), DECISION, JAN));
        append(new CertificateSuspended(new NgoId("NGO-PAUSED"), DECISION, LocalDate.of(2022, 6, 1)));
        append(new CertificateSuspended(new NgoId("NGO-BACK"), DECISION, LocalDate.of(2022, 6, 1)));
        append(new CertificateResumed(new NgoId("NGO-BACK"), DECISION, LocalDate.of(2023, 8, 31)));
        beforeExtension = LOG.size();
        append(new CertificateExtended(new NgoId("NGO-LAPSED"), DECISION, LocalDate.of(2025, 12, 31), JAN));
        TestView.build(new DonorProjection(), LOG.app(), LOG.entries(), 4);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static void register(String id, String name) {
        append(new DonorRegistered(new NgoId(id), DonorKind.FOREIGN_NGO, name, null, "NL", JAN));
    }

    private static void granted(String id, LocalDate from, LocalDate to) {
        append(new CertificateGranted(new NgoId(id), DocumentRef.of("GĐK " + id), "COMINGO", from, to, List.of(),
                List.of(), from));
    }

    private static void append(NgoEvent event) {
        LOG.append(event.ngo().value(), Map.of(), event);
    }

    private static List<String> active(LocalDate from, LocalDate to, @Nullable Long known) {
        Donors.Page page = DONORS.active(from, to, known, null, 100);
        assertThat(page.count()).isEqualTo(page.donors().size());
        return page.donors().stream().map(DonorRow::id).toList();
    }

    @Test
    void how_many_were_active_between_two_dates_as_known_on_a_third_is_one_question() {
        assertThat(active(JAN, AUG, null)).containsExactly("NGO-BACK", "NGO-LAPSED", "NGO-WHOLE");
        assertThat(active(JAN, AUG, beforeExtension)).containsExactly("NGO-BACK", "NGO-WHOLE");
        assertThat(active(JAN, AUG.minusDays(1), beforeExtension)).containsExactly("NGO-WHOLE");
        assertThat(active(JAN, AUG, 6L)).isEmpty();
        assertThat(active(LocalDate.of(2022, 5, 31), LocalDate.of(2022, 5, 31), null)).hasSize(5);
        assertThat(active(LocalDate.of(2022, 12, 31), LocalDate.of(2022, 12, 31), null))
                .containsExactly("NGO-LAPSED", "NGO-REVOKED", "NGO-WHOLE");
    }

    @Test
    void donors_are_found_without_accents() {
        assertThat(DONORS.search("ban DONG bang", null, null, 10).donors()).extracting(DonorRow::id)
                .containsExactly("NGO-LAPSED");
        assertThat(DONORS.search("", null, "NGO-LAPSED", 10).donors()).extracting(DonorRow::id)
                .containsExactly("NGO-NONE", "NGO-PAUSED", "NGO-REVOKED", "NGO-WHOLE");
        assertThat(DONORS.search("", 2L, null, 10).count()).isEqualTo(2);
    }

    @Test
    void a_donor_is_told_as_it_was_known_then() {
        assertThat(DONORS.donor("NGO-LAPSED", beforeExtension).orElseThrow().donor().validTo())
                .isEqualTo(LocalDate.of(2022, 12, 31));
        Donors.Detail now = DONORS.donor("NGO-LAPSED", null).orElseThrow();
        assertThat(now.donor().validTo()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(now.events()).hasSize(3);
        assertThat(DONORS.donor("NGO-LAPSED", 0L)).isEmpty();
    }
}
