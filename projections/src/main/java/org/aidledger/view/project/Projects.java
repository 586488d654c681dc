package org.aidledger.view.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.view.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds projects, as the register stood when the log held a number of events. */
public final class Projects {

    /** The most projects one page holds. */
    public static final int PAGE_MAX = 500;

    private static final String SELECT = """
            select p.id, p.registered_index, p.effective_date, p.kind, p.budget_treatment, p.perspective,
                   coalesce(f.facts ->> 'code', p.code) as code,
                   case when jsonb_exists(f.facts, 'title_vi') then f.facts ->> 'title_vi' else p.title_vi end as title_vi,
                   case when jsonb_exists(f.facts, 'title_en') then f.facts ->> 'title_en' else p.title_en end as title_en,
                   case when jsonb_exists(f.facts, 'donors') then coalesce(f.facts ->> 'donors', '') else p.donors end
                       as donors,
                   case when jsonb_exists(f.facts, 'managing_agency') then f.facts ->> 'managing_agency'
                        else p.managing_agency end as managing_agency,
                   case when jsonb_exists(f.facts, 'aid_owner') then f.facts ->> 'aid_owner' else p.aid_owner end
                       as aid_owner,
                   (select s.status from views_project.status s
                          where s.project = p.id and s.event_index < :known order by s.weight desc, s.event_index desc limit 1) as status
              from views_project.project p
              left join lateral (
                   select jsonb_object_agg(a.field, a.value order by a.event_index) as facts from views_project.fact a
                    where a.project = p.id and a.event_index < :known) f on true
             where p.registered_index < :known""";

    private final JdbcClient jdbc;

    public Projects(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * By its id or, where that names none, by its code (for an imported activity its IATI identifier).
     *
     * @param known a number of events, as a checkpoint's size
     */
    public Optional<ProjectRow> find(String idOrCode, long known) {
        return jdbc.sql(SELECT + " and (p.id = :name or p.code = :name or p.id in ("
                + "select a.project from views_project.fact a where a.field = 'code' and a.value = :name"
                + " and a.event_index < :known)) order by p.id <> :name, p.id limit 1")
                .param("known", known).param("name", idOrCode).query(Projects::row).optional();
    }

    /**
     * In the order of their ids.
     *
     * @param text words that must all occur in code, titles or donors, as they are or were before they were amended; accents and case ignored; blank for all
     * @param after the last id of the page before, or null
     * @param limit at most {@value #PAGE_MAX}
     */
    public List<ProjectRow> search(String text, long known, @Nullable String after, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new IllegalArgumentException("a page holds 1 to " + PAGE_MAX + " projects, not " + limit);
        }
        return jdbc.sql(SELECT + " and p.id > :after and " + MATCHES + " order by p.id limit :limit")
                .param("known", known).param("after", after == null ? "" : after).param("words", SearchText.words(text))
                .param("limit", limit)
                .query(Projects::row).list();
    }

    private static final String MATCHES =
            "not exists (select from unnest(:words::text[]) as w(word) where position(w.word in p.search) = 0"
                    + " and not exists (select from views_project.fact a where a.project = p.id"
                    + " and a.event_index < :known and position(w.word in a.search) > 0))";

    /** How many projects the register holds that match. */
    public long count(String text, long known) {
        return jdbc.sql("select count(*) from views_project.project p where p.registered_index < :known and " + MATCHES)
                .param("known", known).param("words", SearchText.words(text)).query(Long.class).single();
    }

    private static ProjectRow row(ResultSet row, int number) throws SQLException {
        return new ProjectRow(row.getString("id"), row.getLong("registered_index"),
                row.getObject("effective_date", LocalDate.class),
                row.getString("code"), row.getString("title_vi"), row.getString("title_en"), row.getString("kind"),
                row.getString("budget_treatment"), row.getString("perspective"), row.getString("donors"),
                row.getString("managing_agency"), row.getString("aid_owner"), row.getString("status"));
    }
}
