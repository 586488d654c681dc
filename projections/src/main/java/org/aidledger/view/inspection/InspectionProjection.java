package org.aidledger.view.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
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
import org.aidledger.money.Money;
import org.aidledger.project.ProjectId;
import org.aidledger.view.Projection;
import org.jspecify.annotations.Nullable;

/** Keeps one row an inspection, a finding and a corrective action, each with the events that moved it on. */
public final class InspectionProjection implements Projection {

    public static final String NAME = "inspection";

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
        for (Entry entry : batch) {
            if (entry.payload() instanceof InspectionEvent event) {
                apply(event, entry.index(), connection);
            }
        }
    }

    private static void apply(InspectionEvent event, long index, Connection connection) throws SQLException {
        String id = event.inspection().value();
        switch (event) {
            case InspectionPlanned e -> run(connection, """
                    insert into inspection (id, first_index, planned_index, planned_on, title, checks, findings)
                    values (?, ?, ?, ?, ?, 0, 0) on conflict do nothing""", id, index, index, e.effectiveDate(),
                    text(e.title()));
            case InspectionOpened e -> open(e, index, connection);
            case InspectionAbandoned e -> run(connection,
                    "update inspection set abandoned_index = coalesce(abandoned_index, ?) where id = ?", index, id);
            case CheckRecorded e -> run(connection, "update inspection set checks = checks + 1 where id = ?", id);
            case FindingRaised e -> raise(e, index, connection);
            case ResponseRecorded e -> run(connection, "update finding set answered_index = coalesce(answered_index, ?)"
                    + " where inspection = ? and number = ?", index, id, e.finding());
            case CorrectiveActionAgreed e -> run(connection, """
                    insert into action (inspection, number, finding, agreed_index, due, responsible)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing""", id, e.action(), e.finding(), index, e.due(),
                    text(e.responsible()));
            case ActionDone e -> run(connection, "update action set done_index = coalesce(done_index, ?)"
                    + " where inspection = ? and number = ?", index, id, e.action());
            case ActionVerified e -> run(connection, "update action set verified_index = coalesce(verified_index, ?)"
                    + " where inspection = ? and number = ?", index, id, e.action());
            case FindingEscalated e -> run(connection, "update finding set escalated_index ="
                    + " coalesce(escalated_index, ?) where inspection = ? and number = ?", index, id, e.finding());
            case RecoveryOrdered e -> run(connection, """
                    update finding set recovery_index = ?, recovery_amount = ?, recovery_currency = ?, recovery_due = ?
                    where inspection = ? and number = ?""", index, e.money().amount(),
                    text(e.money().currency().code()),
                    e.due(), id, e.finding());
            case InspectionConcluded e -> run(connection, """
                    update inspection set concluded_index = coalesce(concluded_index, ?),
                        concluded_on = coalesce(concluded_on, ?) where id = ?""", index, e.effectiveDate(), id);
            case SampleDrawn e -> {
                // Read from the inspection's own events.
            }
        }
    }

    private static void open(InspectionOpened e, long index, Connection connection) throws SQLException {
        String id = e.inspection().value();
        run(connection, """
                insert into inspection (id, first_index, opened_index, opened_on, title, checks, findings)
                values (?, ?, ?, ?, ?, 0, 0)
                on conflict (id) do update set opened_index = excluded.opened_index, opened_on = excluded.opened_on""",
                id, index, index, e.effectiveDate(), text(e.title()));
        for (ProjectId project : new HashSet<>(e.projects())) {
            run(connection, "insert into inspection_project (inspection, project) values (?, ?) on conflict do nothing",
                    id, project.value());
        }
    }

    private static void raise(FindingRaised e, long index, Connection connection) throws SQLException {
        String id = e.inspection().value();
        Money questioned = e.questioned();
        run(connection, """
                insert into finding (inspection, number, raised_index, raised_on, project, severity, sentence, amount,
                    currency) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", id, e.finding(), index,
                e.effectiveDate(), e.project().value(), e.severity().name(), text(e.text()),
                questioned == null ? null : questioned.amount(),
                questioned == null ? null : text(questioned.currency().code()));
        run(connection, "update inspection set findings = findings + 1 where id = ?", id);
    }

    /** U+0000 is the one character that PostgreSQL's text cannot hold. */
    private static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static void run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
