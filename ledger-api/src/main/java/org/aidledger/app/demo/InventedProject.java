package org.aidledger.app.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerCommand;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.AppraisalResult;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.DossierItem;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsLine;
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
import org.aidledger.project.ProjectCommand.RecordMovement;
import org.aidledger.project.ProjectCommand.RecordStep;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectCommand.ReturnAdvance;
import org.aidledger.project.ProjectCommand.RevokeApproval;
import org.aidledger.project.ProjectCommand.SignCommitment;
import org.aidledger.project.ProjectCommand.ValueGoods;
import org.aidledger.project.ProjectCommand.WriteOffGoods;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.aidledger.view.portfolio.Provinces;

/**
 * The life of an invented project, drawn from a seed: the same seed gives the same commands. Their number, their sectors and their
 * years are shaped like the published figures of foreign NGO aid; every name and figure is made up. Some have what an auditor
 * would look for: payments split in three under a threshold, a receipt entered long after, a correction after the end of the month,
 * goods lost, an approval that lay idle and was revoked.
 */
final class InventedProject {

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 7);
    private static final LocalDate LAST_START = LocalDate.of(2025, 6, 30);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);
    private static final LocalDate LIST_OF_34 = LocalDate.of(2025, 7, 1);
    private static final LocalDate LIST_OF_63 = LocalDate.of(2008, 8, 1);
    static final String ACCOUNT = "aid-account";
    /** Below every threshold for its currencies, three of it above; and the smallest project, in 5,000s, that can pay so. */
    static final BigDecimal SPLIT_PART = new BigDecimal("2100.00");
    private static final int SPLIT_FROM = 16;

    private static final String[] DONOR_WORDS =
            {"Bright", "River", "Lotus", "Open", "First", "Green", "Harbour", "Quiet",
                "Northern", "Golden", "Common", "Shared", "Silver", "Morning", "Distant", "Gentle", "Patient", "Upland",
                "Coastal",
                "Second"};
    private static final String[] DONOR_NOUNS = {"Hands", "Fields", "Bridge", "Lantern", "Harvest", "Spring", "Path",
        "Shelter", "Window", "Garden"};
    private static final String[] DONOR_FORMS = {"Foundation", "Trust"};

    /** Social problems, socio-economic development and health come first, as in what is published. */
    private enum Theme {
        SOCIAL(27, "16010", "Hỗ trợ nhóm yếu thế", "Support for vulnerable groups"),
        DEVELOPMENT(24, "43040", "Phát triển nông thôn", "Rural development"),
        HEALTH(21, "12220", "Chăm sóc sức khỏe ban đầu", "Basic health care"),
        EDUCATION(13, "11220", "Giáo dục tiểu học", "Primary education"),
        ENVIRONMENT(9, "41030", "Bảo tồn đa dạng sinh học", "Biodiversity"),
        RELIEF(6, "74020", "Phòng ngừa thiên tai", "Disaster preparedness");

        private final int weight;
        private final String dac;
        private final String vi;
        private final String en;

        Theme(int weight, String dac, String vi, String en) {
            this.weight = weight;
            this.dac = dac;
            this.vi = vi;
            this.en = en;
        }

        static Theme of(int percent) {
            int below = 0;
            for (Theme theme : values()) {
                below += theme.weight;
                if (percent < below) {
                    return theme;
                }
            }
            return RELIEF;
        }
    }

    /** What one project's people do, in order. */
    record Life(ProjectId project, List<Step> steps) {
    }

    record Step(String actor, LedgerCommand command) {
    }

    private final SplittableRandom random;
    private final int number;
    private final ProjectId id;
    private final List<Step> steps = new ArrayList<>();
    private final LocalDate start;
    private final Party donor;
    private final Money whole;
    private LocalDate day;
    private Money cash;

    private InventedProject(long seed, int number) {
        this.random = new SplittableRandom(seed + number);
        this.number = number;
        this.id = idOf(number);
        this.start = FIRST_DAY.plusDays(random.nextLong(ChronoUnit.DAYS.between(FIRST_DAY, LAST_START)));
        this.donor = Party.named(donor(random.nextInt(InventedDonors.DONORS)));
        String currency = random.nextInt(10) < 7 ? "USD" : random.nextInt(3) < 2 ? "EUR" : "AUD";
        this.whole = Money.of(5_000L * random.nextInt(splits(number) ? SPLIT_FROM : 2, 60) + ".00", currency);
        this.day = start;
        this.cash = part(whole, "0");
    }

    /** The life of the project of that number, from 1. */
    static Life of(long seed, int number) {
        InventedProject project = new InventedProject(seed, number);
        project.promise();
        if (number % 60 == 59) {
            project.lieIdle();
        } else if (number % 10 != 9) {
            project.implement();
        }
        return new Life(project.id, List.copyOf(project.steps));
    }

    static ProjectId idOf(int number) {
        return new ProjectId("PRJ-EX-%04d".formatted(number));
    }

    /** What the donor of that number, from 0, is called. */
    static String donor(int number) {
        return DONOR_WORDS[number % 20] + " " + DONOR_NOUNS[number / 20 % 10] + " " + DONOR_FORMS[number / 200]
                + " (ví dụ)";
    }

    private void promise() {
        Theme theme = Theme.of(random.nextInt(100));
        boolean old = start.isBefore(LIST_OF_34);
        add("lan", new RegisterProject(id, "VD-%d-%04d".formatted(start.getYear(), number),
                "%s %d (ví dụ)".formatted(theme.vi, number), "%s %d (example)".formatted(theme.en, number),
                random.nextInt(6) == 0 ? AidKind.NON_PROJECT : AidKind.PROJECT, BudgetTreatment.OFF_BUDGET,
                Perspective.OWNER, List.of(donor), Party.named("Sở Ngoại vụ %d (ví dụ)".formatted(number % 34 + 1)),
                Party.named("Ban quản lý dự án %d (ví dụ)".formatted(number)),
                List.of(place(random.nextInt(1, 80), old ? LIST_OF_63 : LIST_OF_34)),
                List.of(new SectorShare("1", theme.dac, null)), start, start.plusYears(2), start));
        add("lan", new PledgeAid(id, Direction.IN, donor, whole, paper("Thư cam kết"), null, later(8)));
        add("lan", new SignCommitment(id, Direction.IN, donor, whole, paper("TT"), null, later(20)));
        DocumentRef dossier = paper("HS");
        add("lan", new RecordStep(new DossierSubmitted(id, Stream.of("request", "donor-agreement", "project-document",
                "donor-status").map(type -> new DossierItem(type, dossier)).toList(), List.of(), later(10))));
        add("minh", new AcceptDossier(id, List.of(), later(4)));
        add("thao", new RecordStep(new AppraisalConcluded(id, AppraisalResult.FAVOURABLE, paper("BC"), null,
                later(15))));
        add("minh", new ApproveAid(id, paper("QĐ"), "UBND tỉnh (ví dụ)", "Trần Văn A (ví dụ)", List.of(whole),
                later(5)));
    }

    private static Place place(int number, LocalDate list) {
        List<String> codes = Provinces.codes(list);
        return new Place(codes.get(number % codes.size()), list);
    }

    /** Approved, and then nothing for more than six months. */
    private void lieIdle() {
        day = day.plusMonths(7);
        if (day.isBefore(LAST_DAY)) {
            add("minh", new RevokeApproval(id, paper("QĐ-TH"), "UBND tỉnh (ví dụ)",
                    "Không triển khai trong 6 tháng kể từ khi phê duyệt", day));
        }
    }

    private void implement() {
        add("lan",
                new OpenAidAccount(id, ACCOUNT, "Kho bạc Nhà nước (ví dụ)", "3713.0.%07d".formatted(number), later(9)));
        for (String share : List.of("0.4", "0.35", "0.25")) {
            if (!later(45).isBefore(LAST_DAY)) {
                return;
            }
            receive(part(whole, share));
            LocalDate received = day;
            for (int payment = random.nextInt(2, 5); payment > 0 && later(30).isBefore(LAST_DAY); payment--) {
                pay();
            }
            if (number % 45 == 23 && share.equals("0.4")) {
                receiveLate(received);
            }
        }
    }

    private void receive(Money money) {
        DocumentRef advice = paper("GBC");
        boolean mistyped = number % 40 == 7 && cash.amount().signum() == 0;
        Money entered = mistyped ? part(money, "0.1") : money;
        int version = steps.size();
        add("hoa", new ReceiveFunds(id, donor, entered, ACCOUNT, advice, null, day));
        cash = cash.plus(money);
        if (mistyped) {
            LocalDate received = day;
            day = day.plusMonths(1).withDayOfMonth(5);
            add("minh", new CorrectEntry(id, version, "CTĐC-" + number, CorrectionReason.WRONG_AMOUNT,
                    "Giấy báo có ghi số lớn gấp mười; chứng từ nhập sai được điều chỉnh sau khi hết tháng.",
                    new FundsReceived(id, donor, money, ACCOUNT, advice, null, received), advice, day));
        }
        if (number % 50 == 13) {
            goods();
        }
    }

    /** A small receipt that is found, and entered with its own date, when much has happened since. */
    private void receiveLate(LocalDate received) {
        LocalDate found = received.plusDays(80);
        day = day.isBefore(found) ? found : day;
        if (day.isBefore(LAST_DAY)) {
            pay();
            Money small = part(whole, "0.02");
            add("hoa", new ReceiveFunds(id, donor, small, ACCOUNT, paper("GBC"), null, received));
            cash = cash.plus(small);
        }
    }

    /** Whether the project of that number pays in splits. */
    static boolean splits(int number) {
        return number % 30 == 11;
    }

    private void pay() {
        Money money = part(cash, "0.2");
        if (splits(number)) { // one supplier, one day, three payments
            Money third = new Money(SPLIT_PART, cash.currency());
            for (int i = 0; i < 3; i++) {
                spend(third, Party.named("Công ty thiết bị %d (ví dụ)".formatted(number)));
            }
        } else if (random.nextBoolean()) {
            Party team = Party.named("Tổ công tác (ví dụ)");
            add("hoa",
                    new DisburseFunds(id, DisbursementPurpose.ADVANCE, team, money, ACCOUNT, paper("UNC"), null, day));
            Money used = part(money, "0.75");
            add("hoa",
                    new RecordExpenditure(id, PaidFrom.ADVANCE, "training", Party.named("Nhà cung cấp (ví dụ)"), used,
                            null, paper("HĐ"), null, later(20)));
            add("hoa", new ReturnAdvance(id, team, money.minus(used), ACCOUNT, paper("PT"), later(5)));
            cash = cash.minus(used);
        } else {
            spend(money, Party.named("Nhà cung cấp %d (ví dụ)".formatted(random.nextInt(90))));
        }
    }

    private void spend(Money money, Party to) {
        add("hoa",
                new RecordExpenditure(id, PaidFrom.ACCOUNT, "equipment", to, money, ACCOUNT, paper("HĐ"), null, day));
        cash = cash.minus(money);
    }

    /** Equipment in kind: received by one, valued by another, and a part of it lost. */
    private void goods() {
        int receipt = steps.size();
        String item = "Máy lọc nước";
        add("hoa", new RecordMovement(new GoodsReceived(id, donor,
                List.of(new GoodsLine(item, BigDecimal.valueOf(20), "bộ")), part(whole, "0.02"), paper("PNK"), null,
                day)));
        add("thao", new ValueGoods(id, receipt, item, whole.amount().movePointLeft(3).setScale(2, RoundingMode.DOWN),
                whole.currency(), "invoice", paper("BBĐG"), later(3)));
        add("hoa", new WriteOffGoods(id, receipt, item, BigDecimal.valueOf(3), "Hỏng trong mưa lũ", paper("BBTH"),
                later(25)));
    }

    private void add(String actor, LedgerCommand command) {
        steps.add(new Step(actor, command));
    }

    /** The day moves on by up to so many days. */
    private LocalDate later(int days) {
        day = day.plusDays(random.nextInt(1, days + 1));
        return day;
    }

    private DocumentRef paper(String kind) {
        return DocumentRef.of("%s-%04d/%d".formatted(kind, number, steps.size()));
    }

    private static Money part(Money whole, String share) {
        return new Money(whole.amount().multiply(new BigDecimal(share)).setScale(2, RoundingMode.DOWN),
                whole.currency());
    }
}
