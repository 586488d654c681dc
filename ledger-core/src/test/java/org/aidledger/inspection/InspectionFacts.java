package org.aidledger.inspection;

import static org.aidledger.testing.Scenario.TODAY;

import java.util.List;
import java.util.stream.IntStream;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.inspection.InspectionCommand.ConcludeInspection;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionCommand.RaiseFinding;
import org.aidledger.inspection.InspectionCommand.RecordCheck;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectId;
import org.aidledger.testing.Scenario;

/** The vocabulary of tests on an inspection: events in the past tense, commands in the imperative, about one made-up inspection. */
public final class InspectionFacts {

    public static final InspectionId INSPECTION = new InspectionId("INS-2026-01");
    public static final ProjectId INSPECTED = new ProjectId("PRJ-2026-001");
    public static final ProjectId NOT_INSPECTED = new ProjectId("PRJ-2026-002");
    /** Who acts in every scenario is on the team. */
    public static final List<ActorId> TEAM = List.of(new ActorId(Scenario.ACTOR), new ActorId("minh"));

    private static final DocumentRef MINUTES = DocumentRef.of("7/BB-HK");

    private InspectionFacts() {
    }

    public static Scenario<InspectionCommand, InspectionEvent> given(InspectionEvent... past) {
        return Scenario.of(PostInspection.class, PostInspections.COMMAND_NAME, past);
    }

    /** The tag by which a member of the team is known to have acted in the project. */
    public static Tag acted(String member) {
        return Tag.acted(INSPECTED.value(), member);
    }

    public static InspectionOpened opened() {
        return new InspectionOpened(INSPECTION, "First quarter", List.of(INSPECTED), TEAM, frozen(1_000), TODAY);
    }

    public static InspectionOpened openedWithout(String member) {
        return new InspectionOpened(INSPECTION, "First quarter", List.of(INSPECTED),
                TEAM.stream().filter(other -> !other.value().equals(member)).toList(), frozen(1_000), TODAY);
    }

    public static CheckRecorded checked() {
        return new CheckRecorded(INSPECTION, INSPECTED, "vouchers", CheckResult.PASS, null, List.of(), List.of(3L),
                TODAY);
    }

    public static FindingRaised found(int number) {
        return new FindingRaised(INSPECTION, number, INSPECTED, Severity.HIGH, "no voucher", Money.of("50", "USD"),
                List.of(3L),
                TODAY);
    }

    public static InspectionConcluded concluded() {
        return new InspectionConcluded(INSPECTION, "one finding", MINUTES, TODAY);
    }

    public static FrozenCheckpoint frozen(long size) {
        return new FrozenCheckpoint(size, "0f".repeat(32));
    }

    public static OpenInspection open() {
        return open(List.of(INSPECTED), TEAM);
    }

    public static OpenInspection open(List<ProjectId> projects, List<ActorId> team) {
        return new OpenInspection(INSPECTION, "First quarter", projects, team, frozen(1_000), TODAY);
    }

    public static OpenInspection openOn(FrozenCheckpoint frozen) {
        return new OpenInspection(INSPECTION, "First quarter", List.of(INSPECTED), TEAM, frozen, TODAY);
    }

    public static List<ProjectId> projects(int count) {
        return IntStream.range(0, count).mapToObj(i -> new ProjectId("PRJ-" + i)).toList();
    }

    public static RecordCheck check() {
        return check("vouchers");
    }

    public static RecordCheck check(String item) {
        return new RecordCheck(INSPECTION, INSPECTED, item, CheckResult.PASS, null, List.of(), List.of(3L), TODAY);
    }

    public static RaiseFinding raise(Long... cited) {
        return raise(INSPECTED, cited);
    }

    public static RaiseFinding raise(ProjectId project, Long... cited) {
        return new RaiseFinding(INSPECTION, project, Severity.HIGH, "no voucher", Money.of("50", "USD"), List.of(cited),
                TODAY);
    }

    public static ConcludeInspection conclude() {
        return new ConcludeInspection(INSPECTION, "one finding", MINUTES, TODAY);
    }
}
