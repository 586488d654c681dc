package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aidledger.actor.ActorEvent;
import org.aidledger.bank.BankEvent;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.intake.ImportRunEvent;
import org.aidledger.money.Money;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.period.PeriodEvent;
import org.aidledger.programme.TargetEvent;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectId;
import org.aidledger.rate.RateEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.ledger();
    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID ID = UUID.fromString("0192f0c1-2222-7abc-8def-0123456789ab");
    private static final Instant RECORDED_AT = Instant.parse("2026-03-31T09:26:53.500000Z");
    private static final LocalDate DATE = LocalDate.parse("2024-02-29");
    private static final ProjectId PROJECT = new ProjectId("PRJ-1");

    @Test
    void every_record_of_the_sealed_events_is_in_the_catalogue_and_nothing_else() {
        var records = new HashSet<Class<?>>();
        collect(ProjectEvent.class, records);
        collect(InspectionEvent.class, records);
        collect(ImportRunEvent.class, records);
        collect(PeriodEvent.class, records);
        collect(NgoEvent.class, records);
        collect(ActorEvent.class, records);
        collect(RateEvent.class, records);
        collect(TargetEvent.class, records);
        collect(BankEvent.class, records);
        assertThat(CATALOGUE.types()).extracting(EventType::event).doesNotHaveDuplicates()
                .as("add the event to the list in Catalogue, with a name that is never changed")
                .containsExactlyInAnyOrderElementsOf(records.stream().map(CatalogueTest::event).toList());
    }

    private static Class<? extends LedgerEvent> event(Class<?> type) {
        return type.asSubclass(LedgerEvent.class);
    }

    private static void collect(Class<?> type, Set<Class<?>> records) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, records);
            }
        } else {
            records.add(type);
        }
    }

    @Test
    void a_leaf_is_the_canonical_json_of_the_format() {
        var event = new CommitmentSigned(PROJECT, Direction.OUT, null, Money.of("100.50000", "USD"), null, null, DATE);
        byte[] leaf = CATALOGUE.encode(ID, "PRJ-1", 7, Map.of("way", "DECIDED", "actor", "lan"), event).stamp(12,
                RECORDED_AT);
        assertThat(new String(leaf, UTF_8)).isEqualTo("""
                {"effectiveDate":"2024-02-29","id":"0192f0c1-2222-7abc-8def-0123456789ab","index":12,\
                "metadata":{"actor":"lan","way":"DECIDED"},\
                "payload":{"direction":"OUT","money":{"amount":"100.50000","currency":"USD"},"project":"PRJ-1"},\
                "recordedAt":"2026-03-31T09:26:53.500000Z","revision":0,"stream":"PRJ-1",\
                "type":"aid.CommitmentSigned","version":7}""");
    }

    @Test
    void an_event_within_an_event_says_its_date_type_and_revision() {
        var wrong = new CommitmentSigned(PROJECT, Direction.OUT, null, Money.of("1", "USD"), null, null, DATE);
        var event = new EntryCorrected(PROJECT, 0, "DC-1", CorrectionReason.DUPLICATE, "twice", wrong, null, null,
                DATE.plusDays(1));
        byte[] leaf = CATALOGUE.encode(ID, "PRJ-1", 8, Map.of(), event).stamp(13, RECORDED_AT);
        assertThat(new String(leaf, UTF_8)).contains(
                """
                "reversed":{"payload":{"direction":"OUT","effectiveDate":"2024-02-29",\
                "money":{"amount":"1","currency":"USD"},"project":"PRJ-1"},"revision":0,"type":"aid.CommitmentSigned"}}""");
        assertThat(CATALOGUE.decode(leaf).payload()).isEqualTo(event);
    }

    @Test
    void any_event_reads_back_equal_and_its_leaf_is_what_a_general_writer_makes_of_it() {
        long seed = System.nanoTime();
        var random = new RandomEvents(seed);
        for (int i = 0; i < 2_000; i++) {
            LedgerEvent event = random.next();
            Map<String, String> metadata = random.metadata();
            byte[] leaf = CATALOGUE.encode(ID, "PRJ-1", i, metadata, event).stamp(i * 7_919L, RECORDED_AT);
            Entry entry = CATALOGUE.decode(leaf);
            EventType type = CATALOGUE.type(event.getClass());
            assertThat(entry).as("seed %d", seed).isEqualTo(new Entry(i * 7_919L, ID, "PRJ-1", i, event.effectiveDate(),
                    RECORDED_AT, type.name(), type.revision(), metadata, event));
            assertThat(CanonicalJson.bytes(JSON.readTree(leaf))).as("seed %d", seed).isEqualTo(leaf);
            assertThat(Catalogue.isCanonical(leaf)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void a_component_that_must_be_there_is_asked_for_when_writing_and_when_reading() {
        byte[] leaf = CATALOGUE.encode(ID, "PRJ-1", 0, Map.of(), new ActivityStatusReported(PROJECT, "2", DATE))
                .stamp(0, RECORDED_AT);
        assertThatThrownBy(() -> CATALOGUE.decode(replaced(leaf, ",\"status\":\"2\"", "")))
                .isInstanceOf(UnreadableLeaf.class).hasMessageContaining("status");
        assertThatThrownBy(() -> CATALOGUE.decode(replaced(leaf, "\"2\"", "null"))).isInstanceOf(UnreadableLeaf.class);
    }

    @Test
    void a_member_the_event_does_not_have_is_refused() {
        byte[] leaf = CATALOGUE.encode(ID, "PRJ-1", 0, Map.of(), new ActivityStatusReported(PROJECT, "2", DATE))
                .stamp(0, RECORDED_AT);
        assertThatThrownBy(() -> CATALOGUE.decode(replaced(leaf, "\"2\"}", "\"2\",\"zeal\":1}")))
                .isInstanceOf(UnreadableLeaf.class).hasMessageContaining("does not have");
        assertThatThrownBy(() -> CATALOGUE.decode(replaced(leaf, "\"version\":0}", "\"version\":0,\"w\":1}")))
                .isInstanceOf(UnreadableLeaf.class);
    }

    @Test
    void a_leaf_of_a_newer_ledger_is_refused_with_that_reason_and_its_header_is_still_read() {
        byte[] leaf =
                CATALOGUE.encode(ID, "PRJ-1", 3, Map.of("actor", "lan"), new ActivityStatusReported(PROJECT, "2", DATE))
                        .stamp(9, RECORDED_AT);
        assertThatThrownBy(() -> CATALOGUE.decode(replaced(leaf, "\"revision\":0", "\"revision\":1")))
                .isInstanceOf(UnreadableLeaf.class).hasMessageContaining("newer");
        byte[] unknown = replaced(leaf, "aid.ActivityStatusReported", "aid.SomethingElse");
        assertThatThrownBy(() -> CATALOGUE.decode(unknown)).isInstanceOf(UnreadableLeaf.class)
                .hasMessageContaining("newer");
        assertThat(Catalogue.header(unknown))
                .isEqualTo(new LeafHeader(9, ID, "PRJ-1", 3, DATE, RECORDED_AT, "aid.SomethingElse", 0,
                        Map.of("actor", "lan")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E2", "+1", "01", ".5", "1.", "-0", "1,5", "\u0661", "", " 1",
        "1234567890123456789012345678901",
        "0.1234567890123456789012345678901", "1E+1000000000"})
    void an_amount_has_one_spelling(String spelling) {
        var event = new CommitmentSigned(PROJECT, Direction.IN, null, Money.of("7", "USD"), null, null, DATE);
        byte[] leaf = CATALOGUE.encode(ID, "PRJ-1", 0, Map.of(), event).stamp(0, RECORDED_AT);
        assertThat(CATALOGUE.decode(leaf).payload()).isEqualTo(event);
        assertThatThrownBy(
                () -> CATALOGUE.decode(replaced(leaf, "\"amount\":\"7\"", "\"amount\":\"" + spelling + "\"")))
                .isInstanceOf(UnreadableLeaf.class);
    }

    @Test
    void the_longest_leaf_is_65535_bytes_at_any_index() {
        int empty =
                CATALOGUE.encode(ID, "PRJ-1", 0, Map.of(), new ActivityStatusReported(PROJECT, "", DATE)).bytesMax();
        var longest = new ActivityStatusReported(PROJECT, "x".repeat(LeafTemplate.BYTES_MAX - empty), DATE);
        assertThat(CATALOGUE.encode(ID, "PRJ-1", 0, Map.of(), longest).stamp(1L << 53, RECORDED_AT)).hasSize(65_535);
        var longer = new ActivityStatusReported(PROJECT, longest.status() + "x", DATE);
        assertThatThrownBy(() -> CATALOGUE.encode(ID, "PRJ-1", 0, Map.of(), longer))
                .isInstanceOf(LeafTooLarge.class).hasMessageContaining("65536").hasMessageContaining("65535");
    }

    @Test
    void an_instant_has_six_digits_and_nothing_is_cut_off() {
        LeafTemplate leaf = CATALOGUE.encode(ID, "PRJ-1", 0, Map.of(), new ActivityStatusReported(PROJECT, "2", DATE));
        assertThat(new String(leaf.stamp(0, Instant.parse("2026-01-01T00:00:00Z")), UTF_8))
                .contains("\"recordedAt\":\"2026-01-01T00:00:00.000000Z\"");
        assertThatThrownBy(() -> leaf.stamp(0, Instant.parse("2026-01-01T00:00:00.000000001Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> leaf.stamp(-1, RECORDED_AT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_template_put_away_and_taken_up_again_gives_the_same_leaf() throws IOException {
        LeafTemplate leaf = CATALOGUE.encode(ID, "PRJ-1", 7, Map.of("actor", "lan"),
                new ActivityStatusReported(PROJECT, "x".repeat(60_000), DATE));
        var away = new ByteArrayOutputStream();
        leaf.writeTo(new DataOutputStream(away));
        var again = LeafTemplate.readFrom(new DataInputStream(new ByteArrayInputStream(away.toByteArray())));
        assertThat(again.stamp(9, RECORDED_AT)).isEqualTo(leaf.stamp(9, RECORDED_AT));
    }

    private static byte[] replaced(byte[] leaf, String old, String replacement) {
        String text = new String(leaf, UTF_8);
        assertThat(text).contains(old);
        return text.replace(old, replacement).getBytes(UTF_8);
    }
}
