package org.aidledger.inspection;

import static org.aidledger.testing.Scenario.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.inspection.InspectionCommand.AbandonInspection;
import org.aidledger.inspection.InspectionCommand.AgreeCorrectiveAction;
import org.aidledger.inspection.InspectionCommand.ConcludeInspection;
import org.aidledger.inspection.InspectionCommand.EscalateFinding;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionCommand.OpenPlannedInspection;
import org.aidledger.inspection.InspectionCommand.OrderRecovery;
import org.aidledger.inspection.InspectionCommand.PlanInspection;
import org.aidledger.inspection.InspectionCommand.RaiseFinding;
import org.aidledger.inspection.InspectionCommand.RecordCheck;
import org.aidledger.inspection.InspectionCommand.RecordResponse;
import org.aidledger.inspection.InspectionCommand.ReportActionDone;
import org.aidledger.inspection.InspectionCommand.VerifyAction;
import org.aidledger.inspection.InspectionEvent.ActionDone;
import org.aidledger.inspection.InspectionEvent.ActionVerified;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.CorrectiveActionAgreed;
import org.aidledger.inspection.InspectionEvent.FindingEscalated;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionAbandoned;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.inspection.InspectionEvent.InspectionPlanned;
import org.aidledger.inspection.InspectionEvent.RecoveryOrdered;
import org.aidledger.inspection.InspectionEvent.ResponseRecorded;
import org.aidledger.inspection.InspectionEvent.SampleDrawn;
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

    /** What the planner of {@link #planned} keeps until the inspection opens. */
    public static final String SEED = "f00d";

    private static final String SEED_SHA256 = "0f8721b0aef395e63e1c2803f51ff047f74d26ff73229801d4456876e3b9c5d7";
    private static final Population POPULATION = new Population(null, "140", null, null, List.of());
    private static final DocumentRef MINUTES = DocumentRef.of("7/BB-HK");

    private InspectionFacts() {
    }

    /** What has happened was entered by the one who acts. */
    public static Scenario<InspectionCommand, InspectionEvent> given(InspectionEvent... past) {
        Scenario<InspectionCommand, InspectionEvent> scenario =
                Scenario.of(PostInspection.class, PostInspections.COMMAND_NAME, past);
        return scenario.enteredBy(Scenario.ACTOR);
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

    /** The tag of what became of the acting inspector's plans. */
    public static Tag plans() {
        return Tag.plans(Scenario.ACTOR);
    }

    /** The tag of the inspection's plan. */
    public static Tag plannedAt() {
        return Tag.planned(INSPECTION.value());
    }

    public static InspectionPlanned planned(InspectionId... abandoned) {
        return new InspectionPlanned(INSPECTION, "First quarter", POPULATION, 1, SEED_SHA256,
                new ActorId(Scenario.ACTOR), List.of(abandoned), TODAY);
    }

    public static InspectionAbandoned abandoned(InspectionId... listed) {
        return new InspectionAbandoned(INSPECTION, "too early", List.of(listed), TODAY);
    }

    public static SampleDrawn drawn(InspectionId... abandoned) {
        return new SampleDrawn(INSPECTION, SEED, 40, List.of(abandoned), TODAY);
    }

    public static PlanInspection plan() {
        return plan(SEED_SHA256, 1);
    }

    public static PlanInspection plan(String seedSha256, int sampleSize) {
        return new PlanInspection(INSPECTION, "First quarter", POPULATION, sampleSize, seedSha256, TODAY);
    }

    public static AbandonInspection abandon() {
        return new AbandonInspection(INSPECTION, "too early", TODAY);
    }

    public static OpenPlannedInspection openPlanned() {
        return openPlanned(SEED, 1_000);
    }

    public static OpenPlannedInspection openPlanned(String seed, long frozen) {
        return new OpenPlannedInspection(INSPECTION, seed, List.of(INSPECTED), 40, TEAM, frozen(frozen), TODAY);
    }

    public static ResponseRecorded responded() {
        return new ResponseRecorded(INSPECTION, 1, "Sở Y tế", "paid on an oral order", null, TODAY);
    }

    public static CorrectiveActionAgreed agreed() {
        return new CorrectiveActionAgreed(INSPECTION, 1, 1, "obtain the voucher", "Sở Y tế", TODAY.plusDays(30), TODAY);
    }

    public static ActionDone done() {
        return new ActionDone(INSPECTION, 1, "obtained", List.of(), TODAY);
    }

    public static ActionVerified verified() {
        return new ActionVerified(INSPECTION, 1, null, TODAY);
    }

    public static FindingEscalated escalated() {
        return new FindingEscalated(INSPECTION, 1, "UBND", "no answer", null, TODAY);
    }

    public static RecoveryOrdered recoveryOrdered() {
        return new RecoveryOrdered(INSPECTION, 1, Money.of("50", "USD"), MINUTES, TODAY.plusDays(30), TODAY);
    }

    public static RecordResponse respond(int finding) {
        return new RecordResponse(INSPECTION, finding, "Sở Y tế", "paid on an oral order", null, TODAY);
    }

    public static AgreeCorrectiveAction agree(LocalDate due) {
        return new AgreeCorrectiveAction(INSPECTION, 1, "obtain the voucher", "Sở Y tế", due, TODAY);
    }

    public static ReportActionDone reportDone(int action) {
        return new ReportActionDone(INSPECTION, action, "obtained", List.of(), TODAY);
    }

    public static VerifyAction verify(int action) {
        return new VerifyAction(INSPECTION, action, null, TODAY);
    }

    public static EscalateFinding escalate() {
        return new EscalateFinding(INSPECTION, 1, "UBND", "no answer", null, TODAY);
    }

    public static OrderRecovery orderRecovery(String amount) {
        return new OrderRecovery(INSPECTION, 1, Money.of(amount, "USD"), MINUTES, TODAY.plusDays(30), TODAY);
    }
}
