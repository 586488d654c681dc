package org.aidledger.view.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.project.ProjectEvent;
import org.aidledger.text.Texts;
import org.aidledger.time.VietNam;
import org.jspecify.annotations.Nullable;

/** A history told event by event, as the log would hold it: in order, with who recorded what and when. */
final class Told {

    private final List<Entry> project = new ArrayList<>();
    private final List<Entry> inspections = new ArrayList<>();
    private long size = 100;
    private String actor = "lan";
    private String way = "DECIDED";
    private @Nullable Instant recorded;

    /** From now on by somebody else. */
    Told by(String name) {
        actor = name;
        return this;
    }

    /** From now on reported, not decided here. */
    Told reported() {
        way = "REPORTED";
        return this;
    }

    /** From now on recorded at the end of that day; before, everything is recorded on the day it is true. */
    Told recorded(String day) {
        recorded = VietNam.endOf(LocalDate.parse(day));
        return this;
    }

    /** The index the event got. */
    long tell(ProjectEvent event) {
        return tell(event, project, event.project().value());
    }

    long tell(InspectionEvent event) {
        return tell(event, inspections, event.inspection().value());
    }

    private long tell(LedgerEvent event, List<Entry> stream, String id) {
        Map<String, String> metadata = new HashMap<>(Map.of(MetadataKeys.ACTOR, actor, MetadataKeys.WAY, way));
        metadata.put(MetadataKeys.BOOKING_PERIOD, YearMonth.from(event.effectiveDate()).toString());
        Instant at = recorded == null ? VietNam.endOf(event.effectiveDate()) : recorded;
        stream.add(new Entry(size, new UUID(0, size), id, stream.size(), event.effectiveDate(), at,
                event.getClass().getSimpleName(), 0, metadata, event));
        return size++;
    }

    /** The version that the project's next event gets. */
    long nextVersion() {
        return project.size();
    }

    History history(@Nullable String through, String day) {
        return History.of(List.copyOf(project), List.copyOf(inspections),
                through == null ? null : LocalDate.parse(through), LocalDate.parse(day));
    }

    /** What of one kind is found, each said in both languages. */
    List<Signal> find(SignalKind kind, @Nullable String through, String day) {
        List<Signal> found = Signals.in(history(through, day), Thresholds.shipped()).stream()
                .filter(signal -> signal.kind() == kind).toList();
        for (Signal signal : found) {
            for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
                assertThat(signal.sentence(language)).isNotBlank().doesNotContain("{", "signal.");
                assertThat(signal.name(language)).isNotBlank().doesNotContain("signal.");
            }
            assertThat(signal.events()).isNotEmpty().isSorted().doesNotHaveDuplicates();
        }
        return found;
    }

    /** At the end of 2026, when everything counts. */
    List<Signal> find(SignalKind kind) {
        return find(kind, null, "2026-12-31");
    }
}
