package org.aidledger.view.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.RandomLives;
import org.aidledger.view.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is found in a log at any clocks is what is found by looking at those events alone. */
class SignalsAtAnyClocksTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final TestLog LOG = new TestLog();
    private static final Signals SIGNALS = new Signals(LOG.app(), Catalogue.ledger(), Thresholds.shipped());

    @BeforeAll
    static void live() {
        System.out.println("SignalsAtAnyClocksTest seed " + SEED);
        new RandomLives(SEED, 12).live(LOG, 900);
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    @Test
    void the_list_at_any_clocks_is_what_those_events_alone_lead_to() {
        Random random = new Random(SEED);
        int signals = 0;
        for (int i = 0; i < 25; i++) {
            long known = i == 0 ? LOG.size() : random.nextLong(1, LOG.size() + 1);
            LocalDate effective =
                    random.nextInt(3) == 0 ? null : LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_000));
            Signals.Answer answer = SIGNALS.all(AsOf.of(effective, known));

            assertThat(answer.projects()).as("known %d, effective %s", known, effective)
                    .isEqualTo(expected(LOG.entries().subList(0, (int) known), effective));
            assertThat(SIGNALS.all(AsOf.of(effective, known))).as("asked again").isEqualTo(answer);
            assertThat(answer.asOf().known()).isEqualTo(known);
            for (ProjectSignals one : answer.projects()) {
                assertThat(SIGNALS.ofProject(one.project(), AsOf.of(effective, known)).projects()).containsExactly(one);
                assertThat(one.signals()).allSatisfy(
                        signal -> assertThat(signal.events()).allMatch(index -> index >= 0 && index < known));
                signals += one.signals().size();
            }
        }
        assertThat(signals).as("the random lives give something to find").isPositive();
    }

    private static List<ProjectSignals> expected(List<Entry> known, @Nullable LocalDate effective) {
        LocalDate day = effective != null ? effective : VietNam.dateOf(known.getLast().recordedAt());
        Map<String, List<Entry>> streams = new TreeMap<>();
        Map<String, List<Entry>> inspections = new TreeMap<>();
        for (Entry entry : known) {
            if (entry.payload() instanceof InspectionOpened opened) {
                opened.projects().forEach(
                        project -> inspections.computeIfAbsent(project.value(), key -> new ArrayList<>()).add(entry));
            } else if (entry.stream().startsWith("PRJ-")) {
                streams.computeIfAbsent(entry.stream(), key -> new ArrayList<>()).add(entry);
            }
        }
        List<ProjectSignals> found = new ArrayList<>();
        streams.forEach((project, entries) -> {
            History history =
                    History.of(entries, inspections.getOrDefault(project, List.of()), effective, day);
            List<Signal> signals = Signals.in(history, Thresholds.shipped());
            if (!signals.isEmpty()) {
                found.add(new ProjectSignals(project, ProjectSignals.weigh(signals, 3),
                        history.inspections().isEmpty() ? null : history.inspections().getLast().stream(), signals));
            }
        });
        found.sort(Comparator.comparing((ProjectSignals one) -> -one.weight()).thenComparing(ProjectSignals::project));
        return found;
    }

    @Test
    void an_empty_ledger_has_nothing_to_look_at() {
        assertThat(SIGNALS.all(AsOf.of(null, 0L)).projects()).isEmpty();
        assertThat(SIGNALS.ofProject("PRJ-NONE", AsOf.now()).projects()).isEmpty();
    }
}
