package org.aidledger.app.exchange.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
     * @param indices of the events, ascending
     * @param earlier states of the log that the bundle must show to go on from
     * @param sheet what a closing sealed, in canonical form, or null
     */
    record Gathered(Map<String, Object> scope, NavigableSet<Long> indices, List<ClaimedFigures> claims,
            List<Checkpoint> earlier, @Nullable String sheet) {

        Gathered(Map<String, Object> scope, NavigableSet<Long> indices, List<ClaimedFigures> claims,
                List<Checkpoint> earlier) {
            this(scope, indices, claims, earlier, null);
        }
    }

    private Gathered project(String id, AsOf clocks, long position) {
        return project(id, clocks, position, line -> true);
    }

    /** @param belongs which of the events that concern it are taken */
    private Gathered project(String id, AsOf clocks, long position, Predicate<TrailLine> belongs) {
        Long asked = clocks.known();
        long known = asked == null ? position : Math.min(asked, position);
        if (ledger.views().projects().find(id, known).isEmpty()) {
            throw new Refused(new Unknown(id));
        }
        NavigableSet<Long> indices = new TreeSet<>();
        collect(id, known, indices, belongs);
        ProjectBalance balance =
                ledger.views().balances().ofProject(id, new AsOf(clocks.effective(), known, clocks.booked()));
        return new Gathered(Map.of("kind", "project", "id", id, "known", known, "streams", List.of(id)), indices,
                List.of(ClaimedFigures.of(balance)), List.of());
    }

    /** The whole stream, so that nobody can take an event out of the middle unseen. */
    private Gathered figure(Scope.Figure asked, AsOf clocks, long position) {
        Gathered all = project(asked.project(), clocks, position,
                line -> line.entry().stream().equals(asked.project())
                        || Postings.of(line.entry()).stream().anyMatch(one -> one.project().equals(asked.project())));
        Map<String, Object> scope = new TreeMap<>(all.scope());
        scope.put("kind", "figure");
        scope.put("currency", asked.currency().code());
        scope.put("measure", asked.measure().key());
        return new Gathered(scope, all.indices(),
                all.claims().stream().map(claim -> claim.only(asked.currency(), asked.measure())).toList(), List.of());
    }

    private Gathered sheet(Scope.Sheet asked, long position) {
        PeriodHistory history = ledger.views().periods().history(asked.periods(), position)
                .orElseThrow(() -> new Refused(new Unknown(asked.periods())));
        PeriodClosed closed = history.closing(asked.month())
                .orElseThrow(() -> new Refused(new Unknown(asked.periods() + " " + asked.month())));
        Sheet sheet = ledger.views().sheets().sheet(asked.periods(), history.opened().entity().key(), asked.month(),
                closed.sheet().size());
        NavigableSet<Long> indices = new TreeSet<>();
        history.events().forEach(event -> indices.add(event.index()));
        return new Gathered(
                Map.of("kind", "sheet", "id", asked.periods(), "month", asked.month().toString(), "known", position,
                        "streams", List.of(asked.periods())),
                indices, ClaimedFigures.of(sheet), List.of(), sheet.canonical());
    }

    private Gathered inspection(String id, AsOf clocks, long position) {
        Long asked = clocks.known();
        long known = asked == null ? position : Math.min(asked, position);
        InspectionOpened inspection = ledger.views().inspections().inspection(id, known)
                .map(InspectionDetail::opened).orElseThrow(() -> new Refused(new Unknown(id))).event();
        FrozenCheckpoint frozen = inspection.frozen();
        NavigableSet<Long> indices = new TreeSet<>();
        Set<String> found = new HashSet<>();
        collect(id, known, indices, line -> true);
        List<ClaimedFigures> claims = new ArrayList<>();
        List<String> streams = new ArrayList<>(List.of(id));
        for (ProjectId project : inspection.projects()) {
            collect(project.value(), frozen.size(), indices, line -> {
                found.add(line.entry().stream());
                return true;
            });
            claims.add(ClaimedFigures.of(
                    ledger.views().balances().ofProject(project.value(), AsOf.of(null, frozen.size()))));
            if (found.contains(project.value())) {
                streams.add(project.value());
            }
        }
        Checkpoint root = new Checkpoint(ledger.checkpoints().identity().origin(), frozen.size(),
                Hash.parseHex(frozen.root()));
        return new Gathered(
                Map.of("kind", "inspection", "id", id, "known", known, "frozen", frozen.size(), "streams", streams),
                indices, claims, List.of(root));
    }

    private Gathered period(Scope.Period period, long size) {
        long from = Math.min(size, ledger.views().knownAt().at(period.first().atDay(1).minusDays(1)));
        long to = Math.min(size, ledger.views().knownAt().at(lastDay(period.last())));
        requireRoom(to - from);
        NavigableSet<Long> indices =
                LongStream.range(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
        ClaimedFigures turnover = ClaimedFigures.turnover(from, to,
                new Contents(indices, ledger.views().trail()).lines().map(TrailLine::entry));
        return new Gathered(Map.of("kind", "period", "first", period.first().toString(), "last",
                period.last().toString(), "from", from, "to", to, "streams", List.of()), indices, List.of(turnover),
                List.of());
    }

    private static LocalDate lastDay(YearMonth month) {
        return month.atEndOfMonth();
    }

    private void collect(String subject, long known, NavigableSet<Long> indices, Predicate<TrailLine> belongs) {
        Long after = null;
        do {
            Trail.Page page = ledger.views().trail().of(subject, AsOf.of(null, known), after, Trail.PAGE_MAX);
            page.lines().stream().filter(belongs).forEach(line -> indices.add(line.index()));
            requireRoom(indices.size());
            after = page.next();
        } while (after != null);
    }

    private static void requireRoom(long events) {
        if (events > BundleLimits.EVENTS_MAX) {
            throw new Refused(new TooManyEvents(events));
        }
    }
}
