package org.aidledger.view.actor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers "was she allowed then?". */
public final class Actors {

    private final JdbcClient jdbc;

    public Actors(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What was found, and at which number of events. */
    public record Page(AsOf.Answered asOf, List<HeldRole> roles) {
        public Page {
            roles = List.copyOf(roles);
        }
    }

    /**
     * The roles an actor held on a day, granted and delegated, in the order they were. A delegated role is held only on days on
     * which whoever delegated it held it.
     *
     * @param known as it was known when the log held that many events, or null for now
     */
    public Page rolesOn(String actor, LocalDate day, @Nullable Long known) {
        AsOf.Answered asOf = AsOf.of(day, known).answeredAt(ViewSchema.held(jdbc, "actor"));
        return new Page(asOf, jdbc.sql("""
                with standing as (
                    select held.*, least(held_until, (select min(ended_on) - 1 from views_actor.ended
                        where held_index = held.event_index and ended.event_index < :known)) as stands_until
                    from views_actor.held where event_index < :known)
                select * from standing s where actor = :actor and held_from <= :day and stands_until >= :day
                    and (delegated_by is null or exists (select from standing d where d.actor = s.delegated_by
                        and d.role = s.role and d.delegated_by is null and d.held_from <= :day and d.stands_until >= :day))
                order by event_index""").param("known", asOf.known()).param("actor", actor).param("day", day)
                .query(Actors::read).list());
    }

    private static HeldRole read(ResultSet row, int number) throws SQLException {
        LocalDate until = row.getObject("stands_until", LocalDate.class);
        return new HeldRole(row.getString("actor"), row.getString("role"), row.getObject("held_from", LocalDate.class),
                until.equals(ActorProjection.OPEN_END) ? null : until, row.getString("delegated_by"),
                row.getLong("event_index"));
    }
}
