package org.aidledger.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnownAtTest {

    private static final TestLog LOG = new TestLog();
    private static final KnownAt KNOWN = new KnownAt(LOG.reader());

    @BeforeAll
    static void three_events_at_one_moment_two_on_the_last_microsecond_of_a_day_in_viet_nam_one_right_after() {
        append("2024-06-01T00:00:00Z", 3);
        append("2024-06-30T16:59:59.999999Z", 2);
        append("2024-06-30T17:00:00Z", 1);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Test
    void a_moment_knows_what_was_recorded_up_to_it() {
        assertThat(KNOWN.at(Instant.parse("2024-05-31T23:59:59.999999Z"))).isZero();
        assertThat(KNOWN.at(Instant.parse("2024-06-01T00:00:00Z"))).isEqualTo(3);
        assertThat(KNOWN.parse("2024-06-29T00:00:00+07:00")).isEqualTo(3);
    }

    @Test
    void a_date_means_its_end_in_viet_nam() {
        assertThat(KNOWN.at(LocalDate.of(2024, 6, 30))).isEqualTo(5);
        assertThat(KNOWN.parse("2024-06-30")).isEqualTo(5);
        assertThat(KNOWN.parse("2024-07-01")).isEqualTo(6);
    }

    @Test
    void what_lies_ahead_means_all_events() {
        assertThat(KNOWN.parse("2999-01-01")).isEqualTo(6);
        assertThat(KNOWN.parse("4000")).isEqualTo(6);
        assertThat(KNOWN.parse("4")).isEqualTo(4);
    }

    @Test
    void anything_else_is_refused() {
        for (String text : new String[] {"", "yesterday", "-1", "2024-06-30T12:00:00", "2024-02-30"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> KNOWN.parse(text))
                    .withMessageContaining("\"" + text + "\"");
        }
    }

    private static void append(String recordedAt, int events) {
        LOG.clock(Instant.parse(recordedAt));
        LOG.appendAll(IntStream.range(0, events).mapToObj(i -> new TestLog.Draft("PRJ-1", Map.of(),
                new ActivityStatusReported(new ProjectId("PRJ-1"), "2", LocalDate.of(2024, 1, 1)))).toList());
    }
}
