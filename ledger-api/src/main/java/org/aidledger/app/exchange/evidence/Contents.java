package org.aidledger.app.exchange.evidence;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.aidledger.tlog.evidence.Cited;
import org.aidledger.tlog.evidence.Json;
import org.aidledger.view.trail.Trail;
import org.aidledger.view.trail.TrailLine;

/** The events of a bundle, read a page at a time, and what is known of all of them once their leaves were written. */
final class Contents {

    private final NavigableSet<Long> indices;
    private final Trail trail;
    private final Set<Cited> documents = new TreeSet<>();
    private final Map<String, Kind> unprinted = new TreeMap<>();
    private int added;

    Contents(NavigableSet<Long> indices, Trail trail) {
        this.indices = indices;
        this.trail = trail;
    }

    /**
     * Events of one type.
     *
     * @param first the index of the first of them
     * @param last the index of the last of them
     */
    record Kind(long events, long first, long last) {
        private Kind and(Kind later) {
            return new Kind(events + later.events, first, later.last);
        }
    }

    /** Their indices, ascending, as many at a time as are read at once. */
    Stream<List<Long>> pages() {
        return indices.stream().gather(Gatherers.windowFixed(Trail.PAGE_MAX));
    }

    /** The events as people read them. */
    Stream<TrailLine> lines() {
        return pages().flatMap(page -> trail.lines(page).stream());
    }

    /** Takes note of an event, in the order of the log. */
    void add(long index, Json leaf) {
        documents.addAll(Cited.in(index, leaf));
        if (++added > EvidenceReport.PRINTED_EVENTS_MAX) {
            unprinted.merge(leaf.get("type").text(""), new Kind(1, index, index), Kind::and);
        }
    }

    int events() {
        return indices.size();
    }

    /** The documents they cite, by event. */
    Set<Cited> documents() {
        return documents;
    }

    /** Of the events that a printed report does not list: how many of each type. */
    Map<String, Kind> unprinted() {
        return unprinted;
    }
}
