package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.aidledger.app.deadline.DeadlineLine;
import org.aidledger.app.deadline.DeadlineLine.Basis;
import org.aidledger.app.deadline.Deadlines;
import org.aidledger.app.deadline.Deadlines.WorkList;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.deadline.Obligation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due and overdue. */
@RestController
@RequestMapping(path = Paths.API + "/deadlines", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deadlines")
final class DeadlineRoutes {

    private final Deadlines deadlines;
    private final Computed computed;
    private final Clock clock = Clock.systemUTC();

    DeadlineRoutes(Deadlines deadlines, Computed computed) {
        this.deadlines = deadlines;
        this.computed = computed;
    }

    /**
     * The work list.
     *
     * @param day counted to
     * @param counts of all there are, on this page or not
     * @param next the cursor of the next page, null on the last
     */
    record DeadlineList(LocalDate day, int withinDays, long overdue, long due, List<KindCount> counts,
            List<DueLine> lines, @Nullable String next, Computed.At at) {
    }

    /** How many of a kind are overdue, and how many due in the time looked ahead. */
    record KindCount(Obligation.Kind kind, long overdue, long due) {
    }

    /**
     * Something to be done.
     *
     * @param stream the project, inspection or donor
     * @param part which of several: the version of a request, the number of an action or finding, the period of a report
     * @param detail what is asked of whom, in the words of the event
     * @param due the last day
     * @param daysLeft negative when that has passed
     * @param basis by what that day is the last one; null where the event itself names it
     * @param startIndex the event it starts from
     * @param startedOn that event's effective date; for a report the last day of its period
     */
    record DueLine(Obligation.Kind kind, String stream, @Nullable String titleVi, @Nullable String titleEn,
            String part, @Nullable String detail, LocalDate due, long daysLeft, boolean overdue, @Nullable Basis basis,
            long startIndex, LocalDate startedOn, String event) {

        static DueLine of(DeadlineLine line) {
            Obligation one = line.obligation();
            return new DueLine(one.kind(), one.stream(), one.titleVi(), one.titleEn(), one.part(), one.detail(),
                    line.due(), line.daysLeft(), line.isOverdue(), line.basis(), one.startIndex(), one.startedOn(),
                    Paths.event(one.startIndex()));
        }
    }

    @GetMapping
    @Operation(summary = "What is due and overdue on the day effective (today's when it is not given), the most urgent "
            + "first; days are counted by the rules in force when each term began")
    ResponseEntity<DeadlineList> list(@RequestParam(defaultValue = "" + Deadlines.WITHIN_DAYS) int within,
            @RequestParam(required = false) Obligation.@Nullable Kind kind,
            @RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question) {
        if (within < 0 || within > Deadlines.WITHIN_DAYS_MAX) {
            throw new Refused(new WrongParameter("within", Integer.toString(within),
                    Fault.of(Kind.RANGE, 0, Deadlines.WITHIN_DAYS_MAX)));
        }
        int size = Cursor.pageSize(pageSize);
        LocalDate day = from == null ? day(question) : from.day();
        long skipped = from == null ? 0 : from.skipped();
        WorkList list = deadlines.on(day, within, kind, from == null ? question : AsOf.of(day, from.known()), skipped,
                size);
        if (from != null) {
            from.requireHeld(list.asOf());
        }
        Computed.At at = computed.at(list.asOf());
        long shown = skipped + list.lines().size();
        return computed.answer(at, new DeadlineList(day, within, list.overdue(), list.due(),
                new TreeMap<>(list.counts()).entrySet().stream()
                        .map(one -> new KindCount(one.getKey(), one.getValue().overdue(), one.getValue().due()))
                        .toList(),
                list.lines().stream().map(DueLine::of).toList(),
                shown < list.overdue() + list.due() ? Cursor.ofDay(at.known(), day, shown).toString() : null, at));
    }

    private LocalDate day(AsOf question) {
        LocalDate asked = question.effective();
        return asked == null ? VietNam.dateOf(clock.instant()) : asked;
    }
}
