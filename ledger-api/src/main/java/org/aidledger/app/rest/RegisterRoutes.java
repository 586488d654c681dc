package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.aidledger.app.clock.Clocks;
import org.aidledger.app.rest.RegisterAnswers.Happened;
import org.aidledger.app.rest.RegisterAnswers.Project;
import org.aidledger.app.rest.RegisterAnswers.ProjectsPage;
import org.aidledger.app.rest.RegisterAnswers.TrailPage;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.project.ProjectId;
import org.aidledger.view.AsOf;
import org.aidledger.view.project.ProjectRow;
import org.aidledger.view.project.Projects;
import org.aidledger.view.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of projects, and what happened to each. */
@RestController
@RequestMapping(path = Paths.API + "/projects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projects")
final class RegisterRoutes {

    private final Projects projects;
    private final Trail trail;
    private final Clocks clocks;
    private final Computed computed;
    private final EntryReader reader;

    RegisterRoutes(Projects projects, Trail trail, Clocks clocks, Computed computed, LedgerGateway gateway) {
        this.projects = projects;
        this.trail = trail;
        this.clocks = clocks;
        this.computed = computed;
        this.reader = gateway.reader();
    }

    @GetMapping
    @Operation(summary = "Search the register; every word must occur in code, titles or donors, accents ignored")
    ResponseEntity<ProjectsPage> search(@RequestParam(defaultValue = "") String q,
            @RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question) {
        int size = Cursor.pageSize(pageSize);
        AsOf.Answered asOf = from == null ? clocks.answered(question)
                : clocks.goingOn(AsOf.of(null, from.known()));
        List<ProjectRow> found = projects.search(q, asOf.known(), from == null ? null : from.after(), size);
        Computed.At at = computed.at(asOf);
        String next = found.size() < size ? null : new Cursor(asOf.known(), found.getLast().id()).toString();
        return computed.answer(at, new ProjectsPage(found.stream().map(Project::of).toList(),
                projects.count(q, asOf.known()), next, at));
    }

    /** The entity tag is the stream's version that the answer knows: what {@code If-Match} of a command takes. */
    @GetMapping("/{project}")
    @Operation(summary = "One project; its ETag is the version that If-Match of a command takes")
    ResponseEntity<Project> project(@PathVariable ProjectId project, AsOf question) {
        AsOf.Answered asOf = clocks.answered(question);
        ProjectRow row = row(project, asOf);
        return ResponseEntity.ok().eTag(Long.toString(versionAt(row.id(), asOf.known())))
                .header(Computed.KNOWN_AT, Long.toString(asOf.known()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(Project.of(row));
    }

    @GetMapping("/{project}/trail")
    @Operation(summary = "What happened to a project, in words of the language asked for")
    ResponseEntity<TrailPage> trail(@PathVariable ProjectId project,
            @RequestParam(name = "cursor", required = false) @Nullable Cursor from,
            @RequestParam(required = false) @Nullable Integer pageSize, AsOf question, Locale language) {
        AsOf.Answered asOf = from == null ? clocks.answered(question)
                : clocks.goingOn(AsOf.of(question.effective(), from.known()));
        ProjectRow row = row(project, asOf);
        Trail.Page page = trail.of(row.id(), AsOf.of(asOf.effective(), asOf.known()),
                from == null ? null : from.number(), Cursor.pageSize(pageSize));
        Computed.At at = computed.at(asOf);
        Long next = page.next();
        TrailPage body = new TrailPage(row.id(),
                page.lines().stream().map(line -> Happened.of(line, language)).toList(),
                next == null ? null : new Cursor(asOf.known(), next.toString()).toString(), at);
        return computed.answer(at, language, body);
    }

    private ProjectRow row(ProjectId project, AsOf.Answered asOf) {
        return projects.find(project.value(), asOf.known())
                .orElseThrow(() -> new Refused(new NotFound("project " + project)));
    }

    /** The last version below an index, by halving: versions are dense and their indices rise. */
    private long versionAt(String stream, long known) {
        long low = 0;
        long high = reader.lastVersionOf(stream).orElse(0L);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            long index = Catalogue.header(reader.leavesOf(stream, middle, 1).getFirst()).index();
            if (index < known) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
