package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.event.Entry;
import org.aidledger.money.Money;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * A made-up past: commitments once had their money in one text, {@code "100.50 USD"} (revision 0), and then no direction,
 * since all of them came in (revision 1).
 */
class UpcasterTest {

    private static final Catalogue CATALOGUE = catalogue(UpcasterTest::moneyApart, UpcasterTest::directionSaid);
    private static final LocalDate DATE = LocalDate.parse("2024-02-29");
    private static final CommitmentSigned COMMITMENT = new CommitmentSigned(new ProjectId("PRJ-1"), Direction.IN, null,
            Money.of("100.50", "USD"), null, null, DATE);

    private static Catalogue catalogue(Upcaster... upcasters) {
        return new Catalogue(List.of(new EventType("aid.CommitmentSigned", CommitmentSigned.class, List.of(upcasters)),
                EventType.of("aid.EntryCorrected", EntryCorrected.class)));
    }

    private static ObjectNode moneyApart(ObjectNode payload) {
        String[] money = payload.required("money").stringValue().split(" ");
        payload.putObject("money").put("amount", money[0]).put("currency", money[1]);
        return payload;
    }

    private static ObjectNode directionSaid(ObjectNode payload) {
        return payload.put("direction", "IN");
    }

    @Test
    void every_old_revision_is_read_as_the_newest_and_says_which_it_was() {
        String[] payloads = {"{\"money\":\"100.50 USD\",\"project\":\"PRJ-1\"}",
            "{\"money\":{\"amount\":\"100.50\",\"currency\":\"USD\"},\"project\":\"PRJ-1\"}",
            "{\"direction\":\"IN\",\"money\":{\"amount\":\"100.50\",\"currency\":\"USD\"},\"project\":\"PRJ-1\"}"};
        for (int revision = 0; revision < payloads.length; revision++) {
            Entry entry = CATALOGUE.decode(leaf("aid.CommitmentSigned", revision, payloads[revision]));
            assertThat(entry.payload()).isEqualTo(COMMITMENT);
            assertThat(entry.revision()).isEqualTo(revision);
        }
    }

    @Test
    void an_old_revision_within_another_event_is_read_too() {
        String old = "{\"effectiveDate\":\"2024-02-29\",\"money\":\"100.50 USD\",\"project\":\"PRJ-1\"}";
        Entry entry = CATALOGUE.decode(leaf("aid.EntryCorrected", 0, """
                {"corrected":3,"noteNumber":"DC-1","project":"PRJ-1","reasonCode":"DUPLICATE","reasonText":"twice",\
                "reversed":{"payload":%s,"revision":0,"type":"aid.CommitmentSigned"}}""".formatted(old)));
        assertThat(entry.payload()).isEqualTo(new EntryCorrected(new ProjectId("PRJ-1"), 3, "DC-1",
                CorrectionReason.DUPLICATE, "twice", COMMITMENT, null, null, DATE));
    }

    @Test
    void the_newest_revision_is_what_is_written_and_passes_no_upcaster() {
        var untouched = catalogue(UpcasterTest::fail, UpcasterTest::fail);
        byte[] leaf = untouched.encode(new UUID(1, 2), "PRJ-1", 0, Map.of(), COMMITMENT)
                .stamp(0, Instant.EPOCH);
        assertThat(new String(leaf, UTF_8)).contains("\"revision\":2");
        assertThat(untouched.decode(leaf).payload()).isEqualTo(COMMITMENT);
    }

    @Test
    void what_an_upcaster_leaves_unfit_is_refused() {
        var forgetful = catalogue(UpcasterTest::moneyApart, payload -> payload);
        assertThatThrownBy(
                () -> forgetful.decode(leaf("aid.CommitmentSigned", 0, "{\"money\":\"1 USD\",\"project\":\"PRJ-1\"}")))
                .isInstanceOf(UnreadableLeaf.class)
                .hasMessageContaining("upcast from revision 0 of aid.CommitmentSigned")
                .hasMessageContaining("direction");
    }

    private static ObjectNode fail(ObjectNode payload) {
        throw new AssertionError("upcast although it is the newest: " + payload);
    }

    private static byte[] leaf(String type, int revision, String payload) {
        return """
                {"effectiveDate":"2024-02-29","id":"0192f0c1-2222-7abc-8def-0123456789ab","index":5,"metadata":{},\
                "payload":%s,"recordedAt":"2026-03-31T09:26:53.500000Z","revision":%d,"stream":"PRJ-1","type":"%s",\
                "version":4}""".formatted(payload, revision, type).getBytes(UTF_8);
    }
}
