package org.aidledger.view.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.StatementEvent.AidConfirmed;

/**
 * One person did two things of which the second is to look at the first, where no rule forbids it. Only of what was decided here:
 * who takes in a file has not done what it reports.
 */
record SamePerson() implements Detection {

    /** The first and the second thing, and when the second is about the first. */
    private record Pair(String text, Predicate<LedgerEvent> first, Predicate<LedgerEvent> second,
            BiPredicate<Entry, Entry> about) {
    }

    private static final List<Pair> PAIRS = List.of(
            new Pair("signal.same-person.submitted-approved", DossierSubmitted.class::isInstance,
                    AidApproved.class::isInstance, (first, second) -> true),
            new Pair("signal.same-person.approved-paid", AidApproved.class::isInstance,
                    event -> event instanceof FundsDisbursed || event instanceof ExpenditureRecorded,
                    (first, second) -> true),
            new Pair("signal.same-person.received-confirmed", Movement.class::isInstance,
                    AidConfirmed.class::isInstance, (first, second) -> second.payload() instanceof AidConfirmed e
                            && e.entry() == first.version()),
            new Pair("signal.same-person.entered-corrected", Movement.class::isInstance,
                    event -> event instanceof EntryCorrected e && e.proposal() == null,
                    (first, second) -> second.payload() instanceof EntryCorrected e
                            && e.corrected() == first.version()));

    @Override
    public List<Found> in(History history, Thresholds thresholds) {
        List<Entry> decided = history.entries().stream().filter(History::isDecided).toList();
        List<Found> found = new ArrayList<>();
        for (Pair pair : PAIRS) {
            Map<String, List<Long>> byActor = new LinkedHashMap<>();
            List<Entry> firsts = decided.stream().filter(entry -> pair.first.test(entry.payload())).toList();
            for (Entry second : decided) {
                if (pair.second.test(second.payload())) {
                    for (Entry first : firsts) {
                        if (first.index() < second.index() && History.actor(first).equals(History.actor(second))
                                && pair.about.test(first, second)) {
                            byActor.computeIfAbsent(History.actor(first), key -> new ArrayList<>())
                                    .addAll(List.of(first.index(), second.index()));
                        }
                    }
                }
            }
            byActor.forEach((actor, events) -> found.add(new Found(pair.text, Map.of("actor", actor), events)));
        }
        return found;
    }
}
