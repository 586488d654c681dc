package org.aidledger.app.exchange.iati.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.aidledger.app.exchange.iati.IatiActivity;
import org.aidledger.app.exchange.iati.IatiTransaction;
import org.aidledger.app.exchange.iati.Oddity;
import org.aidledger.app.exchange.iati.OddityKind;
import org.aidledger.app.exchange.iati.Position;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand.AmendFact;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectCommand.ReportActivityStatus;
import org.aidledger.project.ProjectContext;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.jspecify.annotations.Nullable;

/**
 * Compares one activity with what earlier files said of its project and records the differences: what vanished is withdrawn, what
 * appeared is entered, what is said differently of the same money is amended. What is the same leaves no trace.
 */
final class ProjectComparison {

    static final String PERSPECTIVE_CHANGED = "iati.perspective-changed";

    private static final int STATUS_BYTES_MAX = 100;

    private final FileComparison file;
    private final EarlierReport earlier;
    private final ProjectIntake intake;
    private final ProjectContext context;

    ProjectComparison(FileComparison file, EarlierReport earlier, ProjectIntake intake, ProjectContext context) {
        this.file = file;
        this.earlier = earlier;
        this.intake = intake;
        this.context = context;
    }

    /** A transaction of the file, its key and all else it says. */
    private record Told(IatiTransaction row, RowKey key, SortedMap<String, String> fields, Set<String> shortened) {
    }

    /** @param perspective whose books the whole file is said to be; null where each activity says so itself */
    void take(IatiActivity activity, @Nullable Perspective perspective) {
        boolean isFirst = earlier.begin();
        boolean isLast = file.isLast(earlier);
        file.activityCompared();
        ProjectRegistered registered = registered();
        Position at = activity.position();
        if (isFirst) {
            amendRegistration(activity, registered);
            notePerspective(activity, perspective, registered);
        } else {
            noteOnce(intake.breach(ProjectIntake.DUPLICATE_IDENTIFIER, activity.identifier(), at, 0,
                    registered.effectiveDate()), at);
        }
        for (Oddity odd : activity.oddities()) {
            if (perspective == null || odd.kind() != OddityKind.PERSPECTIVE_ASSUMED) {
                noteOnce(odd, 0, registered.effectiveDate(), at);
            }
        }
        reportStatus(activity);
        compareRows(activity, isLast);
    }

    private ProjectRegistered registered() {
        ProjectRegistered registered = intake.state().registration();
        if (registered == null) {
            throw new IllegalStateException(earlier.project() + " has events and no registration");
        }
        return registered;
    }

    private void amendRegistration(IatiActivity activity, ProjectRegistered registered) {
        SortedMap<String, String> before = earlier.registration();
        if (before == null) {
            // Registered by an officer: a file says nothing about that.
            return;
        }
        var room = new LeafRoom();
        SortedMap<String, String> after = Stated.of(ReportedProject.register(activity, earlier.project(),
                registered.perspective(), context.today(), room));
        amend(null, Stated.changes(before, after), registered.effectiveDate(), activity.position());
        noteShortened(room.shortened(), 0, registered.effectiveDate(), activity.position());
    }

    private void notePerspective(IatiActivity activity, @Nullable Perspective perspective,
            ProjectRegistered registered) {
        Perspective now = perspective != null ? perspective : Perspective.valueOf(activity.perspective().name());
        if (now != registered.perspective()) {
            noteOnce(intake.breach(PERSPECTIVE_CHANGED, registered.perspective() + ", " + now, activity.position(), 0,
                    registered.effectiveDate()), activity.position());
        }
    }

    private void reportStatus(IatiActivity activity) {
        String code = activity.statusCode();
        if (code == null) {
            return;
        }
        var room = new LeafRoom();
        String status = room.text("activity-status", code, STATUS_BYTES_MAX);
        if (!status.equals(earlier.status())) {
            intake.report(new ReportActivityStatus(earlier.project(), status,
                    ReportedProject.lastUpdated(activity, context.today())), activity.position(), room, List.of());
        }
    }

    /**
     * First whatever widens the limits that the rules judge by, then what narrows them: so that a rule is noted as broken by what
     * the file says, and not by the order in which it is recorded.
     */
    private void compareRows(IatiActivity activity, boolean isLast) {
        List<Told> told = activity.transactions().stream().map(this::told).toList();
        List<EarlierReport.@Nullable Row> found = earlier.match(told.stream().map(Told::key).toList(),
                told.stream().map(Told::fields).toList());
        List<EarlierReport.Row> vanished = isLast ? earlier.left() : List.of();
        for (boolean widening : new boolean[] {true, false}) {
            vanished.stream().filter(row -> row.key().widensLimits() != widening)
                    .forEach(row -> withdraw(row, activity.position()));
            for (int i = 0; i < told.size(); i++) {
                if (found.get(i) == null && told.get(i).key.widensLimits() == widening) {
                    enter(told.get(i).row);
                }
            }
        }
        for (int i = 0; i < told.size(); i++) {
            EarlierReport.Row before = found.get(i);
            if (before != null) {
                keep(before, told.get(i));
            }
        }
    }

    private Told told(IatiTransaction row) {
        intake.requireRepresentable(row);
        var room = new LeafRoom();
        var flow = ReportedFlow.flow(row, room);
        return new Told(row, RowKey.of(row, flow), Stated.of(flow), room.shortened());
    }

    private void withdraw(EarlierReport.Row row, Position at) {
        if (intake.state().standing(row.version()) == null) {
            // Somebody here withdrew it before its publisher did.
            return;
        }
        intake.record(new CorrectEntry(earlier.project(), row.version(), file.noteNumber(),
                CorrectionReason.WITHDRAWN_BY_PUBLISHER, file.absent(), null, file.document(), context.today()), at);
        file.rowVanished();
    }

    private void enter(IatiTransaction row) {
        var room = new LeafRoom();
        intake.report(ReportedFlow.report(row, earlier.project(), registered().perspective(), room), row.position(),
                room, row.oddities());
        file.rowAppeared();
    }

    /** The same money as before; only what is said differently of it is recorded. */
    private void keep(EarlierReport.Row before, Told now) {
        List<FactChange> changes = Stated.changes(before.fields(), now.fields);
        LocalDate on = before.key().date();
        amend(before.version(), changes, on, now.row.position());
        now.row.oddities().forEach(odd -> noteOnce(odd, before.version(), on, now.row.position()));
        noteShortened(now.shortened, before.version(), on, now.row.position());
        file.rowMatched(!changes.isEmpty());
    }

    private void amend(@Nullable Long entry, List<FactChange> changes, LocalDate on, Position at) {
        for (FactChange change : changes) {
            intake.record(new AmendFact(earlier.project(), entry, change.field(), change.was(), change.becomes(),
                    file.saidSo(), on), at);
        }
    }

    private void noteShortened(Set<String> names, long about, LocalDate on, Position at) {
        if (!names.isEmpty()) {
            noteOnce(intake.breach(ProjectIntake.TEXT_SHORTENED, String.join(", ", names), at, about, on), at);
        }
    }

    private void noteOnce(Oddity odd, long about, LocalDate on, Position at) {
        noteOnce(intake.breach(odd.kind().code(), odd.detail(),
                new Position(odd.line(), at.column()), about, on), at);
    }

    private void noteOnce(RuleBreachNoted breach, Position at) {
        if (earlier.noteOnce(breach)) {
            intake.record(breach, at);
        }
    }
}
