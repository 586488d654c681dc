package org.aidledger.view.trail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.event.Entry;
import org.aidledger.event.NotedBreach;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementRefused;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.view.AsOf;
import org.aidledger.view.ViewSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the events that concern a project, an inspection or an import, in the order of the log. */
public final class Trail {

    /** The most lines one page holds. */
    public static final int PAGE_MAX = 1_000;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public Trail(DataSource dataSource, Catalogue catalogue) {
        this.jdbc = JdbcClient.create(dataSource);
        this.catalogue = catalogue;
    }

    /**
     * A page of a trail.
     *
     * @param asOf the clocks it was read at
     * @param next what to ask for the following page with, or null when there is none
     */
    public record Page(AsOf.Answered asOf, List<TrailLine> lines, @Nullable Long next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The events that concern a subject: those of its own stream and, for a project, what inspections say of it.
     *
     * @param subject a stream's id, for example {@code PRJ-0001}
     * @param question its {@code booked} is not looked at
     * @param after the index of the last line of the page before, or null for the first page
     * @param limit of the page, 1 to {@value #PAGE_MAX}
     */
    public Page of(String subject, AsOf question, @Nullable Long after, int limit) {
        AsOf.Answered asOf = question.answeredAt(
                ViewSchema.held(jdbc, "trail"));
        int size = Math.clamp(limit, 1, PAGE_MAX);
        LocalDate effective = asOf.effective();
        List<byte[]> leaves = jdbc.sql("""
                select leaf from views_trail.line join ledger.entry on index = event_index
                where subject = ? and event_index > ? and event_index < ? and line.effective_date <= ?
                order by event_index limit ?""")
                .params(subject, after == null ? -1L : after, asOf.known(),
                        effective == null ? LocalDate.of(9999, 12, 31) : effective, size + 1)
                .query(byte[].class).list();
        List<TrailLine> lines = lines(leaves.subList(0, Math.min(size, leaves.size())));
        return new Page(asOf, lines, leaves.size() > size ? (Long) lines.getLast().index() : null);
    }

    /** One event of the log; empty when the log is shorter. */
    public Optional<TrailLine> line(long index) {
        return lines(jdbc.sql("select leaf from ledger.entry where index = ?").param(index).query(byte[].class).list())
                .stream().findFirst();
    }

    /** These events, in the order of the log, at most {@value #PAGE_MAX} at a time. */
    public List<TrailLine> lines(Collection<Long> indices) {
        if (indices.size() > PAGE_MAX) {
            throw new IllegalArgumentException(indices.size() + " events, at most " + PAGE_MAX + " at a time");
        }
        return lines(jdbc.sql("select leaf from ledger.entry where index = any(?::bigint[]) order by index")
                .param(indices.toArray(Long[]::new)).query(byte[].class).list());
    }

    private List<TrailLine> lines(List<byte[]> leaves) {
        List<Entry> entries = leaves.stream().map(catalogue::decode).toList();
        Map<Reference, Long> indices = indices(entries);
        return entries.stream().map(entry -> {
            Reference reference = Reference.of(entry);
            return new TrailLine(entry, Documents.of(entry.payload()),
                    reference == null ? null : indices.get(reference));
        }).toList();
    }

    /** What a correction, a remark or an answer is about, as the event says it: a version of its own stream. */
    private record Reference(String stream, long version) {

        static @Nullable Reference of(Entry entry) {
            return switch (entry.payload()) {
                case EntryCorrected corrected -> new Reference(entry.stream(), corrected.corrected());
                case OpinionReceived opinion -> new Reference(entry.stream(), opinion.request());
                case DisbursementRefused refused -> new Reference(entry.stream(), refused.proposal());
                case CorrectionProposed proposed -> new Reference(entry.stream(), proposed.corrected());
                case AidConfirmed confirmed -> new Reference(entry.stream(), confirmed.entry());
                case FactAmended amended ->
                    new Reference(entry.stream(), Objects.requireNonNullElse(amended.entry(), 0L));
                case NotedBreach breach -> new Reference(entry.stream(), breach.about());
                case AdvanceCleared cleared -> new Reference(entry.stream(), cleared.advance());
                case GoodsValued goods -> new Reference(entry.stream(), goods.receipt());
                case GoodsDistributed goods -> new Reference(entry.stream(), goods.receipt());
                case GoodsLost goods -> new Reference(entry.stream(), goods.receipt());
                case GoodsSold goods -> new Reference(entry.stream(), goods.receipt());
                default -> null;
            };
        }
    }

    private Map<Reference, Long> indices(List<Entry> entries) {
        List<String> streams = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        for (Entry entry : entries) {
            Reference reference = Reference.of(entry);
            if (reference != null) {
                streams.add(reference.stream);
                versions.add(reference.version);
            }
        }
        Map<Reference, Long> indices = new HashMap<>();
        if (!streams.isEmpty()) {
            jdbc.sql("""
                    select e.stream, e.version, e.index
                    from unnest(?::text[], ?::bigint[]) as r(stream, version)
                    join ledger.entry e on e.stream = r.stream collate "C" and e.version = r.version""")
                    .params(streams.toArray(String[]::new), versions.toArray(Long[]::new))
                    .query(row -> {
                        indices.put(new Reference(row.getString(1), row.getLong(2)), row.getLong(3));
                    });
        }
        return indices;
    }
}
