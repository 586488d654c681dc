package org.aidledger.view.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.Entry;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.view.Projection;
import org.jspecify.annotations.Nullable;

/** Writes the register of projects. */
public final class ProjectProjection implements Projection {

    public static final String NAME = "project";

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
        try (PreparedStatement project = connection
                .prepareStatement("insert into project values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement status = connection.prepareStatement("insert into status values (?, ?, ?)")) {
            for (Entry entry : batch) {
                if (entry.payload() instanceof ProjectRegistered registered) {
                    bind(project, entry.index(), registered);
                    project.addBatch();
                }
                if (entry.payload() instanceof ProjectEvent event) {
                    String changed = statusAfter(event);
                    if (changed != null) {
                        status.setString(1, event.project().value());
                        status.setLong(2, entry.index());
                        status.setString(3, changed);
                        status.addBatch();
                    }
                }
            }
            project.executeBatch();
            status.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, long index, ProjectRegistered r) throws SQLException {
        String donors = r.donors().stream().map(ProjectProjection::name).distinct().collect(Collectors.joining("; "));
        insert.setString(1, r.project().value());
        insert.setLong(2, index);
        insert.setObject(3, r.effectiveDate());
        insert.setString(4, r.code());
        insert.setString(5, r.titleVi());
        insert.setString(6, r.titleEn());
        insert.setString(7, r.kind().name());
        insert.setString(8, r.budgetTreatment().name());
        insert.setString(9, r.perspective().name());
        insert.setString(10, donors);
        insert.setString(11, r.managingAgency() == null ? null : name(r.managingAgency()));
        insert.setString(12, r.aidOwner() == null ? null : name(r.aidOwner()));
        insert.setString(13, SearchText.of(Stream.of(r.project().value(), r.code(), r.titleVi(), r.titleEn(), donors)
                .filter(Objects::nonNull).collect(Collectors.joining(" "))));
    }

    private static String name(Party party) {
        return Objects.requireNonNullElse(party.name(), Objects.requireNonNullElse(party.ref(), ""));
    }

    /** The status a project has from this event on, by DOMAIN's life of a project, or by the publisher's word; null: unchanged. */
    private static @Nullable String statusAfter(ProjectEvent event) {
        return switch (event) {
            case ProjectRegistered e -> "PLEDGED";
            case AidApproved e -> "APPROVED";
            case FundsReceived e -> "IMPLEMENTING";
            case ActivityStatusReported e -> "IATI_" + e.status();
            default -> null;
        };
    }
}
