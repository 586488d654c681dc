package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.inspection.FindingFigures;
import org.aidledger.view.inspection.FindingRow;
import org.aidledger.view.inspection.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What inspections found and what became of it. */
@RestController
@RequestMapping(path = Paths.API + "/findings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Findings")
final class FindingRoutes {

    private final Findings findings;
    private final Computed computed;
    private final Clock clock = Clock.systemUTC();

    FindingRoutes(Findings findings, Computed computed) {
        this.findings = findings;
        this.computed = computed;
    }

    /**
     * A page of the work list, the gravest and oldest first.
     *
     * @param count how many there are, on all pages
     * @param next the cursor of the next page, null on the last
     */
    record FindingsPage(List<FindingRow> findings, long count, @Nullable String next, Computed.At at) {
    }

    /** All findings together. */
    record Figures(long count, long overdue, BigDecimal followUpPercent, List<FindingFigures.OfState> states,
            List<FindingFigures.Questioned> questioned, Computed.At at) {
    }

    @GetMapping
    @Operation(summary = "Findings, the gravest and oldest first; effective is the day ages are counted to")
    ResponseEntity<FindingsPage> list(@RequestParam(required = false) FindingRow.@Nullable State state,
            @RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question) {
        int size = Cursor.pageSize(pageSize);
        LocalDate day = from == null ? day(question) : from.day();
        long skipped = from == null ? 0 : from.skipped();
        Findings.Page page = findings.list(day, state, from == null ? question.known() : (Long) from.known(), skipped,
                size);
        if (from != null) {
            from.requireHeld(page.asOf());
        }
        Computed.At at = computed.at(page.asOf());
        long shown = skipped + page.findings().size();
        return computed.answer(at, new FindingsPage(page.findings(), page.count(),
                shown < page.count() ? Cursor.ofDay(at.known(), day, shown).toString() : null, at));
    }

    @GetMapping("/figures")
    @Operation(summary = "Findings by state and money, and how many were followed to the end")
    ResponseEntity<Figures> figures(AsOf question) {
        FindingFigures figures = findings.figures(day(question), question.known());
        Computed.At at = computed.at(figures.asOf());
        return computed.answer(at, new Figures(figures.count(), figures.overdue(), figures.followUpPercent(),
                figures.states(), figures.questioned(), at));
    }

    private LocalDate day(AsOf question) {
        LocalDate asked = question.effective();
        return asked == null ? VietNam.dateOf(clock.instant()) : asked;
    }
}
