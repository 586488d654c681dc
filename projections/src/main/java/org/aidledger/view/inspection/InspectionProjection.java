package org.aidledger.view.inspection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.project.ProjectId;
import org.aidledger.view.Projection;

/** Keeps one row an inspection. */
public final class InspectionProjection implements Projection {

    public static final String NAME = "inspection";

    private static final String COUNT = "update inspection set checks = checks + ?, findings = findings + ?,"
            + " concluded_on = coalesce(?, concluded_on) where id = ?";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        List<Entry> inspections = batch.stream().filter(entry -> entry.payload() instanceof InspectionEvent).toList();
        if (inspections.isEmpty()) {
            return;
        }
        insert(inspections, connection);
        insertProjects(inspections, connection);
        count(inspections, connection);
    }

    private static void insert(List<Entry> entries, Connection connection) throws SQLException {
        try (BinaryCopy copy =
                new BinaryCopy(connection, "inspection (id, opened_index, opened_on, title, checks, findings)")) {
            for (Entry entry : entries) {
                if (entry.payload() instanceof InspectionOpened opened) {
                    copy.row(6).put(opened.inspection().value()).put(entry.index()).put(opened.effectiveDate())
                            .putText(opened.title()).put(0).put(0);
                }
            }
            copy.finish();
        }
    }

    private static void insertProjects(List<Entry> entries, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "inspection_project (inspection, project)")) {
            for (Entry entry : entries) {
                if (entry.payload() instanceof InspectionOpened opened) {
                    Set<ProjectId> once = new HashSet<>();
                    for (ProjectId project : opened.projects()) {
                        if (once.add(project)) {
                            copy.row(2).put(opened.inspection().value()).put(project.value());
                        }
                    }
                }
            }
            copy.finish();
        }
    }

    private static void count(List<Entry> entries, Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COUNT)) {
            for (Entry entry : entries) {
                InspectionEvent event = (InspectionEvent) entry.payload();
                update.setInt(1, event instanceof CheckRecorded ? 1 : 0);
                update.setInt(2, event instanceof FindingRaised ? 1 : 0);
                update.setObject(3, event instanceof InspectionConcluded ? event.effectiveDate() : null,
                        java.sql.Types.DATE);
                update.setString(4, event.inspection().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
