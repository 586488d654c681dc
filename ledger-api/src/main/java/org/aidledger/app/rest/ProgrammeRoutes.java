package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.headline.Progress;
import org.aidledger.app.headline.Progress.Reached;
import org.aidledger.app.headline.Progress.SectorReached;
import org.aidledger.app.headline.Targets;
import org.aidledger.app.rest.PortfolioRoutes.InYear;
import org.aidledger.document.DocumentRef;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.programme.SectorTarget;
import org.aidledger.programme.TargetCommand;
import org.aidledger.project.Place;
import org.aidledger.view.AsOf;
import org.aidledger.view.portfolio.ConvertedLines.UsedRate;
import org.aidledger.view.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Targets of national and provincial programmes, and how far they are reached. */
@RestController
@RequestMapping(path = Paths.API + "/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Programmes")
final class ProgrammeRoutes {

    private final Commands commands;
    private final Targets targets;
    private final Computed computed;

    ProgrammeRoutes(Commands commands, Targets targets, Computed computed) {
        this.commands = commands;
        this.targets = targets;
        this.computed = computed;
    }

    /** A programme is decided on; {@code province} is null for a national one. */
    record Deciding(ProgrammeId programme, String nameVi, @Nullable String nameEn, @Nullable Place province,
            int firstYear, int lastYear, DocumentRef decision, LocalDate effectiveDate, @Nullable String reason)
            implements CommandBody {
    }

    /** The targets of a year; those set for it before are not used any more. */
    record Setting(int year, @Nullable Long donors, @Nullable List<SectorTarget> sectors, DocumentRef decision,
            LocalDate effectiveDate, @Nullable String reason) implements CommandBody {
    }

    /** Programmes with their targets and actuals. */
    record ProgrammesAnswer(String measure, List<ProgrammeProgress> programmes, Computed.At at) {
    }

    /** A programme; {@code province} and the date of its code's list are null for a national one. */
    record ProgrammeProgress(String id, String nameVi, @Nullable String nameEn, @Nullable String province,
            @Nullable LocalDate provinceList, int firstYear, int lastYear, List<YearProgress> years, String event) {

        static ProgrammeProgress of(Progress progress) {
            Programme one = progress.programme();
            return new ProgrammeProgress(one.id(), one.nameVi(), one.nameEn(), one.province(), one.provinceList(),
                    one.firstYear(), one.lastYear(), progress.years().stream().map(YearProgress::of).toList(),
                    Paths.event(one.index()));
        }
    }

    /** A year's targets beside its actuals. */
    record YearProgress(int year, @Nullable String currency, @Nullable String policy, @Nullable Reached donors,
            @Nullable Reached total, List<SectorReached> sectors, List<UsedRate> rates, List<InYear> unconverted,
            String source, String event) {

        static YearProgress of(Progress.Year year) {
            return new YearProgress(year.year(), year.currency(), year.policy(), year.donors(), year.total(),
                    year.sectors(), year.rates(), year.unconverted().stream().map(InYear::of).toList(), year.source(),
                    Paths.event(year.index()));
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enter a programme of aid mobilisation")
    ResponseEntity<CommandAnswer> decide(@RequestBody Deciding body, CommandTerms terms) {
        return commands.send(new TargetCommand.DecideProgramme(body.programme(), body.nameVi(), body.nameEn(),
                body.province(), body.firstYear(), body.lastYear(), body.decision(), body.effectiveDate()), body,
                terms);
    }

    @PostMapping(path = "/{programme}/targets", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set a programme's targets for a year: value by sector, number of active donors")
    ResponseEntity<CommandAnswer> set(@PathVariable ProgrammeId programme, @RequestBody Setting body,
            CommandTerms terms) {
        List<SectorTarget> sectors = body.sectors();
        return commands.send(new TargetCommand.SetTargets(programme, body.year(), body.donors(),
                sectors == null ? List.of() : sectors, body.decision(), body.effectiveDate()), body, terms);
    }

    @GetMapping
    @Operation(summary = "Targets beside the actuals of the portfolio, both as known at one number of events")
    ResponseEntity<ProgrammesAnswer> progress(@RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "disbursed") String measure,
            @RequestParam(defaultValue = "") String rates, AsOf question) {
        Targets.Page page = targets.all(programme, AskedFigure.measure(measure),
                PortfolioRoutes.table(rates), question);
        Computed.At at = computed.at(page.asOf());
        return computed.answer(at, new ProgrammesAnswer(measure,
                page.programmes().stream().map(ProgrammeProgress::of).toList(), at));
    }
}
