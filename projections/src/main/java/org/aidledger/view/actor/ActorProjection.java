package org.aidledger.view.actor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorEvent;
import org.aidledger.actor.ActorEvent.DelegationEnded;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorEvent.RoleWithdrawn;
import org.aidledger.event.Entry;
import org.aidledger.view.Projection;
import org.jspecify.annotations.Nullable;

/** Keeps one row a role granted or delegated, and one for everything that ends it. */
public final class ActorProjection implements Projection {

    public static final String NAME = "actor";
    /** What stands for "no last day". */
    static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    private static final String HELD = "insert into held values (?, ?, ?, ?, ?, ?)";
    private static final String ENDED = """
            insert into ended select event_index, ?, ? from held
            where actor = ? and role = ? and delegated_by is not distinct from ? and held_until >= ?""";

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
        for (Entry entry : batch) {
            if (entry.payload() instanceof ActorEvent event) {
                apply(event, entry.index(), connection);
            }
        }
    }

    private static void apply(ActorEvent event, long index, Connection connection) throws SQLException {
        String actor = event.stream().actor().value();
        switch (event) {
            case RoleGranted e -> run(connection, HELD, index, actor, e.role().name(), e.from(),
                    e.until() == null ? OPEN_END : e.until(), null);
            case RoleWithdrawn e -> run(connection, ENDED, index, e.effectiveDate(), actor, e.role().name(), null,
                    e.effectiveDate());
            case DelegationGiven e -> run(connection, HELD, index, e.delegate().value(), e.role().name(), e.from(),
                    e.until(), actor);
            case DelegationEnded e -> run(connection, ENDED, index, e.effectiveDate(), e.delegate().value(),
                    e.role().name(), actor, e.effectiveDate());
        }
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
