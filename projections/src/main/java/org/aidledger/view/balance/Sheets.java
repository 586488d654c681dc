package org.aidledger.view.balance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.money.Currency;
import org.aidledger.view.ViewSnapshot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums the sheets that closings seal. */
public final class Sheets {

    private final JdbcClient jdbc;
    private final ViewSnapshot snapshot;

    public Sheets(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.snapshot = new ViewSnapshot(dataSource, "balance");
    }

    /**
     * The sheet of a month, the same for ever for the same arguments.
     *
     * @param period id of the entity's periods, for the sheet's head
     * @param entity whose projects are summed, as they name it
     * @param size the number of events to sum over
     * @throws org.aidledger.view.ViewBehind when the view does not hold that many yet
     */
    public Sheet sheet(String period, String entity, YearMonth month, long size) {
        List<Sheet.Line> lines = snapshot.over(size, () -> jdbc.sql("""
                select project, account, currency, sum(amount) as amount from views_balance.posting
                where event_index < :size and booking_period <= :month and project in (
                    select project from views_balance.reporting_entity where entity = :entity and event_index < :size)
                group by project, account, currency having sum(amount) <> 0
                order by project, account, currency""")
                .param("size", size).param("month", month.toString()).param("entity", entity.replace('\0', '\uFFFD'))
                .query(Sheets::line).list());
        return new Sheet(period, month, size, lines);
    }

    private static Sheet.Line line(ResultSet row, int number) throws SQLException {
        return new Sheet.Line(row.getString("project"), Account.valueOf(row.getString("account")),
                Currency.of(row.getString("currency")), row.getBigDecimal("amount"));
    }
}
