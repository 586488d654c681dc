package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.aidledger.app.period.PeriodSheets;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.PeriodAnswers.Period;
import org.aidledger.app.rest.PeriodAnswers.PeriodFile;
import org.aidledger.app.rest.PeriodAnswers.PeriodsPage;
import org.aidledger.app.rest.PeriodAnswers.SheetFile;
import org.aidledger.app.rest.PeriodAnswers.SheetLine;
import org.aidledger.app.rest.RegisterAnswers.Noted;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.event.Entry;
import org.aidledger.event.MetadataKeys;
import org.aidledger.period.PeriodId;
import org.aidledger.view.AsOf;
import org.aidledger.view.balance.Sheet;
import org.aidledger.view.period.PeriodHistory;
import org.aidledger.view.period.PeriodSummary;
import org.aidledger.view.period.Periods;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Which months are closed, and what each closing sealed. */
@RestController
@RequestMapping(path = Paths.API + "/periods", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Periods")
final class PeriodRoutes {

    private final Periods periods;
    private final PeriodSheets sheets;
    private final JsonMapper json;

    PeriodRoutes(Periods periods, PeriodSheets sheets, JsonMapper json) {
        this.periods = periods;
        this.sheets = sheets;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Reporting entities that keep accounting periods")
    PeriodsPage all(@RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize) {
        int size = Cursor.pageSize(pageSize);
        List<PeriodSummary> found = periods.all(from == null ? null : from.number(), size);
        String next = found.size() < size ? null
                : new Cursor(0, Long.toString(found.getLast().openedIndex())).toString();
        return new PeriodsPage(found.stream().map(one -> new Period(one.id(), one.entity(), one.first(),
                one.closedThrough(), Paths.period(one.id()))).toList(), next);
    }

    /** Read from their own events, so the entity tag is the stream's version. */
    @GetMapping("/{period}")
    @Operation(summary = "The periods of one reporting entity: opening, closings, reopenings")
    ResponseEntity<PeriodFile> one(@PathVariable PeriodId period, AsOf question) {
        PeriodHistory history = periods.history(period.value(), question.known())
                .orElseThrow(() -> new Refused(new NotFound("accounting periods " + period)));
        return ResponseEntity.ok().eTag(Integer.toString(history.events().size() - 1))
                .body(new PeriodFile(period.value(), history.opened().entity(), history.opened().first(),
                        history.closedThrough(), history.events().stream().map(this::noted).toList()));
    }

    @GetMapping("/{period}/sheets/{month}")
    @Operation(summary = "The sheet that the last closing of a month sealed, summed again")
    SheetFile sheet(@PathVariable PeriodId period, @PathVariable String month) {
        PeriodSheets.Checked checked = checked(period, month);
        Sheet sheet = checked.sheet();
        String clocks = "&known=" + sheet.size() + "&booked=" + sheet.month();
        return new SheetFile(period.value(), sheet.month(), sheet.size(), checked.closing().sheet().sha256(),
                sheet.sha256(), checked.isUnchanged(),
                sheet.lines().stream().map(line -> new SheetLine(line.project(), line.account(), line.currency(),
                        line.amount(), Paths.API + "/trial-balance?project=" + line.project() + clocks)).toList());
    }

    @GetMapping(path = "/{period}/sheets/{month}/text", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The same in the canonical form that was hashed")
    ResponseEntity<byte[]> text(@PathVariable PeriodId period, @PathVariable String month) {
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(checked(period, month).sheet().canonical().getBytes(StandardCharsets.UTF_8));
    }

    private PeriodSheets.Checked checked(PeriodId period, String text) {
        YearMonth month;
        try {
            month = YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(new WrongParameter("month", text, Fault.of(Kind.MONTH)));
        }
        return sheets.check(period, month)
                .orElseThrow(() -> new Refused(new NotFound("a closing of " + month + " by " + period)));
    }

    private Noted noted(Entry entry) {
        return new Noted(entry.index(), entry.effectiveDate(), entry.recordedAt(),
                entry.metadata().get(MetadataKeys.ACTOR), json.valueToTree(entry.payload()),
                Paths.event(entry.index()));
    }
}
