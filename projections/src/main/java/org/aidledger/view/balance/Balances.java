package org.aidledger.view.balance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aidledger.money.Currency;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.aidledger.view.ViewSnapshot;
import org.aidledger.view.balance.ProjectBalance.Cash;
import org.aidledger.view.balance.TrialBalance.AccountBalance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds balances. Every figure may be asked for at any pair of clocks and says which it was computed at; a view that does not
 * hold all the events asked for yet answers at what it holds and says so.
 */
public final class Balances {

    /** The most postings one page holds. */
    public static final int PAGE_MAX = 1_000;

    private static final String FILTER =
            " event_index < :known and effective_date <= :effective and booking_period <= :booked";
    private static final String PAGE =
            " and (event_index, line) > (:afterIndex, :afterLine) order by event_index, line limit :limit";
    private static final String SUMS =
            "select project, account, currency, money_account, sum(amount) as amount from views_balance.posting where";

    private final JdbcClient jdbc;
    private final ViewSnapshot snapshot;

    public Balances(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.snapshot = new ViewSnapshot(dataSource, "balance");
    }

    /** One project's figures; without any currency when the project is unknown or nothing moved. */
    public ProjectBalance ofProject(String project, AsOf question) {
        AsOf.Answered asOf = answered(question);
        List<Sum> sums =
                bind(asOf, SUMS + FILTER + " and project = :project group by project, account, currency, money_account")
                        .param("project", project).query(Sum::read).list();
        boolean keepsCash = jdbc.sql("select exists (select from views_balance.aid_account where project = :project"
                + " and event_index < :known and effective_date <= :effective)")
                .param("project", project).param("known", asOf.known()).param("effective", last(asOf))
                .query(Boolean.class).single();
        return balance(project, asOf, keepsCash, sums);
    }

    /** The figures of every project in which money or a promise of money moved, by project id. */
    public void ofEachProject(AsOf question, Consumer<ProjectBalance> reader) {
        AsOf.Answered asOf = answered(question);
        Map<String, List<Sum>> byProject = new TreeMap<>();
        for (Sum sum : bind(asOf, SUMS + FILTER + " group by project, account, currency, money_account")
                .query(Sum::read).list()) {
            byProject.computeIfAbsent(sum.project, key -> new ArrayList<>()).add(sum);
        }
        Collection<String> keepCash = jdbc.sql("select distinct project from views_balance.aid_account"
                + " where event_index < :known and effective_date <= :effective")
                .param("known", asOf.known()).param("effective", last(asOf)).query(String.class).set();
        byProject.forEach((project, sums) -> reader.accept(balance(project, asOf, keepCash.contains(project), sums)));
    }

    /** All projects together. */
    public Totals totals(AsOf question) {
        AsOf.Answered asOf = answered(question);
        List<CurrencyFigures> figures = new ArrayList<>();
        byCurrency(allAccounts(asOf)).forEach((currency, accounts) -> figures.add(
                new CurrencyFigures(currency, Measure.ofSeveral(accounts))));
        return new Totals(asOf, figures);
    }

    /** Every account's balance, of one project or, with null, of all. */
    public TrialBalance trialBalance(@Nullable String project, AsOf question) {
        AsOf.Answered asOf = answered(question);
        List<Sum> sums = project == null ? allAccounts(asOf)
                : bind(asOf,
                        SUMS + FILTER + " and project = :project group by project, account, currency, money_account")
                        .param("project", project).query(Sum::read).list();
        List<AccountBalance> accounts = new ArrayList<>();
        byCurrency(sums).forEach((currency, balances) -> balances.forEach(
                (account, amount) -> accounts.add(new AccountBalance(currency, account, amount))));
        return new TrialBalance(asOf, accounts);
    }

    /**
     * The postings behind a figure, in the order of the log.
     *
     * @param asOf what the figure was computed at
     * @param after the place of the last posting of the page before, or null for the first page
     * @param limit of the page, 1 to {@value #PAGE_MAX}
     * @throws org.aidledger.view.ViewBehind when the view does not hold all that the figure rests on
     */
    public List<Posting> postings(String project, Measure measure, Currency currency, AsOf.Answered asOf,
            @Nullable PostingPlace after,
            int limit) {
        return page(bind(asOf, "select * from views_balance.posting where" + FILTER
                + " and project = :project and currency = :currency and account in (:accounts)" + PAGE)
                .param("project", project).param("currency", currency.code())
                .param("accounts", measure.accounts().stream().map(Account::name).toList()), asOf, after, limit);
    }

    /**
     * All postings, in the order of the log.
     *
     * @param project null for those of every project
     * @param asOf what an earlier answer was computed at: the same, however often it is asked, until it is read to its end
     * @param after the place of the last posting of the page before, or null for the first page
     * @param limit of the page, 1 to {@value #PAGE_MAX}
     * @throws org.aidledger.view.ViewBehind when the view does not hold all that the answer rests on
     */
    public List<Posting> postings(@Nullable String project, AsOf.Answered asOf, @Nullable PostingPlace after,
            int limit) {
        return page(bind(asOf, "select * from views_balance.posting where" + FILTER
                + (project == null ? "" : " and project = :project") + PAGE).param("project", project), asOf, after,
                limit);
    }

    private List<Posting> page(JdbcClient.StatementSpec select, AsOf.Answered asOf, @Nullable PostingPlace after,
            int limit) {
        return snapshot.over(asOf.known(), () -> select.param("afterIndex", after == null ? -1L : after.index())
                .param("afterLine", after == null ? -1 : after.line())
                .param("limit", Math.clamp(limit, 1, PAGE_MAX)).query(Balances::posting).list());
    }

    /**
     * The earliest effective date of all postings that count; the last day there is when none does.
     *
     * @throws org.aidledger.view.ViewBehind as for the postings
     */
    public LocalDate firstDate(@Nullable String project, AsOf.Answered asOf) {
        return snapshot.over(asOf.known(), () -> bind(asOf,
                "select coalesce(min(effective_date), date '9999-12-31') from views_balance.posting where" + FILTER
                        + (project == null ? "" : " and project = :project"))
                .param("project", project).query(LocalDate.class).single());
    }

    /** What the view can answer a question at now. */
    public AsOf.Answered answered(AsOf question) {
        return question.answeredAt(ViewSchema.held(jdbc, "balance"));
    }

    /**
     * Sums over all projects: the block below the asked number of events for whole months, and single postings for what lies
     * between the block and that number and for the month that the effective date cuts.
     */
    private List<Sum> allAccounts(AsOf.Answered asOf) {
        if (asOf.booked() != null) {
            return bind(asOf, "select null as project, account, currency, null as money_account, sum(amount) as amount"
                    + " from views_balance.posting where" + FILTER + " group by account, currency").query(Sum::read)
                    .list();
        }
        long block =
                jdbc.sql("select coalesce(max(until_index), 0) from views_balance.block where until_index <= :known")
                        .param("known", asOf.known()).query(Long.class).single();
        return jdbc.sql("""
                select null as project, account, currency, null as money_account, sum(amount) as amount from (
                    select account, currency, amount from views_balance.block where until_index = :block and month < :month
                    union all
                    select account, currency, amount from views_balance.posting
                    where effective_date >= :month and effective_date <= :effective and event_index < :block
                    union all
                    select account, currency, amount from views_balance.posting
                    where event_index >= :block and event_index < :known and effective_date <= :effective) part
                group by account, currency""")
                .param("block", block).param("known", asOf.known()).param("effective", last(asOf))
                .param("month", last(asOf).withDayOfMonth(1)).query(Sum::read).list();
    }

    private JdbcClient.StatementSpec bind(AsOf.Answered asOf, String sql) {
        YearMonth booked = asOf.booked();
        return jdbc.sql(sql).param("known", asOf.known()).param("effective", last(asOf))
                .param("booked", booked == null ? "9999-12" : booked.toString());
    }

    private static LocalDate last(AsOf.Answered asOf) {
        LocalDate effective = asOf.effective();
        return effective == null ? LocalDate.of(9999, 12, 31) : effective;
    }

    private static ProjectBalance balance(String project, AsOf.Answered asOf, boolean keepsCash, List<Sum> sums) {
        List<CurrencyFigures> figures = new ArrayList<>();
        byCurrency(sums).forEach((currency, accounts) -> figures.add(
                new CurrencyFigures(currency, Measure.ofProject(accounts, keepsCash))));
        List<Cash> cash = new ArrayList<>();
        for (Sum sum : sums) {
            if (sum.moneyAccount != null) {
                cash.add(new Cash(sum.moneyAccount, sum.currency, sum.amount));
            }
        }
        cash.sort((a, b) -> a.moneyAccount().equals(b.moneyAccount()) ? a.currency().compareTo(b.currency())
                : a.moneyAccount().compareTo(b.moneyAccount()));
        return new ProjectBalance(project, asOf, keepsCash, figures, cash);
    }

    private static Map<Currency, Map<Account, BigDecimal>> byCurrency(List<Sum> sums) {
        Map<Currency, Map<Account, BigDecimal>> byCurrency = new TreeMap<>();
        for (Sum sum : sums) {
            byCurrency.computeIfAbsent(sum.currency, key -> new EnumMap<>(Account.class))
                    .merge(sum.account, sum.amount, BigDecimal::add);
        }
        return byCurrency;
    }

    private static Posting posting(ResultSet row, int number) throws SQLException {
        return new Posting(row.getLong("event_index"), row.getInt("line"), row.getString("project"),
                Account.valueOf(row.getString("account")), Account.valueOf(row.getString("contra")),
                Currency.of(row.getString("currency")), row.getBigDecimal("amount"),
                row.getObject("effective_date", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                YearMonth.parse(row.getString("booking_period")), row.getString("money_account"),
                row.getString("donor"),
                FundingSource.valueOf(row.getString("funding_source")));
    }

    private record Sum(@Nullable String project, Account account, Currency currency, @Nullable String moneyAccount,
            BigDecimal amount) {

        static Sum read(ResultSet row, int number) throws SQLException {
            return new Sum(row.getString("project"), Account.valueOf(row.getString("account")),
                    Currency.of(row.getString("currency")), row.getString("money_account"),
                    row.getBigDecimal("amount"));
        }
    }
}
