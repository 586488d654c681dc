package org.aidledger.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.aidledger.actor.ActorId;
import org.aidledger.app.demo.InventedProject.Step;
import org.aidledger.app.platform.Ledger;
import org.aidledger.digest.Sha256;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerCommand;
import org.aidledger.inspection.CheckResult;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand.AgreeCorrectiveAction;
import org.aidledger.inspection.InspectionCommand.ConcludeInspection;
import org.aidledger.inspection.InspectionCommand.OpenPlannedInspection;
import org.aidledger.inspection.InspectionCommand.OrderRecovery;
import org.aidledger.inspection.InspectionCommand.PlanInspection;
import org.aidledger.inspection.InspectionCommand.RaiseFinding;
import org.aidledger.inspection.InspectionCommand.RecordCheck;
import org.aidledger.inspection.InspectionCommand.RecordResponse;
import org.aidledger.inspection.InspectionCommand.ReportActionDone;
import org.aidledger.inspection.InspectionCommand.VerifyAction;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Population;
import org.aidledger.inspection.Severity;
import org.aidledger.money.Money;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectCommand.RecordMovement;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectId;

/**
 * An invented inspection of projects that pay in splits, on a sample that nobody chose. In the first project money is recovered
 * and the corrective action verified; in the second a recovery is ordered and a corrective action agreed, and neither has come.
 */
final class InventedInspection {

    private static final InspectionId ID = new InspectionId("INS-EX-01");
    private static final String SEED = "an invented seed";
    private static final int SAMPLE = 3;
    private static final LocalDate PLANNED = LocalDate.of(2026, 4, 6);
    private static final String PLANNER = "truong";
    private static final String FIRST = "quynh";
    private static final String SECOND = "dung";

    private final Ledger ledger;

    private InventedInspection(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Nothing where too few of so many projects pay in splits. */
    static void load(Ledger ledger, int projects) {
        List<ProjectId> splitting = IntStream.rangeClosed(1, projects).filter(InventedProject::splits)
                .mapToObj(InventedProject::idOf).toList();
        if (splitting.size() >= SAMPLE) {
            new InventedInspection(ledger).inspect(new Population(null, null, null, null, splitting));
        }
    }

    private void inspect(Population population) {
        enter(PLANNER, new PlanInspection(ID, "Hậu kiểm các khoản chi chia nhỏ (ví dụ)", population, SAMPLE,
                Sha256.hex(SEED), PLANNED));
        long size = ledger.gateway().reader().size();
        String root = ledger.published().root(size).hex();
        List<ProjectId> sample =
                ledger.views().sampling().draw(population, SAMPLE, SEED, size, root).projects();
        enter(PLANNER, new OpenPlannedInspection(ID, SEED, sample, population.named().size(),
                List.of(new ActorId(FIRST), new ActorId(SECOND)), new FrozenCheckpoint(size, root),
                PLANNED.plusDays(7)));
        recovered(sample.get(0));
        outstanding(sample.get(1));
        enter(SECOND, new RecordCheck(ID, sample.get(2), "Chứng từ chi có hóa đơn hợp lệ", CheckResult.PASS, null,
                List.of(DocumentRef.of("BBKT-03")), split(sample.get(2)), PLANNED.plusDays(12)));
        enter(FIRST, new ConcludeInspection(ID, "Hai đơn vị chia nhỏ khoản chi; một đơn vị đã nộp lại (ví dụ).",
                DocumentRef.of("BB-EX-01/2026"), PLANNED.plusDays(30)));
    }

    private void recovered(ProjectId project) {
        Money questioned = raise(project, 1, Severity.HIGH, PLANNED.plusDays(9));
        enter("lan", new RecordResponse(ID, 1, "Ban quản lý dự án (ví dụ)", "Đơn vị nhận thiếu sót (ví dụ).",
                DocumentRef.of("CV-GT-01"), PLANNED.plusDays(20)));
        enter(SECOND, new AgreeCorrectiveAction(ID, 1, "Gộp nhu cầu mua sắm trong quý và chọn nhà thầu một lần",
                "Ban quản lý dự án (ví dụ)", PLANNED.plusDays(70), PLANNED.plusDays(22)));
        enter(SECOND, new OrderRecovery(ID, 1, questioned, DocumentRef.of("QĐ-TH-01/2026"), PLANNED.plusDays(60),
                PLANNED.plusDays(25)));
        enter("hoa",
                new RecordMovement(new RecoveryReceived(project, Party.named("Công ty thiết bị (ví dụ)"), questioned,
                        InventedProject.ACCOUNT, ID + "/1", DocumentRef.of("GBC-TH-01"), null, PLANNED.plusDays(55))));
        enter("lan", new ReportActionDone(ID, 1, "Đã ban hành quy chế mua sắm (ví dụ)",
                List.of(DocumentRef.of("QC-01")), PLANNED.plusDays(65)));
        enter(SECOND, new VerifyAction(ID, 1, null, PLANNED.plusDays(72)));
    }

    private void outstanding(ProjectId project) {
        Money questioned = raise(project, 2, Severity.MEDIUM, PLANNED.plusDays(11));
        enter(SECOND, new OrderRecovery(ID, 2, questioned, DocumentRef.of("QĐ-TH-02/2026"), PLANNED.plusDays(90),
                PLANNED.plusDays(28)));
        enter(SECOND, new AgreeCorrectiveAction(ID, 2, "Bổ sung báo giá cạnh tranh cho các khoản chi đã chia",
                "Ban quản lý dự án (ví dụ)", PLANNED.plusDays(100), PLANNED.plusDays(28)));
    }

    /** @return what the finding questions: the last of the payments that were split */
    private Money raise(ProjectId project, int number, Severity severity, LocalDate day) {
        List<Long> cited = split(project);
        Money questioned = ((ExpenditureRecorded) entry(cited.getLast()).payload()).money();
        enter(FIRST, new RecordCheck(ID, project, "Mua sắm trên ngưỡng phải chọn nhà thầu", CheckResult.FAIL,
                "Ba khoản chi cùng ngày cho một nhà cung cấp.", List.of(DocumentRef.of("BBKT-0" + number)), cited,
                day));
        enter(FIRST, new RaiseFinding(ID, project, severity,
                "Một khoản mua sắm được chia thành ba để không phải chọn nhà thầu (ví dụ).", questioned, cited, day));
        return questioned;
    }

    /** The first three payments of the project that are of one split. */
    private List<Long> split(ProjectId project) {
        return ledger.gateway().reader().leavesOf(project.value(), 0, Integer.MAX_VALUE).stream()
                .map(ledger.gateway().catalogue()::decode)
                .filter(entry -> entry.payload() instanceof ExpenditureRecorded spent
                        && spent.money().amount().equals(InventedProject.SPLIT_PART))
                .map(Entry::index).limit(3).toList();
    }

    private Entry entry(long index) {
        return ledger.gateway().catalogue().decode(ledger.gateway().reader().leaf(index).orElseThrow());
    }

    private void enter(String actor, LedgerCommand command) {
        InventedPortfolio.enter(ledger, new Step(actor, command));
    }
}
