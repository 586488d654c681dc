package org.aidledger.view.bank;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.bank.CashMove;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.bank.BankHistory.LedgerEntry;
import org.aidledger.view.bank.BankHistory.Line;
import org.aidledger.view.bank.BankHistory.Match;
import org.aidledger.view.bank.BankHistory.Reconciled;
import org.aidledger.view.bank.BankHistory.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds accounts with bank statements, and what there is on each. */
public final class BankAccounts {

    private static final String STANDING = """
            select s.* from views_bank.statement s where s.event_index < :known and not exists (
                select from views_bank.undone u where u.id = s.id and u.to_date = s.to_date
                    and u.event_index > s.event_index and u.event_index < :known)""";

    private final JdbcClient jdbc;

    public BankAccounts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * An account with statements.
     *
     * @param id of its stream of statements
     * @param to last day of its last statement
     * @param closing the bank's balance then
     * @param reconciledTo last day of the last statement that was reconciled; null for none
     */
    public record Summary(String id, StatementAccount account, LocalDate to, BigDecimal closing,
            @Nullable LocalDate reconciledTo) {
    }

    /** Accounts, by id, and the number of events they were looked up at. */
    public record Page(AsOf.Answered asOf, List<Summary> accounts) {
        public Page {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Every account with a statement that counts.
     *
     * @param known as it was known when the log held that many events, or null for now
     */
    public Page all(@Nullable Long known) {
        AsOf.Answered asOf = answered(AsOf.of(null, known));
        return new Page(asOf,
                jdbc.sql("select distinct on (id) st.*, (select max(r.to_date) from views_bank.reconciled r"
                        + " where r.id = st.id and r.event_index < :known) as reconciled_to from (" + STANDING
                        + ") st order by id, to_date desc").param("known", asOf.known())
                        .query((row, number) -> new Summary(row.getString("id"), account(row), date(row, "to_date"),
                                row.getBigDecimal("closing"), row.getObject("reconciled_to", LocalDate.class)))
                        .list());
    }

    /** Whether a project has opened a money account of that name. */
    public boolean isOpened(String project, String moneyAccount) {
        return jdbc.sql("select exists (select from views_bank.opened where project = ? and money_account = ?)")
                .params(project, moneyAccount).query(Boolean.class).single();
    }

    /** The names of the money accounts a project has opened, sorted. */
    public List<String> opened(String project) {
        return jdbc.sql("select distinct money_account from views_bank.opened where project = ? order by 1")
                .param(project).query(String.class).list();
    }

    /**
     * All there is on an account.
     *
     * @param id of its stream of statements
     * @param question only its {@code known} is looked at; see {@link BankPosition} for a day
     * @return empty when no statement of the account counts
     */
    public Optional<BankHistory> history(String id, AsOf question) {
        AsOf.Answered asOf = answered(question);
        List<StatementAccount> accounts = new ArrayList<>();
        List<Statement> statements = list(STANDING + " and s.id = :id order by from_date", id, asOf, (row, number) -> {
            accounts.add(account(row));
            return new Statement(row.getLong("event_index"), date(row, "from_date"), date(row, "to_date"),
                    row.getBigDecimal("opening"), row.getBigDecimal("closing"), row.getLong("first_line"),
                    row.getLong("last_line"), row.getString("source"), row.getString("sha256"));
        });
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        StatementAccount account = accounts.getFirst();
        List<Line> lines = list("select l.* from views_bank.line l join (" + STANDING
                + " and s.id = :id) st on l.number between st.first_line and st.last_line"
                + " where l.id = :id and l.event_index < :known order by number", id, asOf, BankAccounts::line);
        return Optional.of(new BankHistory(asOf, id, account, statements, lines, entries(account, asOf),
                matches(id, asOf), reconciled(id, asOf)));
    }

    private List<LedgerEntry> entries(StatementAccount account, AsOf.Answered asOf) {
        Map<Long, List<CashMove>> moves = new LinkedHashMap<>();
        Map<Long, LedgerEntry> entries = new LinkedHashMap<>();
        jdbc.sql("""
                select * from views_bank.cash where project = :project and money_account = :account
                    and currency = :currency and event_index < :known order by event_index, line""")
                .param("project", account.project()).param("account", account.moneyAccount())
                .param("currency", account.currency().code()).param("known", asOf.known())
                .query(row -> {
                    long index = row.getLong("event_index");
                    moves.computeIfAbsent(index, key -> new ArrayList<>())
                            .add(new CashMove(date(row, "effective_date"), row.getBigDecimal("amount")));
                    entries.put(index, new LedgerEntry(index, row.getString("type"), List.of(),
                            row.getString("reference"), row.getString("posted_by")));
                });
        return entries.values().stream().map(one -> new LedgerEntry(one.index(), one.type(),
                moves.getOrDefault(one.index(), List.of()), one.reference(), one.postedBy())).toList();
    }

    private List<Match> matches(String id, AsOf.Answered asOf) {
        Map<Long, List<Long>> lines = new LinkedHashMap<>();
        Map<Long, List<Long>> entries = new LinkedHashMap<>();
        String standing = """
                select m.* from views_bank.matched m where m.id = :id and m.event_index < :known and not exists (
                    select from views_bank.undone u where u.id = m.id and u.match = m.number
                        and u.event_index > m.event_index and u.event_index < :known)""";
        jdbc.sql("select p.* from views_bank.part p join (" + standing + ") m using (event_index)"
                + " order by event_index, place").param("id", id).param("known", asOf.known()).query(row -> {
                    (Difference.Kind.LINE.name().equals(row.getString("kind")) ? lines : entries)
                            .computeIfAbsent(row.getLong("event_index"), key -> new ArrayList<>())
                            .add(row.getLong("reference"));
                });
        return list(standing + " order by event_index", id, asOf, (row, number) -> {
            long index = row.getLong("event_index");
            return new Match(index, row.getLong("number"), lines.getOrDefault(index, List.of()),
                    entries.getOrDefault(index, List.of()), row.getString("matched_by"));
        });
    }

    private List<Reconciled> reconciled(String id, AsOf.Answered asOf) {
        Map<Long, List<Difference>> explained = new LinkedHashMap<>();
        jdbc.sql("""
                select e.* from views_bank.explained e join views_bank.reconciled r using (event_index)
                where r.id = :id and event_index < :known order by event_index, place""").param("id", id)
                .param("known", asOf.known()).query(row -> {
                    explained.computeIfAbsent(row.getLong("event_index"), key -> new ArrayList<>())
                            .add(new Difference(Difference.Kind.valueOf(row.getString("kind")),
                                    row.getObject("reference", Long.class), row.getBigDecimal("amount"),
                                    row.getString("explanation")));
                });
        return list("select * from views_bank.reconciled where id = :id and event_index < :known order by to_date", id,
                asOf, (row, number) -> {
                    long index = row.getLong("event_index");
                    return new Reconciled(index, date(row, "to_date"), row.getBigDecimal("closing"),
                            row.getBigDecimal("ledger"), row.getLong("size"), date(row, "reconciled_on"),
                            row.getString("reconciled_by"), explained.getOrDefault(index, List.of()));
                });
    }

    private <T> List<T> list(String sql, String id, AsOf.Answered asOf, RowMapper<T> row) {
        return jdbc.sql(sql).param("id", id).param("known", asOf.known()).query(row).list();
    }

    private AsOf.Answered answered(AsOf question) {
        return question.answeredAt(ViewSchema.held(jdbc, "bank"));
    }

    private static StatementAccount account(ResultSet row) throws SQLException {
        return new StatementAccount(row.getString("project"), row.getString("money_account"),
                Currency.of(row.getString("currency")));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("event_index"), row.getLong("number"), date(row, "booking_date"),
                row.getObject("value_date", LocalDate.class), row.getBigDecimal("amount"), row.getString("reference"),
                row.getString("counterparty"), row.getString("description"));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
