package org.aidledger.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.actor.ActorId;
import org.aidledger.app.demo.InventedProject.Step;
import org.aidledger.app.platform.Ledger;
import org.aidledger.document.DocumentRef;
import org.aidledger.inspection.CheckResult;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionCommand.ConcludeInspection;
import org.aidledger.inspection.InspectionCommand.OpenInspection;
import org.aidledger.inspection.InspectionCommand.RaiseFinding;
import org.aidledger.inspection.InspectionCommand.RecordCheck;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Severity;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.AppraisalResult;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.DossierItem;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.Place;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProjectCommand.AcceptDossier;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectCommand.DisburseFunds;
import org.aidledger.project.ProjectCommand.OpenAidAccount;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectCommand.RecordExpenditure;
import org.aidledger.project.ProjectCommand.RecordStep;
import org.aidledger.project.ProjectCommand.RefundFunds;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectCommand.ReturnAdvance;
import org.aidledger.project.ProjectCommand.SignCommitment;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.aidledger.view.portfolio.Provinces;

/**
 * Twelve invented projects with what an auditor would look for: advances cleared and returned, a correction, a back-dated
 * receipt, a refund, closed months and what came after them, an inspection with a finding. Every name and figure is made up.
 */
public final class SamplePortfolio {

    private static final LocalDate LIST_OF_34 = LocalDate.of(2025, 7, 1);
    private static final String ACCOUNT = "aid-account";
    private static final String OWNER = "Ban quản lý dự án (ví dụ)";

    private static final String[][] PROJECTS = {
        {"Nước sạch cho các trường vùng cao (ví dụ)", "Clean water for highland schools (example)", "Quỹ Suối Nguồn",
            "USD", "120000", "14050"},
        {"Chăm sóc mắt cộng đồng (ví dụ)", "Community eye care (example)", "Bright Horizon Foundation", "USD",
            "85000.50", "12220"},
        {"Rừng ngập mặn ven biển (ví dụ)", "Coastal mangroves (example)", "Blue Delta Trust", "EUR", "210000", "41030"},
        {"Học bổng nữ sinh dân tộc thiểu số (ví dụ)", "Scholarships for ethnic minority girls (example)",
            "Lotus Scholars", "USD", "64000", "11220"},
        {"Phục hồi chức năng tại nhà (ví dụ)", "Rehabilitation at home (example)", "Open Hands International", "EUR",
            "98000", "12250"},
        {"Sinh kế sau thiên tai (ví dụ)", "Livelihoods after disaster (example)", "River Aid", "USD", "45000", "72010"},
        {"Thư viện xã (ví dụ)", "Commune libraries (example)", "Page One Society", "JPY", "9500000", "11120"},
        {"Dinh dưỡng bà mẹ và trẻ nhỏ (ví dụ)", "Mother and child nutrition (example)", "First Thousand Days", "USD",
            "150000", "12240"},
        {"Đào tạo nghề cho thanh niên khuyết tật (ví dụ)",
            "Vocational training for young people with disabilities (example)", "Able Futures", "AUD", "73000",
            "11330"},
        {"Rà phá bom mìn (ví dụ)", "Clearing of unexploded ordnance (example)", "Safe Fields Group", "USD", "320000",
            "15250"},
        {"Nông nghiệp hữu cơ (ví dụ)", "Organic farming (example)", "Green Terrace", "EUR", "56000.75", "31120"},
        {"Nhà an toàn (ví dụ)", "Safe houses (example)", "Shelter Together", "USD", "88000", "15180"}};

    private final Ledger ledger;
    private final List<Step> steps = new ArrayList<>();

    /** Told how many of the commands are done. */
    public interface Watcher {
        void at(long done, long total);
    }

    private SamplePortfolio(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @throws IllegalStateException when a command is not recorded: the sample then breaks a rule it should keep */
    public static void load(Ledger ledger, Watcher watcher) {
        SamplePortfolio sample = new SamplePortfolio(ledger);
        for (int number = 0; number < PROJECTS.length; number++) {
            sample.project(number);
        }
        sample.run(watcher);
        InventedPeriods.load(ledger, OWNER);
        sample.afterTheClosing();
        sample.inspect();
        sample.run(watcher);
    }

    private void project(int number) {
        String[] facts = PROJECTS[number];
        ProjectId id = id(number);
        LocalDate start = start(number);
        Party donor = Party.named(facts[2]);
        Money whole = Money.of(facts[4], facts[3]);
        steps.add(new Step("lan", new RegisterProject(id, "VD-2025-%03d".formatted(number + 1), facts[0], facts[1],
                AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(donor), Party.named("Sở Ngoại vụ (ví dụ)"),
                Party.named(OWNER), List.of(new Place(Provinces.codes(LIST_OF_34).get(number), LIST_OF_34)),
                List.of(new SectorShare("1", facts[5], null)), start, start.plusYears(2), start)));
        steps.add(new Step("lan",
                new PledgeAid(id, Direction.IN, donor, whole, DocumentRef.of("Thư cam kết " + (number + 1)), null,
                        start.plusDays(5))));
        steps.add(new Step("lan",
                new SignCommitment(id, Direction.IN, donor, whole, DocumentRef.of("TT-%02d/2025".formatted(number + 1)),
                        null, start.plusDays(20))));
        appraise(number, id, start);
        steps.add(new Step("minh",
                new ApproveAid(id, DocumentRef.of("%d/QĐ-UBND".formatted(100 + number)), "UBND tỉnh (ví dụ)",
                        "Trần Văn A (ví dụ)", List.of(whole), start.plusDays(40))));
        steps.add(new Step("lan",
                new OpenAidAccount(id, ACCOUNT, "Kho bạc Nhà nước (ví dụ)", "3713.0.%07d".formatted(number),
                        start.plusDays(45))));
        if (number % 4 != 3) {
            money(number, id, donor, whole, start.plusDays(50));
        }
    }

    /** The dossier goes its way, each step by somebody else than the one it is judged by. */
    private void appraise(int number, ProjectId id, LocalDate start) {
        DocumentRef paper = DocumentRef.of("HS-%02d/2025".formatted(number + 1));
        steps.add(new Step("lan", new RecordStep(new DossierSubmitted(id, Stream.of("request", "donor-agreement",
                "project-document", "donor-status").map(type -> new DossierItem(type, paper)).toList(), List.of(),
                start.plusDays(22)))));
        steps.add(new Step("minh", new AcceptDossier(id, List.of(), start.plusDays(24))));
        steps.add(new Step("thao", new RecordStep(new AppraisalConcluded(id, AppraisalResult.FAVOURABLE,
                DocumentRef.of("BC-%02d/2025".formatted(number + 1)), null, start.plusDays(38)))));
    }

    private void money(int number, ProjectId id, Party donor, Money whole, LocalDate from) {
        Money half = part(whole, "0.5");
        Money tenth = part(whole, "0.1");
        Money twentieth = part(whole, "0.05");
        steps.add(new Step("hoa", new ReceiveFunds(id, donor, half, ACCOUNT, DocumentRef.of("GBC-1"), null, from)));
        steps.add(new Step("hoa",
                new DisburseFunds(id, DisbursementPurpose.ADVANCE, Party.named("Tổ công tác (ví dụ)"), tenth, ACCOUNT,
                        DocumentRef.of("UNC-1"), null, from.plusDays(7))));
        steps.add(new Step("hoa",
                new RecordExpenditure(id, PaidFrom.ADVANCE, "training", Party.named("Nhà cung cấp (ví dụ)"),
                        twentieth, null, DocumentRef.of("HĐ-001"), null, from.plusDays(30))));
        steps.add(
                new Step("hoa", new ReturnAdvance(id, Party.named("Tổ công tác (ví dụ)"), part(whole, "0.02"), ACCOUNT,
                        DocumentRef.of("PT-1"), from.plusDays(35))));
        steps.add(new Step("hoa",
                new RecordExpenditure(id, PaidFrom.ACCOUNT, "equipment", Party.named("Công ty thiết bị (ví dụ)"),
                        tenth, ACCOUNT, DocumentRef.of("HĐ-002"), null, from.plusDays(44))));
        if (number % 3 == 0) { // a receipt recorded with the wrong amount and put right by an adjusting note
            Money wrong = part(whole, "0.03");
            Money right = part(whole, "0.3");
            steps.add(new Step("hoa",
                    new ReceiveFunds(id, donor, wrong, ACCOUNT, DocumentRef.of("GBC-2"), null, from.plusDays(60))));
            steps.add(new Step("minh", new CorrectEntry(id, 13, "CTĐC-01", CorrectionReason.WRONG_AMOUNT,
                    "The bank's advice says 30 percent; 3 percent was typed.",
                    new FundsReceived(id, donor, right, ACCOUNT, DocumentRef.of("GBC-2"), null, from.plusDays(60)),
                    DocumentRef.of("GBC-2"), from.plusDays(75))));
        } else if (number % 3 == 1) { // part of the money goes back
            steps.add(new Step("hoa",
                    new RefundFunds(id, donor, twentieth, ACCOUNT, DocumentRef.of("UNC-9"), from.plusDays(90))));
        }
    }

    /** What belongs to a month that is closed by now: the first open one carries it, and the sealed sheets stay. */
    private void afterTheClosing() {
        int late = 5;
        Money whole = Money.of(PROJECTS[late][4], PROJECTS[late][3]);
        steps.add(
                new Step("hoa", new ReceiveFunds(id(late), Party.named(PROJECTS[late][2]), part(whole, "0.05"), ACCOUNT,
                        DocumentRef.of("GBC-3"), null, LocalDate.of(2025, 8, 15))));
        int wrong = 2;
        LocalDate bought = start(wrong).plusDays(94);
        steps.add(new Step("minh", new CorrectEntry(id(wrong), 12, "CTĐC-02", CorrectionReason.WRONG_AMOUNT,
                "The invoice says 8 percent; 10 percent was typed, and found when the month was closed.",
                new ExpenditureRecorded(id(wrong), PaidFrom.ACCOUNT, "equipment",
                        Party.named("Công ty thiết bị (ví dụ)"),
                        part(Money.of(PROJECTS[wrong][4], PROJECTS[wrong][3]), "0.08"), ACCOUNT,
                        DocumentRef.of("HĐ-002"), null, bought),
                DocumentRef.of("HĐ-002"), LocalDate.of(2025, 11, 12))));
    }

    private static ProjectId id(int number) {
        return new ProjectId("PRJ-DEMO-%02d".formatted(number + 1));
    }

    private static LocalDate start(int number) {
        return LocalDate.of(2025, 1, 13).plusDays(17L * number);
    }

    private static Money part(Money whole, String share) {
        var amount = whole.amount().multiply(new java.math.BigDecimal(share));
        int digits = whole.currency().code().equals("JPY") ? 0 : 2;
        return new Money(amount.setScale(digits, java.math.RoundingMode.DOWN), whole.currency());
    }

    private void inspect() {
        InspectionId id = new InspectionId("INS-DEMO-01");
        ProjectId first = new ProjectId("PRJ-DEMO-01");
        ProjectId second = new ProjectId("PRJ-DEMO-02");
        var checkpoint = ledger.checkpoints().latest().checkpoint();
        LocalDate day = LocalDate.of(2026, 3, 2);
        steps.add(new Step("truong", new OpenInspection(id, "Hậu kiểm quý I/2026 (ví dụ)", List.of(first, second),
                List.of(new ActorId("quynh"), new ActorId("dung")),
                new FrozenCheckpoint(checkpoint.size(), checkpoint.root().hex()),
                day)));
        steps.add(new Step("quynh",
                new RecordCheck(id, first, "Receipts agree with the bank's advices", CheckResult.FAIL,
                        "One receipt was first entered with a tenth of its amount.", List.of(DocumentRef.of("GBC-2")),
                        List.of(13L, 14L),
                        day.plusDays(3))));
        steps.add(new Step("quynh", new RaiseFinding(id, first, Severity.LOW,
                "A typing error in a receipt was found and corrected by the unit itself within 15 days.", null,
                List.of(13L, 14L),
                day.plusDays(4))));
        steps.add(new Step("dung",
                new RecordCheck(id, second, "Advances are cleared within 30 days", CheckResult.PASS, null, List.of(),
                        List.of(), day.plusDays(4))));
        steps.add(new Step("dung", new ConcludeInspection(id, "No money is in question.", DocumentRef.of("BB-01/2026"),
                day.plusDays(10))));
    }

    private void run(Watcher watcher) {
        int done = 0;
        for (Step step : steps) {
            InventedPortfolio.enter(ledger, step);
            watcher.at(++done, steps.size());
        }
        steps.clear();
    }
}
