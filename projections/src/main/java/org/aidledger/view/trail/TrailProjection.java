package org.aidledger.view.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.event.Entry;
import org.aidledger.eventstore.BinaryCopy;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectId;
import org.aidledger.view.Projection;

/** Notes for every event whom it concerns: its own stream, and the projects it speaks of. */
public final class TrailProjection implements Projection {

    public static final String NAME = "trail";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(List<Entry> batch, Connection connection) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(connection, "line (event_index, effective_date, subject)")) {
            for (Entry entry : batch) {
                for (String subject : subjects(entry)) {
                    copy.row(3).put(entry.index()).put(entry.effectiveDate()).put(subject);
                }
            }
            copy.finish();
        }
    }

    private static Set<String> subjects(Entry entry) {
        Set<String> subjects = new TreeSet<>(Set.of(entry.stream()));
        switch (entry.payload()) {
            case InspectionOpened opened -> opened.projects().stream().map(ProjectId::value).forEach(subjects::add);
            case CheckRecorded check -> subjects.add(check.project().value());
            case FindingRaised finding -> subjects.add(finding.project().value());
            case EntryCorrected corrected -> {
                subjects.add(corrected.reversed().project().value());
                if (corrected.movedTo() != null) {
                    subjects.add(corrected.movedTo().value());
                }
                if (corrected.reentered() != null) {
                    subjects.add(corrected.reentered().project().value());
                }
            }
            default -> {
                // Concerns its own stream only.
            }
        }
        return subjects;
    }
}
