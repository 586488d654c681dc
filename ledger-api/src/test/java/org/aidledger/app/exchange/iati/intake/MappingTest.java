package org.aidledger.app.exchange.iati.intake;

import static org.aidledger.app.exchange.iati.intake.Xml.activity;
import static org.aidledger.app.exchange.iati.intake.Xml.file;
import static org.aidledger.app.exchange.iati.intake.Xml.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.aidledger.app.exchange.iati.IatiReader;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Money;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.SectorShare;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each part of a file becomes, on samples of our own. */
class MappingTest {

    private static final Party DONOR = new Party("XX-DONOR", "Donor");

    private static ImportingLedger ledger;
    private static List<Entry> owner;
    private static ImportReport odd;

    @BeforeAll
    static void importSamples() throws Exception {
        ledger = new ImportingLedger();
        sample("owner.xml");
        owner = ledger.entries(0);
        odd = sample("odd.xml");
    }

    private static ImportReport sample(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(IatiReader.class.getResourceAsStream(name))) {
            return new IatiImport(ledger.ledger).run(in, name, ImportingLedger.BY_LAN, null, false,
                    ImportProgress.NONE);
        }
    }

    private static List<Entry> entriesOf(ImportReport report) {
        return ledger.entries(Objects.requireNonNull(report.firstIndex()));
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static <E extends ProjectEvent> E first(Class<E> type) {
        return owner.stream().map(Entry::payload).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void an_activity_becomes_a_registration() {
        ProjectRegistered registered = first(ProjectRegistered.class);
        assertThat(registered.project().value()).matches("PRJ-[0-9a-f]{20}");
        assertThat(registered.code()).isEqualTo("VN-OWNER-001");
        assertThat(registered.titleVi()).isEqualTo("Xây trường học");
        assertThat(registered.titleEn()).isEqualTo("Building a  school & a <well>");
        assertThat(registered.budgetTreatment()).isEqualTo(BudgetTreatment.NOT_REPORTED);
        assertThat(registered.perspective()).isEqualTo(Perspective.OWNER);
        assertThat(registered.donors()).containsExactly(DONOR);
        assertThat(registered.aidOwner()).isEqualTo(new Party("VN-OWNER", "Sở Giáo dục tỉnh Mẫu"));
        assertThat(registered.places()).as("a country is no province").isEmpty();
        assertThat(registered.sectors()).containsExactly(new SectorShare("1", "11220", new BigDecimal("70")),
                new SectorShare("1", "14030", new BigDecimal("30.0")), new SectorShare("99", "SCHOOL", null));
        assertThat(registered.plannedStart()).isEqualTo("2024-01-01");
        assertThat(registered.effectiveDate()).as("the first day the file knows it on").isEqualTo("2024-01-01");
    }

    @Test
    void a_status_holds_on_the_day_the_activity_was_last_changed() {
        ActivityStatusReported status = first(ActivityStatusReported.class);
        assertThat(status.status()).isEqualTo("2");
        assertThat(status.effectiveDate()).isEqualTo("2025-02-28");
    }

    @Test
    void a_transaction_keeps_all_that_it_says() {
        FundsReceived received = first(FundsReceived.class);
        assertThat(received.money()).isEqualTo(Money.of("113240.6600000000", "VND"));
        assertThat(received.effectiveDate()).isEqualTo("2024-03-01");
        assertThat(received.from()).isEqualTo(DONOR);
        assertThat(received.moneyAccount()).isNull();
        assertThat(received.iati()).isEqualTo(new IatiFlow("1", "T-1", LocalDate.of(2024, 3, 2), DONOR, "XX-DONOR-9",
                new Party("VN-OWNER", null), "VN-OWNER-001", "Đợt một",
                Map.ofEntries(Map.entry("aid-type", "C01"), Map.entry("disbursement-channel", "2"),
                        Map.entry("finance-type", "110"), Map.entry("flow-type", "30"), Map.entry("humanitarian", "1"),
                        Map.entry("provider-type", "21"), Map.entry("receiver-type", "10"),
                        Map.entry("recipient-country", "VN"), Map.entry("recipient-region", "1/998"),
                        Map.entry("sector", "1/11220"), Map.entry("tied-status", "5"))));
    }

    @Test
    void transactions_stand_in_the_order_of_the_file_each_with_its_line() {
        List<Entry> movements = owner.stream().filter(entry -> entry.payload() instanceof Movement).toList();
        assertThat(movements).extracting(entry -> ((Movement) entry.payload()).money().toString()).containsExactly(
                "113240.6600000000 VND", "-0.50 USD", "-0.50 USD", "0.125 KWD", "12.34567 USD", "0 USD");
        assertThat(movements).extracting(entry -> Integer.valueOf(entry.metadata().get(MetadataKeys.SOURCE_LINE)))
                .isSorted().doesNotHaveDuplicates();
        assertThat(movements).extracting(entry -> entry.metadata().get(MetadataKeys.BOOKING_PERIOD))
                .containsExactly("2024-03", "2024-04", "2024-04", "2024-04", "2024-04", "2024-04");
    }

    @Test
    void money_without_an_approval_is_recorded_and_the_breach_noted_beside_it() {
        assertThat(owner).filteredOn(entry -> entry.payload() instanceof RuleBreachNoted).allSatisfy(entry -> {
            var breach = (RuleBreachNoted) entry.payload();
            Entry about = owner.stream().filter(
                    other -> other.stream().equals(entry.stream()) && other.version() == breach.about())
                    .findFirst().orElseThrow();
            assertThat(about.payload()).isInstanceOf(Movement.class);
            assertThat(breach.effectiveDate()).isEqualTo(about.effectiveDate());
            assertThat(about.metadata()).containsEntry(MetadataKeys.SOURCE_LINE,
                    entry.metadata().get(MetadataKeys.SOURCE_LINE));
        }).extracting(entry -> ((RuleBreachNoted) entry.payload()).rule()).containsExactly("funding.not-approved",
                "funding.not-approved", "funding.not-approved");
    }

    @Test
    void every_oddity_of_the_reader_is_noted_beside_its_fact() {
        assertThat(odd.breachesByRule()).containsKeys("iati.identifier-empty", "iati.element-repeated",
                "iati.reporting-org-missing", "iati.title-missing", "iati.status-unknown", "iati.role-unknown",
                "iati.transaction-type-unknown", "iati.transaction-date-missing", "iati.currency-unknown",
                "iati.value-date-missing", "iati.flow-type-unknown", "iati.tied-status-unknown",
                "iati.disbursement-channel-unknown", "iati.percentages-not-100", "money.currency-unlisted");
        assertThat(odd.remarks()).extracting(remark -> remark.rule()).containsExactlyInAnyOrder(
                "iati.version-unpublished", "iati.element-unknown");
        assertThat(odd.transactions()).isEqualTo(Map.of("3", 2L, "99", 1L));
        Entry unknownType = entriesOf(odd).stream()
                .filter(entry -> entry.payload() instanceof OtherFlowReported).findFirst().orElseThrow();
        assertThat(entriesOf(odd)).filteredOn(entry -> entry.stream().equals(unknownType.stream())
                && entry.payload() instanceof RuleBreachNoted breach && breach.about() == unknownType.version())
                .extracting(entry -> ((RuleBreachNoted) entry.payload()).rule())
                .contains("iati.transaction-type-unknown", "iati.currency-unknown");
    }

    @Test
    void each_type_becomes_its_event_and_the_others_keep_their_code() throws Exception {
        String[] transactions = IntStream.rangeClosed(1, 14)
                .mapToObj(type -> transaction(Integer.toString(type), "-" + type + ".00000")).toArray(String[]::new);
        ImportReport report = ledger.run("types.xml", file(activity("TYPES", transactions)));
        List<Movement> movements = entriesOf(report).stream().map(Entry::payload)
                .filter(Movement.class::isInstance).map(Movement.class::cast).toList();
        assertThat(movements).extracting(movement -> Objects.requireNonNull(movement.iati()).type()).containsExactly(
                "1", "2", "3", "4", "5",
                "6", "7", "8", "9", "10", "11", "12", "13", "14");
        assertThat(movements).extracting(movement -> (Object) movement.getClass()).containsExactly(FundsReceived.class,
                CommitmentChanged.class, FundsDisbursed.class, ExpenditureRecorded.class, OtherFlowReported.class,
                OtherFlowReported.class, OtherFlowReported.class, OtherFlowReported.class, OtherFlowReported.class,
                OtherFlowReported.class, CommitmentChanged.class, AidPledged.class, AidPledged.class,
                OtherFlowReported.class);
        assertThat(((CommitmentChanged) movements.get(1)).direction()).isEqualTo(Direction.OUT);
        assertThat(((FundsDisbursed) movements.get(2)).purpose()).isEqualTo(DisbursementPurpose.PAYMENT);
        assertThat(((ExpenditureRecorded) movements.get(3)).paidFrom()).isEqualTo(PaidFrom.DONOR);
        assertThat(((CommitmentChanged) movements.get(10)).direction()).isEqualTo(Direction.IN);
        assertThat(((AidPledged) movements.get(11)).direction()).isEqualTo(Direction.OUT);
        assertThat(((AidPledged) movements.get(12)).direction()).isEqualTo(Direction.IN);
        assertThat(report.transactions()).hasSize(14);
        assertThat(report.transactions().firstKey()).isEqualTo("1");
        assertThat(report.transactions().lastKey()).isEqualTo("14");
    }

    @Test
    void the_samples_kept_their_own_bytes() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(IatiReader.class.getResource("odd.xml")).toURI());
        assertThat(ledger.kept(odd)).isEqualTo(Files.readAllBytes(folder));
        ledger.assertSound();
    }
}
