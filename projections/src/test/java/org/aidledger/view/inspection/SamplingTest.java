package org.aidledger.view.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.inspection.Population;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.Place;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.aidledger.view.TestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final String ROOT = "5e".repeat(32);
    private static final Population ALL = new Population(null, null, null, null, List.of());
    private static final TestLog LOG = new TestLog();
    private static final Sampling SAMPLING = new Sampling(LOG.app(), Catalogue.ledger());

    @BeforeAll
    static void register() {
        for (int i = 0; i < 20; i++) {
            LOG.append("PRJ-" + i, Map.of(), new ProjectRegistered(new ProjectId("PRJ-" + i), "code " + i, null, null,
                    AidKind.PROJECT, BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(),
                    i % 2 == 0 ? new Party("AG-1", "UBND") : null, null, List.of(new Place(i < 5 ? "24" : "02", DAY)),
                    List.of(new SectorShare("1", i < 10 ? "14030" : "12220", null)), null, null, DAY));
        }
    }

    @AfterAll
    static void drop() {
        LOG.close();
    }

    private static List<ProjectId> projects(int count) {
        return IntStream.range(0, count).mapToObj(i -> new ProjectId("PRJ-" + i)).toList();
    }

    /** The ranks of the documentation, computed with {@code sha256sum}. */
    @Test
    void the_sample_is_the_one_of_the_published_example() {
        assertThat(Sampling.draw(projects(5), 2, "f00d", ROOT)).extracting(ProjectId::value)
                .containsExactly("PRJ-3", "PRJ-4");
    }

    @Test
    void seed_and_root_both_decide_who_is_sampled() {
        List<ProjectId> sample = Sampling.draw(projects(500), 50, "seed", ROOT);
        assertThat(Sampling.draw(projects(500), 50, "seed", ROOT)).isEqualTo(sample);
        assertThat(Sampling.draw(projects(500).reversed(), 50, "seed", ROOT)).isEqualTo(sample);
        assertThat(Sampling.draw(projects(500), 50, "seeD", ROOT)).isNotEqualTo(sample);
        assertThat(Sampling.draw(projects(500), 50, "seed", "0".repeat(64))).isNotEqualTo(sample);
        assertThat(Sampling.draw(projects(500), 51, "seed", ROOT)).startsWith(sample.toArray(ProjectId[]::new));
        assertThat(Sampling.draw(projects(5), 50, "seed", ROOT)).hasSize(5);
    }

    @Test
    void a_population_is_what_was_registered_at_the_checkpoint_and_meets_every_condition() {
        assertThat(SAMPLING.population(ALL, 20)).hasSize(20);
        assertThat(SAMPLING.population(ALL, 7)).hasSize(7);
        assertThat(SAMPLING.population(new Population("24", "140", null, null, List.of()), 20)).hasSize(5);
        assertThat(SAMPLING.population(new Population(null, "122", "AG-1", null, List.of()), 20))
                .extracting(ProjectId::value).containsExactly("PRJ-10", "PRJ-12", "PRJ-14", "PRJ-16", "PRJ-18");
        assertThat(SAMPLING.population(new Population(null, null, null, "nobody", List.of()), 20)).isEmpty();
        assertThat(SAMPLING.draw(new Population(null, null, null, null, projects(3)), 2, "seed", 20, ROOT).population())
                .isEqualTo(3);
    }
}
