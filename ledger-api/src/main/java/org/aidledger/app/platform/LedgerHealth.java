package org.aidledger.app.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.app.witness.Witnesses;
import org.aidledger.view.live.LiveProjections.Status;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers, and how far the views are behind the log. */
final class LedgerHealth {

    private static final int ANSWER_SECONDS_MAX = 2;

    private LedgerHealth() {
    }

    static HealthIndicator ofDatabase(DataSource database) {
        return () -> {
            try (Connection connection = database.getConnection()) {
                return connection.isValid(ANSWER_SECONDS_MAX) ? Health.up().build() : Health.down().build();
            } catch (SQLException e) {
                return Health.down(e).build();
            }
        };
    }

    /** Down when a view cannot go on; one that lags is told, and catches up by itself. */
    static HealthIndicator ofViews(Views views) {
        return () -> {
            Health.Builder health = Health.up();
            for (Status view : views.status()) {
                String failure = view.failure();
                if (failure != null) {
                    health.down();
                }
                health.withDetail(view.projection(), failure == null
                        ? Map.of("position", view.position(), "lag", view.lag())
                        : Map.of("position", view.position(), "lag", view.lag(), "failure", failure));
            }
            return health.build();
        };
    }

    /** Down when a witness refuses: either it or the ledger has another history. One out of reach is told, and asked again. */
    static HealthIndicator ofWitnesses(Witnesses witnesses) {
        return () -> {
            Health.Builder health = witnesses.count(Witnesses.State.REFUSED) > 0 ? Health.down() : Health.up();
            for (Witnesses.Status status : witnesses.statuses()) {
                health.withDetail(status.name(), Map.of("state", status.state().name(), "size", status.size(),
                        "detail", status.detail()));
            }
            return health.build();
        };
    }
}
