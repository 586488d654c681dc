package org.aidledger.view.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.view.inspection.InspectionDetail.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds post-inspections. */
public final class Inspections {

    /** The most inspections one page holds. */
    public static final int PAGE_MAX = 1_000;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public Inspections(DataSource dataSource, Catalogue catalogue) {
        this.jdbc = JdbcClient.create(dataSource);
        this.catalogue = catalogue;
    }

    /**
     * Inspections, the one opened last first.
     *
     * @param before the {@code openedIndex} of the last one of the page before, or null for the first page
     * @param limit of the page, 1 to {@value #PAGE_MAX}
     */
    public List<InspectionSummary> all(@Nullable Long before, int limit) {
        return jdbc.sql(
                "select * from views_inspection.inspection where opened_index < ? order by opened_index desc limit ?")
                .params(before == null ? Long.MAX_VALUE : before, Math.clamp(limit, 1, PAGE_MAX))
                .query(Inspections::read).list();
    }

    /** The inspections that look at a project, the one opened last first. */
    public List<InspectionSummary> ofProject(String project) {
        return jdbc.sql("""
                select inspection.* from views_inspection.inspection_project
                join views_inspection.inspection on id = inspection_project.inspection
                where project = ? order by opened_index desc limit ?""")
                .params(project, PAGE_MAX).query(Inspections::read).list();
    }

    /**
     * One inspection as it was known then; empty when it was not opened yet.
     *
     * @param known a number of events, or null for all
     */
    public Optional<InspectionDetail> inspection(String id, @Nullable Long known) {
        Said<InspectionOpened> opened = null;
        List<Said<CheckRecorded>> checks = new ArrayList<>();
        List<Said<FindingRaised>> findings = new ArrayList<>();
        Said<InspectionConcluded> concluded = null;
        List<byte[]> leaves = jdbc.sql("select leaf from ledger.entry where stream = ? and index < ? order by version")
                .params(id, known == null ? Long.MAX_VALUE : known).query(byte[].class).list();
        for (byte[] leaf : leaves) {
            Entry entry = catalogue.decode(leaf);
            if (entry.payload() instanceof InspectionEvent event) {
                switch (event) {
                    case InspectionOpened e -> opened = new Said<>(e, entry);
                    case CheckRecorded e -> checks.add(new Said<>(e, entry));
                    case FindingRaised e -> findings.add(new Said<>(e, entry));
                    case InspectionConcluded e -> concluded = new Said<>(e, entry);
                }
            }
        }
        return opened == null ? Optional.empty()
                : Optional.of(new InspectionDetail(opened, checks, findings, concluded));
    }

    private static InspectionSummary read(ResultSet row, int number) throws SQLException {
        return new InspectionSummary(row.getString("id"), row.getString("title"),
                row.getObject("opened_on", LocalDate.class),
                row.getLong("opened_index"), row.getObject("concluded_on", LocalDate.class), row.getLong("checks"),
                row.getLong("findings"));
    }
}
