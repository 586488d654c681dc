package org.aidledger.app.exchange.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.app.exchange.evidence.EvidenceRefusal.Refused;
import org.aidledger.app.exchange.evidence.EvidenceRefusal.TooManyEvents;
import org.aidledger.app.exchange.evidence.EvidenceRefusal.Unknown;
import org.aidledger.app.exchange.evidence.EvidenceRequest.Scope;
import org.aidledger.app.platform.Ledger;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.project.ProjectId;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.evidence.BundleLimits;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Postings;
import org.aidledger.view.balance.ProjectBalance;
import org.aidledger.view.balance.Sheet;
import org.aidledger.view.inspection.InspectionDetail;
import org.aidledger.view.period.PeriodHistory;
import org.aidledger.view.trail.Trail;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/** Gathers evidence from an open ledger. The same request at the same checkpoint gives the same bytes. */
public final class EvidenceExport {

    private final Ledger ledger;

    /** @param ledger whose views follow the log, or were brought up to it */
    public EvidenceExport(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Finds what belongs to the bundle; nothing is written yet.
     *
     * @throws Refused when there is no such thing, or it is more than one bundle holds
     */
    public Evidence gather(EvidenceRequest request) {
        SignedCheckpoint checkpoint = ledger.checkpoints().latest();
        long size = checkpoint.checkpoint().size();
        long position = Math.min(size, ledger.views().position());
        Gathered gathered = switch (request.scope()) {
            case Scope.Project(var id) -> project(id, request.clocks(), position);
            case Scope.Inspection(var id) -> inspection(id, request.clocks(), position);
            case Scope.Figure figure -> figure(figure, request.clocks(), position);
            case Scope.Sheet sheet -> sheet(sheet, position);
            case Scope.Period period -> period(period, size);
        };
        return new Evidence(ledger, request, checkpoint, gathered);
    }

    /**
     * What belongs to a bundle.
     *
     * @param scope as the manifest says it
     * @param earlier states of the log that the bundle must show to go on from
     * @param sheet what a closing sealed, in canonical form, or null
     */
    record Gathered(Map<String, Object> scope, Map<Long, TrailLine> lines, List<ClaimedFigures> claims,
            List<Checkpoint> earlier, @Nullable String sheet) {

        Gathered(Map<String, Object> scope, Map<Long, TrailLine> lines, List<ClaimedFigures> claims,
                List<Checkpoint> earlier) {
            this(scope, lines, claims, earlier, null);
        }
    }

    private Gathered project(String id, AsOf clocks, long position) {
        Long asked = clocks.known();
        long known = asked == null ? position : Math.min(asked, position);
        if (ledger.views().projects().find(id, known).isEmpty()) {
            throw new Refused(new Unknown(id));
        }
        Map<Long, TrailLine> lines = new TreeMap<>();
        collect(id, known, lines);
        ProjectBalance balance =
                ledger.views().balances().ofProject(id, new AsOf(clocks.effective(), known, clocks.booked()));
        return new Gathered(Map.of("kind", "project", "id", id, "known", known, "streams", List.of(id)), lines,
                List.of(ClaimedFigures.of(balance)), List.of());
    }

    /** The whole stream, so that nobody can take an event out of the middle unseen. */
    private Gathered figure(Scope.Figure asked, AsOf clocks, long position) {
        Gathered all = project(asked.project(), clocks, position);
        Map<Long, TrailLine> lines = new TreeMap<>(all.lines());
        lines.values().removeIf(line -> !line.entry().stream().equals(asked.project())
                && Postings.of(line.entry()).stream().noneMatch(one -> one.project().equals(asked.project())));
        Map<String, Object> scope = new TreeMap<>(all.scope());
        scope.put("kind", "figure");
        scope.put("currency", asked.currency().code());
        scope.put("measure", asked.measure().key());
        return new Gathered(scope, lines,
                all.claims().stream().map(claim -> claim.only(asked.currency(), asked.measure())).toList(), List.of());
    }

    private Gathered sheet(Scope.Sheet asked, long position) {
        PeriodHistory history = ledger.views().periods().history(asked.periods(), position)
                .orElseThrow(() -> new Refused(new Unknown(asked.periods())));
        PeriodClosed closed = history.closing(asked.month())
                .orElseThrow(() -> new Refused(new Unknown(asked.periods() + " " + asked.month())));
        Sheet sheet = ledger.views().sheets().sheet(asked.periods(), history.opened().entity().key(), asked.month(),
                closed.sheet().size());
        Map<Long, TrailLine> lines = new TreeMap<>();
        history.events().forEach(event -> lines.put(event.index(),
                ledger.views().trail().line(event.index()).orElseThrow()));
        return new Gathered(
                Map.of("kind", "sheet", "id", asked.periods(), "month", asked.month().toString(), "known", position,
                        "streams", List.of(asked.periods())),
                lines, ClaimedFigures.of(sheet), List.of(), sheet.canonical());
    }

    private Gathered inspection(String id, AsOf clocks, long position) {
        Long asked = clocks.known();
        long known = asked == null ? position : Math.min(asked, position);
        InspectionOpened inspection = ledger.views().inspections().inspection(id, known)
                .map(InspectionDetail::opened).orElseThrow(() -> new Refused(new Unknown(id))).event();
        FrozenCheckpoint frozen = inspection.frozen();
        Map<Long, TrailLine> lines = new TreeMap<>();
        collect(id, known, lines);
        List<ClaimedFigures> claims = new ArrayList<>();
        List<String> streams = new ArrayList<>(List.of(id));
        for (ProjectId project : inspection.projects()) {
            collect(project.value(), frozen.size(), lines);
            claims.add(ClaimedFigures.of(
                    ledger.views().balances().ofProject(project.value(), AsOf.of(null, frozen.size()))));
            if (lines.values().stream().anyMatch(line -> line.entry().stream().equals(project.value()))) {
                streams.add(project.value());
            }
        }
        Checkpoint root = new Checkpoint(ledger.checkpoints().identity().origin(), frozen.size(),
                Hash.parseHex(frozen.root()));
        return new Gathered(
                Map.of("kind", "inspection", "id", id, "known", known, "frozen", frozen.size(), "streams", streams),
                lines, claims, List.of(root));
    }

    private Gathered period(Scope.Period period, long size) {
        long from = Math.min(size, ledger.views().knownAt().at(period.first().atDay(1).minusDays(1)));
        long to = Math.min(size, ledger.views().knownAt().at(lastDay(period.last())));
        requireRoom(to - from);
        Map<Long, TrailLine> lines = new TreeMap<>();
        for (long index = from; index < to; index++) {
            lines.put(index, ledger.views().trail().line(index).orElseThrow());
        }
        ClaimedFigures turnover = ClaimedFigures.turnover(from, to,
                lines.values().stream().map(TrailLine::entry).toList());
        return new Gathered(Map.of("kind", "period", "first", period.first().toString(), "last",
                period.last().toString(), "from", from, "to", to, "streams", List.of()), lines, List.of(turnover),
                List.of());
    }

    private static LocalDate lastDay(YearMonth month) {
        return month.atEndOfMonth();
    }

    private void collect(String subject, long known, Map<Long, TrailLine> lines) {
        Long after = null;
        do {
            Trail.Page page = ledger.views().trail().of(subject, AsOf.of(null, known), after, Trail.PAGE_MAX);
            page.lines().forEach(line -> lines.put(line.index(), line));
            requireRoom(lines.size());
            after = page.next();
        } while (after != null);
    }

    private static void requireRoom(long events) {
        if (events > BundleLimits.EVENTS_MAX) {
            throw new Refused(new TooManyEvents(events));
        }
    }
}
