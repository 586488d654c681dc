package org.aidledger.app.exchange.iati.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.app.exchange.iati.Excerpt;
import org.aidledger.app.exchange.iati.IatiActivity;
import org.aidledger.app.exchange.iati.IatiTransaction;
import org.aidledger.app.exchange.iati.Oddity;
import org.aidledger.app.exchange.iati.OddityKind;
import org.aidledger.app.exchange.iati.Position;
import org.aidledger.event.Decision;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Currency;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectCommand.ReportActivityStatus;
import org.aidledger.project.ProjectContext;
import org.aidledger.project.ProjectDecisions;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.ProjectId;
import org.aidledger.project.ProjectState;
import org.jspecify.annotations.Nullable;

/**
 * Decides one activity into the events that report it. What a file says is never refused because it should not have happened:
 * each broken rule and each oddity is noted beside the fact it is about.
 */
final class ProjectIntake {

    static final String DUPLICATE_IDENTIFIER = "iati.duplicate-identifier";
    static final String TEXT_SHORTENED = "iati.text-shortened";

    /** Digits before the point: as many amounts as an import may hold still add up to one that the ledger's money holds. */
    private static final int INTEGER_DIGITS_MAX = 24;

    private static final int STATUS_BYTES_MAX = 100;
    static final int DETAIL_CHARACTERS_MAX = 200;

    private final String file;
    private final ProjectId project;
    private final ProjectContext context;
    private final Recorder recorder;
    private ProjectState state;
    private List<Tag> tags;
    private int breaches;

    /**
     * @param state of the project so far
     * @param tags of the first event
     */
    ProjectIntake(String file, ProjectId project, ProjectState state, ProjectContext context, Recorder recorder,
            List<Tag> tags) {
        this.file = file;
        this.project = project;
        this.state = state;
        this.context = context;
        this.recorder = recorder;
        this.tags = tags;
    }

    ProjectState state() {
        return state;
    }

    /** How many breaches were noted. */
    int breaches() {
        return breaches;
    }

    /** @param perspective whose books the whole file is said to be; null where each activity says so itself */
    void take(IatiActivity activity, @Nullable Perspective perspective) {
        Position at = activity.position();
        List<Oddity> oddities = perspective == null ? activity.oddities()
                : activity.oddities().stream().filter(odd -> odd.kind() != OddityKind.PERSPECTIVE_ASSUMED).toList();
        ProjectRegistered registered = state.registration();
        if (registered == null) {
            var room = new LeafRoom();
            Perspective books =
                    perspective != null ? perspective : Perspective.valueOf(activity.perspective().name());
            report(ReportedProject.register(activity, project, books, context.today(), room), at, room, oddities);
        } else {
            note(DUPLICATE_IDENTIFIER, activity.identifier(), at, 0, registered.effectiveDate());
            oddities.forEach(odd -> note(odd, at, 0, registered.effectiveDate()));
        }
        String status = activity.statusCode();
        if (status != null) {
            var room = new LeafRoom();
            report(new ReportActivityStatus(project, room.text("activity-status", status, STATUS_BYTES_MAX),
                    ReportedProject.lastUpdated(activity, context.today())), at, room, List.of());
        }
        Perspective books = registeredPerspective();
        for (IatiTransaction transaction : activity.transactions()) {
            requireRepresentable(transaction);
            var room = new LeafRoom();
            report(ReportedFlow.report(transaction, project, books, room), transaction.position(), room,
                    transaction.oddities());
        }
    }

    private Perspective registeredPerspective() {
        ProjectRegistered registered = state.registration();
        if (registered == null) {
            throw new IllegalStateException(project + " was not registered by its registration");
        }
        return registered.perspective();
    }

    /** @throws RefusedFile when the ledger has no form for its money */
    void requireRepresentable(IatiTransaction transaction) {
        if (!Currency.isPossible(transaction.currency())) {
            throw new RefusedFile(ImportRefusal.at(file, transaction.position(), "iati.currency-unreadable",
                    Map.of("what", Excerpt.of(transaction.currency(), DETAIL_CHARACTERS_MAX), "max",
                            Integer.toString(Currency.CHARACTERS_MAX))));
        }
        if (transaction.value().precision() - transaction.value().scale() > INTEGER_DIGITS_MAX) {
            throw new RefusedFile(ImportRefusal.at(file, transaction.position(), "iati.limit-exceeded",
                    Map.of("what", "integerDigitsMax", "max", Integer.toString(INTEGER_DIGITS_MAX))));
        }
    }

    /** Records what a file says in one place, and what is odd about it. */
    void report(ProjectCommand command, Position at, LeafRoom room, List<Oddity> oddities) {
        long version = state.nextVersion();
        record(command, at);
        oddities.forEach(odd -> note(odd, at, version, command.effectiveDate()));
        if (!room.shortened().isEmpty()) {
            note(TEXT_SHORTENED, String.join(", ", room.shortened()), at, version, command.effectiveDate());
        }
    }

    /** Decides and records; each broken rule is noted. */
    void record(ProjectCommand command, Position at) {
        switch (ProjectDecisions.decide(state, command, context)) {
            case Decision.Accepted<ProjectEvent>(var events) -> events.forEach(event -> record(event, at));
            case Decision.Refused<ProjectEvent>(var refusals) ->
                throw new IllegalStateException("a reported fact was refused: " + refusals);
        }
    }

    private void note(Oddity odd, Position at, long about, LocalDate effectiveDate) {
        note(odd.kind().code(), odd.detail(), new Position(odd.line(), at.column()), about, effectiveDate);
    }

    private void note(String rule, String detail, Position at, long about, LocalDate effectiveDate) {
        record(breach(rule, detail, at, about, effectiveDate), at);
    }

    RuleBreachNoted breach(String rule, String detail, Position at, long about, LocalDate effectiveDate) {
        String excerpt = Excerpt.of(detail, DETAIL_CHARACTERS_MAX);
        return new RuleBreachNoted(project, rule, Map.of("detail", excerpt, "line", Integer.toString(at.line())),
                about, effectiveDate);
    }

    void record(ProjectEvent event, Position at) {
        recorder.record(state.reportingEntity(), state.nextVersion(), event, at, tags);
        tags = List.of();
        state = state.evolve(event);
        if (event instanceof RuleBreachNoted) {
            breaches++;
        }
    }
}
