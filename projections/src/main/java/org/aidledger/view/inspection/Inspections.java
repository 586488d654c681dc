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
import org.aidledger.inspection.InspectionEvent.ActionDone;
import org.aidledger.inspection.InspectionEvent.ActionVerified;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.CorrectiveActionAgreed;
import org.aidledger.inspection.InspectionEvent.FindingEscalated;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionAbandoned;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionEvent.InspectionPlanned;
import org.aidledger.inspection.InspectionEvent.RecoveryOrdered;
import org.aidledger.inspection.InspectionEvent.ResponseRecorded;
import org.aidledger.inspection.InspectionEvent.SampleDrawn;
import org.aidledger.view.inspection.InspectionDetail.Said;
import org.aidledger.view.inspection.InspectionSummary.State;
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
     * Inspections, the one planned or opened last first.
     *
     * @param before the {@code firstIndex} of the last one of the page before, or null for the first page
     * @param limit of the page, 1 to {@value #PAGE_MAX}
     */
    public List<InspectionSummary> all(@Nullable Long before, int limit) {
        return jdbc.sql(
                "select * from views_inspection.inspection where first_index < ? order by first_index desc limit ?")
                .params(before == null ? Long.MAX_VALUE : before, Math.clamp(limit, 1, PAGE_MAX))
                .query(Inspections::read).list();
    }

    /** The inspections that look at a project, the one that began last first. */
    public List<InspectionSummary> ofProject(String project) {
        return jdbc.sql("""
                select inspection.* from views_inspection.inspection_project
                join views_inspection.inspection on id = inspection_project.inspection
                where project = ? order by first_index desc limit ?""")
                .params(project, PAGE_MAX).query(Inspections::read).list();
    }

    /**
     * One inspection as it was known then; empty when it was neither planned nor opened yet.
     *
     * @param known a number of events, or null for all
     */
    public Optional<InspectionDetail> inspection(String id, @Nullable Long known) {
        Said<InspectionPlanned> planned = null;
        Said<InspectionAbandoned> abandoned = null;
        Said<InspectionOpened> opened = null;
        Said<SampleDrawn> drawn = null;
        List<Said<CheckRecorded>> checks = new ArrayList<>();
        List<Said<FindingRaised>> findings = new ArrayList<>();
        List<Said<InspectionEvent>> followUps = new ArrayList<>();
        Said<InspectionConcluded> concluded = null;
        long version = -1;
        for (Entry entry : entries(id, known)) {
            version = entry.version();
            switch ((InspectionEvent) entry.payload()) {
                case InspectionPlanned e -> planned = new Said<>(e, entry);
                case InspectionAbandoned e -> abandoned = new Said<>(e, entry);
                case InspectionOpened e -> opened = new Said<>(e, entry);
                case SampleDrawn e -> drawn = new Said<>(e, entry);
                case CheckRecorded e -> checks.add(new Said<>(e, entry));
                case FindingRaised e -> findings.add(new Said<>(e, entry));
                case InspectionConcluded e -> concluded = new Said<>(e, entry);
                case ResponseRecorded e -> followUps.add(new Said<>(e, entry));
                case CorrectiveActionAgreed e -> followUps.add(new Said<>(e, entry));
                case ActionDone e -> followUps.add(new Said<>(e, entry));
                case ActionVerified e -> followUps.add(new Said<>(e, entry));
                case FindingEscalated e -> followUps.add(new Said<>(e, entry));
                case RecoveryOrdered e -> followUps.add(new Said<>(e, entry));
            }
        }
        return version < 0 ? Optional.empty()
                : Optional.of(new InspectionDetail(planned, abandoned, opened, drawn, checks, findings, followUps,
                        concluded, version));
    }

    private List<Entry> entries(String id, @Nullable Long known) {
        return jdbc.sql("select leaf from ledger.entry where stream = ? and index < ? order by version")
                .params(id, known == null ? Long.MAX_VALUE : known).query(byte[].class).list().stream()
                .map(catalogue::decode).toList();
    }

    private static InspectionSummary read(ResultSet row, int number) throws SQLException {
        State state = row.getObject("concluded_index") != null ? State.CONCLUDED
                : row.getObject("opened_index") != null ? State.OPEN
                : row.getObject("abandoned_index") != null ? State.ABANDONED : State.PLANNED;
        return new InspectionSummary(row.getString("id"), row.getString("title"), state, row.getLong("first_index"),
                row.getObject("planned_on", LocalDate.class), row.getObject("opened_on", LocalDate.class),
                row.getObject("concluded_on", LocalDate.class), row.getLong("checks"), row.getLong("findings"));
    }
}
