package org.aidledger.view.donor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.view.AsOf;
import org.aidledger.view.SearchText;
import org.aidledger.view.ViewSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds donors, and who of them was active when. */
public final class Donors {

    /** The most donors one page holds. */
    public static final int PAGE_MAX = 1_000;

    private static final String KNOWN = """
            from (select distinct on (ngo) * from views_donor.standing where event_index < :known
                  order by ngo, event_index desc) standing
            right join views_donor.donor on donor.id = standing.ngo where registered_index < :known""";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public Donors(DataSource dataSource, Catalogue catalogue) {
        this.jdbc = JdbcClient.create(dataSource);
        this.catalogue = catalogue;
    }

    /**
     * A page of donors.
     *
     * @param count how many there are, on all pages
     */
    public record Page(AsOf.Answered asOf, long count, List<DonorRow> donors) {
        public Page {
            donors = List.copyOf(donors);
        }
    }

    /** A donor, and everything that happened to it, in order; the payload of each entry is an {@code NgoEvent}. */
    public record Detail(AsOf.Answered asOf, DonorRow donor, List<Entry> events) {
        public Detail {
            events = List.copyOf(events);
        }
    }

    /**
     * Donors whose names or id hold every word, in any case and without regard to accents, by id.
     *
     * @param known a number of events, or null for all
     * @param after the last id of the page before, or null for the first page
     */
    public Page search(String words, @Nullable Long known, @Nullable String after, int limit) {
        return page(AsOf.of(null, known), " and not exists (select from unnest(:words::text[]) as w(word)"
                + " where position(w.word in search) = 0)", SearchText.words(words), null, null, after, limit);
    }

    /**
     * Non-profit donors whose certificate was in force on at least one of these days, by id.
     *
     * @param known as it was known when the log held that many events, or null for now
     */
    public Page active(LocalDate from, LocalDate to, @Nullable Long known, @Nullable String after, int limit) {
        return page(AsOf.of(null, known), " and active && daterange(:from, :to, '[]')", new String[0], from, to, after,
                limit);
    }

    /** Which of these donors had a certificate in force on that day, as it was known when the log held that many events. */
    public Set<String> inForce(List<String> donors, LocalDate day, long known) {
        return Set.copyOf(jdbc.sql("select id " + KNOWN + " and id = any(:donors) and active @> :day")
                .param("known", known).param("donors", donors.toArray(String[]::new)).param("day", day)
                .query(String.class).list());
    }

    private Page page(AsOf question, String condition, String[] words, @Nullable LocalDate from,
            @Nullable LocalDate to, @Nullable String after, int limit) {
        AsOf.Answered asOf = answered(question);
        long count = bind("select count(*) " + KNOWN + condition, asOf, words, from, to).query(Long.class).single();
        List<DonorRow> rows = bind("select * " + KNOWN + condition + " and id > :after order by id limit :limit", asOf,
                words, from, to).param("after", after == null ? "" : after)
                .param("limit", Math.clamp(limit, 1, PAGE_MAX)).query(Donors::read).list();
        return new Page(asOf, count, rows);
    }

    private JdbcClient.StatementSpec bind(String sql, AsOf.Answered asOf, String[] words,
            @Nullable LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql(sql).param("known", asOf.known()).param("words", words)
                .param("from", from).param("to", to);
    }

    /** One donor as it was known then; empty when it was not registered yet. */
    public Optional<Detail> donor(String id, @Nullable Long known) {
        AsOf.Answered asOf = answered(AsOf.of(null, known));
        Optional<DonorRow> row = jdbc.sql("select * " + KNOWN + " and id = :id").param("known", asOf.known())
                .param("id", id).query(Donors::read).optional();
        return row.map(donor -> new Detail(asOf, donor,
                jdbc.sql("select leaf from ledger.entry where stream = ? and index < ? order by version")
                        .params(id, asOf.known()).query(byte[].class).list().stream().map(catalogue::decode).toList()));
    }

    private AsOf.Answered answered(AsOf question) {
        return question.answeredAt(ViewSchema.held(jdbc, "donor"));
    }

    private static DonorRow read(ResultSet row, int number) throws SQLException {
        return new DonorRow(row.getString("id"), row.getString("kind"), row.getString("name"),
                row.getString("name_vi"), row.getString("country"), row.getObject("effective_date", LocalDate.class),
                row.getLong("registered_index"), row.getString("certificate"),
                row.getObject("valid_to", LocalDate.class), row.getBoolean("suspended"));
    }
}
