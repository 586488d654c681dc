package org.aidledger.view.inspection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.digest.Sha256;
import org.aidledger.inspection.Population;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws the sample of a planned inspection, the same for ever; the algorithm is in {@code docs/reference/sampling.md}. */
public final class Sampling {

    private static final String FORM = "aid-ledger-sample-v1";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public Sampling(DataSource dataSource, Catalogue catalogue) {
        this.jdbc = JdbcClient.create(dataSource);
        this.catalogue = catalogue;
    }

    /**
     * A sample, in the order it was drawn.
     *
     * @param population how many projects it was drawn from
     */
    public record Sample(List<ProjectId> projects, long population) {
        public Sample {
            projects = List.copyOf(projects);
        }
    }

    /** The projects that are registered by an event below {@code size} and belong to the population, by id. */
    public List<ProjectId> population(Population population, long size) {
        try (var leaves = jdbc.sql("select leaf from ledger.entry where type = 'aid.ProjectRegistered' and index < ?")
                .param(size).query(byte[].class).stream()) {
            return leaves.map(leaf -> (ProjectRegistered) catalogue.decode(leaf).payload()).filter(population::holds)
                    .map(ProjectRegistered::project).sorted(Comparator.comparing(ProjectId::value)).toList();
        }
    }

    /** The sample at a frozen checkpoint. */
    public Sample draw(Population population, int sampleSize, String seed, long size, String root) {
        List<ProjectId> projects = population(population, size);
        return new Sample(draw(projects, sampleSize, seed, root), projects.size());
    }

    /**
     * The projects with the smallest ranks; a rank is the SHA-256 of four lines: the form's name, the seed, the root and the id.
     *
     * @param root 64 lower-case hexadecimal digits
     */
    static List<ProjectId> draw(List<ProjectId> projects, int sampleSize, String seed, String root) {
        record Ranked(ProjectId project, byte[] rank) {
        }
        return projects.stream().map(project -> new Ranked(project, rank(seed, root, project)))
                .sorted((a, b) -> Arrays.compareUnsigned(a.rank, b.rank)).limit(sampleSize).map(Ranked::project)
                .toList();
    }

    private static byte[] rank(String seed, String root, ProjectId project) {
        return Sha256.of(FORM + "\n" + seed + "\n" + root + "\n" + project + "\n");
    }
}
