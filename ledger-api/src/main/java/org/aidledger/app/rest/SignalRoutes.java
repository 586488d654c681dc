package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.app.clock.Clocks;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.project.ProjectId;
import org.aidledger.view.AsOf;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.aidledger.view.signal.ProjectSignals;
import org.aidledger.view.signal.Signal;
import org.aidledger.view.signal.Signals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is on record that an inspection may want to look at. */
@RestController
@RequestMapping(path = Paths.API + "/signals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Inspections")
final class SignalRoutes {

    private final Signals signals;
    private final Projects projects;
    private final Clocks clocks;
    private final Computed computed;

    SignalRoutes(Signals signals, Projects projects, Clocks clocks, Computed computed) {
        this.signals = signals;
        this.projects = projects;
        this.clocks = clocks;
        this.computed = computed;
    }

    /**
     * A page of the list.
     *
     * @param day to which ages were counted
     * @param count how many projects have something worth a look, on all pages
     * @param next the cursor of the next page, null on the last
     */
    record SignalsPage(LocalDate day, List<OfProject> projects, long count, @Nullable String next, Computed.At at) {
    }

    /**
     * What of one project may be worth a look.
     *
     * @param weight by which the list is ordered
     * @param inspection the inspection that was opened on it last, null when none was
     */
    record OfProject(String project, @Nullable String code, int weight, @Nullable String inspection,
            List<WorthALook> signals) {
    }

    /**
     * Something on record that may be worth a look; it does not say that anybody did wrong.
     *
     * @param kind for example {@code back-dated}
     * @param sentence what is on record, in words of the language asked for
     * @param arguments what the sentence names
     * @param events indices of the events it rests on
     */
    record WorthALook(String kind, String name, int weight, String sentence, Map<String, String> arguments,
            List<Long> events) {
        static WorthALook of(Signal signal, Locale language) {
            return new WorthALook(signal.kind().key(), signal.name(language), signal.weight(),
                    signal.sentence(language), signal.arguments(), signal.events());
        }
    }

    @GetMapping
    @Operation(
            summary = "What may be worth a look, the heaviest projects first, each signal with the events it rests on; "
                    + "none says that anybody did wrong")
    ResponseEntity<SignalsPage> signals(@RequestParam(required = false) @Nullable ProjectId project,
            @RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question, Locale language) {
        int size = Cursor.pageSize(pageSize);
        AsOf.Answered asOf = from == null ? clocks.answered(question)
                : clocks.goingOn(AsOf.of(question.effective(), from.known()));
        AsOf asked = AsOf.of(asOf.effective(), asOf.known());
        if (project != null && projects.find(project.value(), asOf.known()).isEmpty()) {
            throw new Refused(new NotFound("project " + project));
        }
        Signals.Answer answer = project == null ? signals.all(asked) : signals.ofProject(project.value(), asked);
        int first = from == null ? 0 : (int) Math.clamp(from.number(), 0, answer.projects().size());
        int last = Math.min(first + size, answer.projects().size());
        Computed.At at = computed.at(asOf);
        return computed.answer(at, language, new SignalsPage(answer.day(),
                answer.projects().subList(first, last).stream().map(one -> of(one, asOf.known(), language)).toList(),
                answer.projects().size(),
                last == answer.projects().size() ? null : new Cursor(asOf.known(), Integer.toString(last)).toString(),
                at));
    }

    private OfProject of(ProjectSignals one, long known, Locale language) {
        return new OfProject(one.project(), projects.find(one.project(), known).map(ProjectRow::code).orElse(null),
                one.weight(), one.inspection(),
                one.signals().stream().map(signal -> WorthALook.of(signal, language)).toList());
    }
}
