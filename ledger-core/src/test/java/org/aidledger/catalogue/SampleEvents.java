package org.aidledger.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.actor.ActorEvent.DelegationEnded;
import org.aidledger.actor.ActorEvent.DelegationGiven;
import org.aidledger.actor.ActorEvent.RoleGranted;
import org.aidledger.actor.ActorEvent.RoleWithdrawn;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.bank.BankEvent.BankStatementRecorded;
import org.aidledger.bank.BankEvent.LinesMatched;
import org.aidledger.bank.BankEvent.MatchWithdrawn;
import org.aidledger.bank.BankEvent.StatementLineRecorded;
import org.aidledger.bank.BankEvent.StatementReconciled;
import org.aidledger.bank.BankEvent.StatementWithdrawn;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.CashEntry;
import org.aidledger.bank.CashMove;
import org.aidledger.bank.Difference;
import org.aidledger.bank.StatementAccount;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.inspection.CheckResult;
import org.aidledger.inspection.FrozenCheckpoint;
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
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Population;
import org.aidledger.inspection.Severity;
import org.aidledger.intake.FileRemark;
import org.aidledger.intake.ImportRunEvent.FileCompared;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.intake.ImportRunId;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.ngo.DonorKind;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.ngo.NgoEvent.CertificateAmended;
import org.aidledger.ngo.NgoEvent.CertificateExtended;
import org.aidledger.ngo.NgoEvent.CertificateGranted;
import org.aidledger.ngo.NgoEvent.CertificateResumed;
import org.aidledger.ngo.NgoEvent.CertificateRevoked;
import org.aidledger.ngo.NgoEvent.CertificateSuspended;
import org.aidledger.ngo.NgoEvent.DonorRegistered;
import org.aidledger.ngo.NgoEvent.RepresentativeNamed;
import org.aidledger.ngo.NgoEvent.SubjectKeyDestroyed;
import org.aidledger.ngo.NgoId;
import org.aidledger.ngo.SealedPerson;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodEvent.PeriodReopened;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.period.SealedSheet;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.programme.SectorTarget;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.aidledger.project.AidKind;
import org.aidledger.project.AppraisalResult;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Consumption;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.DossierItem;
import org.aidledger.project.FundingSource;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.LifeEvent.ProjectCancelled;
import org.aidledger.project.LifeEvent.ProjectClosed;
import org.aidledger.project.LifeEvent.ProjectCompleted;
import org.aidledger.project.LifeEvent.ProjectHandedOver;
import org.aidledger.project.LifeEvent.ProjectReopened;
import org.aidledger.project.LifeEvent.ProjectResumed;
import org.aidledger.project.LifeEvent.ProjectSettled;
import org.aidledger.project.LifeEvent.ProjectSuspended;
import org.aidledger.project.MoneyEvent.AdvanceCleared;
import org.aidledger.project.MoneyEvent.CommitmentChanged;
import org.aidledger.project.MoneyEvent.ExchangeDifferenceRecognised;
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.InterestEarned;
import org.aidledger.project.MoneyEvent.PledgeReduced;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.MoneyEvent.RecoveryReceived;
import org.aidledger.project.MoneyEvent.ServicesReceived;
import org.aidledger.project.OpinionPosition;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.Place;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.ProjectId;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementProposed;
import org.aidledger.project.ProposalEvent.DisbursementRefused;
import org.aidledger.project.ReportKind;
import org.aidledger.project.SectorShare;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.project.StatementEvent.PeriodicReportFiled;
import org.aidledger.rate.Rate;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.aidledger.rate.RateTableId;
import org.aidledger.rules.AidSubject;
import org.aidledger.rules.AuthorityLevel;

/** One made-up event of every type, with every component filled in: the golden files and the reference show them. */
public final class SampleEvents {

    private static final ProjectId PROJECT = new ProjectId("PRJ-HG-001");
    private static final InspectionId INSPECTION = new InspectionId("INS-2026-04");
    private static final ActorStreamId ACTOR = new ActorStreamId("ACT-pham.officer");
    private static final RateTableId RATES = new RateTableId("FXR-IMF-ANNUAL");
    private static final ProgrammeId PROGRAMME = new ProgrammeId("TGT-2026-2030");
    private static final NgoId NGO = new NgoId("NGO-0042");
    private static final PeriodId PERIODS = new PeriodId("PER-HG-SYT");
    private static final String DIGEST = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    private static final ImportRunId RUN = ImportRunId.of(DIGEST);
    private static final StatementAccount BANK_ACCOUNT =
            new StatementAccount("PRJ-HG-001", "bidv-usd", Currency.of("USD"));
    private static final BankStatementId STATEMENTS = BANK_ACCOUNT.id();
    private static final Party DONOR = new Party("NGO-0042", "Sạch & Xanh \"Clean Water\" Foundation");
    private static final Party OWNER = Party.named("Sở Y tế tỉnh Hà Giang");
    private static final DocumentRef DOCUMENT = new DocumentRef("123/QĐ-UBND", DIGEST);
    private static final Place PLACE = new Place("02", date("2004-07-08"));
    private static final Consumption CONSUMPTION = new Consumption(Money.of("1200.5", "USD"), new BigDecimal("24990"),
            date("2024-05-02"), "Kho bạc Nhà nước");
    private static final IatiFlow IATI = new IatiFlow("3", "TX-9", date("2024-03-05"), DONOR, "XX-NGO-0042-7", OWNER,
            "VN-HG-001", "Second tranche", Map.of("aid-type", "C01", "finance-type", "110"));
    private static final FundsDisbursed WRONG = new FundsDisbursed(PROJECT, DisbursementPurpose.ADVANCE, OWNER,
            Money.of("1000.50000", "USD"), "bidv-usd", DOCUMENT, null, date("2024-03-04"));
    private static final FundsDisbursed RIGHT = new FundsDisbursed(PROJECT, DisbursementPurpose.ADVANCE, OWNER,
            Money.of("1200.5", "USD"), "bidv-usd", DOCUMENT, null, date("2024-03-04"));

    private SampleEvents() {
    }

    /** Every event of the catalogue's types, each filled in completely. */
    public static List<LedgerEvent> all() {
        return List.of(
                new ProjectRegistered(PROJECT, "VN-HG-001", "Nước sạch cho trường học", "Clean water for schools",
                        AidKind.PROJECT, BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(DONOR),
                        Party.named("UBND tỉnh Hà Giang"), OWNER, List.of(PLACE),
                        List.of(new SectorShare("1", "14030", new BigDecimal("62.5")),
                                new SectorShare("1", "11220", null)),
                        date("2024-01-01"), date("2026-12-31"), date("2024-01-02")),
                new AidPledged(PROJECT, Direction.IN, DONOR, Money.of("250000", "USD"), DOCUMENT, IATI,
                        date("2024-01-03")),
                new CommitmentSigned(PROJECT, Direction.IN, DONOR, Money.of("250000.00", "USD"), DOCUMENT, IATI,
                        date("2024-01-31")),
                new AidApproved(PROJECT, DOCUMENT, "UBND tỉnh Hà Giang", AuthorityLevel.MANAGING_AGENCY,
                        "Nguyễn Văn A", List.of(Money.of("200000", "USD"), Money.of("1200000000", "VND")),
                        Money.of("500000000", "VND"), List.of(PLACE), "decree-80-2020", date("2024-02-15")),
                new AidAccountOpened(PROJECT, "bidv-usd", "BIDV Hà Giang", "3401-0000-1234", date("2024-02-20")),
                new FundsReceived(PROJECT, DONOR, Money.of("100000.00", "USD"), "bidv-usd", FundingSource.AID, DOCUMENT,
                        IATI, date("2024-03-01")),
                new FundsDisbursed(PROJECT, DisbursementPurpose.PAYMENT, OWNER, Money.of("60000.12345", "USD"),
                        "bidv-usd", FundingSource.AID, CONSUMPTION, 5L, DOCUMENT, IATI, date("2024-03-04")),
                new AdvanceReturned(PROJECT, OWNER, Money.of("20.5", "USD"), "bidv-usd", FundingSource.AID, CONSUMPTION,
                        DOCUMENT, IATI, date("2024-06-30")),
                new ExpenditureRecorded(PROJECT, PaidFrom.ADVANCE, "Vật tư\tđường ống", OWNER,
                        Money.of("30000000", "VND"),
                        "bidv-vnd", FundingSource.COUNTERPART, CONSUMPTION, DOCUMENT, IATI, date("2024-05-05")),
                new FundsRefunded(PROJECT, DONOR, Money.of("150.25", "USD"), "bidv-usd", DOCUMENT, IATI,
                        date("2026-12-01")),
                new OtherFlowReported(PROJECT, Money.of("-7.10", "EUR"), IATI, date("2024-08-08")),
                new ActivityStatusReported(PROJECT, "2", date("2024-03-01")),
                new EntryCorrected(PROJECT, 6, "DC-01/2026", CorrectionReason.WRONG_AMOUNT, "Read 1000.5 for 1200.5",
                        WRONG, RIGHT, new ProjectId("PRJ-HG-002"), 8L, DOCUMENT, date("2026-03-31")),
                new RuleBreachNoted(PROJECT, "funding.exceeds-committed",
                        Map.of("committed", "100 USD", "spent", "120 USD"), 9, date("2024-09-09")),
                new InspectionOpened(INSPECTION, "Hậu kiểm quý II/2026", List.of(PROJECT),
                        List.of(new ActorId("tran.inspector"), new ActorId("le.inspector")),
                        new FrozenCheckpoint(9_007_199L, DIGEST), date("2026-04-01")),
                new CheckRecorded(INSPECTION, PROJECT, "Voucher of the second tranche", CheckResult.FAIL,
                        "Amount differs from the bank statement", List.of(DOCUMENT), List.of(4L, 6L),
                        date("2026-04-10")),
                new FindingRaised(INSPECTION, 1, PROJECT, Severity.HIGH, "Paid before approval",
                        Money.of("60000", "USD"),
                        List.of(6L), date("2026-04-11")),
                new InspectionConcluded(INSPECTION, "One finding, to be corrected by June", DOCUMENT,
                        date("2026-04-30")),
                new FileImported(RUN, "iati-2.03", "activities.xml", DIGEST, 2_297_690, "2025-10-10T07:00:00Z",
                        List.of("XX-NGO-0042"), Perspective.DONOR, 478, 945, 12,
                        List.of(new FileRemark("iati.element-unknown", 17, "iati-activty")), date("2026-04-30")),
                new FactAmended(PROJECT, 6L, "provider.name", "Sạch Xanh", "Sạch & Xanh Foundation",
                        "said so by file of 2026-04-30", date("2024-03-04")),
                new FileCompared(RUN, 87, 1_021, 25, 41, 1_020, date("2026-04-30")),
                new PeriodsOpened(PERIODS, new ReportingEntity("Sở Y tế tỉnh Hà Giang"), YearMonth.of(2024, 1),
                        date("2024-01-02")),
                new PeriodClosed(PERIODS, YearMonth.of(2026, 3), new SealedSheet(9_007_199L, 42, DIGEST),
                        date("2026-04-05")),
                new PeriodReopened(PERIODS, YearMonth.of(2026, 2), DOCUMENT, date("2026-04-20")),
                new DonorRegistered(NGO, DonorKind.FOREIGN_NGO, "Friends of Clean Water",
                        "Những người bạn của nước sạch",
                        "NL", date("2022-10-01")),
                new CertificateGranted(NGO, DOCUMENT, "Ủy ban công tác về các tổ chức PCPNN", date("2022-12-01"),
                        date("2025-11-30"), List.of(new Place("02", date("2004-07-08"))),
                        List.of(new SectorShare("1", "14030", null)), date("2022-11-20")),
                new CertificateExtended(NGO, DOCUMENT, date("2028-11-30"), date("2025-10-20")),
                new CertificateAmended(NGO, DOCUMENT, List.of(new Place("08", date("2025-07-01"))),
                        List.of(new SectorShare("1", "12220", null)), date("2025-12-01")),
                new CertificateSuspended(NGO, DOCUMENT, date("2026-01-10")),
                new CertificateResumed(NGO, DOCUMENT, date("2026-02-10")),
                new CertificateRevoked(NGO, DOCUMENT, date("2026-03-10")),
                new RepresentativeNamed(NGO, new SealedPerson("SUB-0192f0c1-2222-4abc-8def-000000000001",
                        "q83vEjRWeJCrze8SNFZ4kKvN7w=="), date("2022-12-01")),
                new SubjectKeyDestroyed(NGO, "SUB-0192f0c1-2222-4abc-8def-000000000001", DOCUMENT, date("2026-03-20")),
                new NgoEvent.RuleBreachNoted(NGO, "certificate.too-long",
                        Map.of("from", "2022-12-01", "to", "2026-12-01", "longest", "2025-11-30"), 1,
                        date("2022-11-20")),
                new PledgeReduced(PROJECT, Direction.IN, DONOR, Money.of("50000", "USD"), DOCUMENT, IATI,
                        date("2024-01-10")),
                new PledgeWithdrawn(PROJECT, Direction.OUT, DONOR, Money.of("200000", "USD"), DOCUMENT, IATI,
                        date("2024-01-11")),
                new CommitmentChanged(PROJECT, Direction.IN, DONOR, Money.of("-1000.00", "USD"), DOCUMENT, IATI,
                        date("2024-02-01")),
                new AdvanceCleared(PROJECT, 6, "Tập huấn", Money.of("400", "USD"), DOCUMENT, IATI, date("2024-04-04")),
                new InterestEarned(PROJECT, Money.of("1.05", "USD"), "bidv-usd", DOCUMENT, IATI, date("2024-06-30")),
                new RecoveryReceived(PROJECT, OWNER, Money.of("600", "USD"), "bidv-usd", "INS-2026-04/1", DOCUMENT,
                        IATI, date("2026-06-30")),
                new FundsExchanged(PROJECT, Money.of("1000", "USD"), "bidv-usd", Money.of("25450000", "VND"),
                        "bidv-vnd", new BigDecimal("25450"), "BIDV", DOCUMENT, IATI, date("2024-03-06")),
                new FundsTransferred(PROJECT, Money.of("1000000", "VND"), "bidv-vnd", "kbnn-vnd", DOCUMENT, IATI,
                        date("2024-03-07")),
                new ExchangeDifferenceRecognised(PROJECT, Money.of("-35000", "VND"), "BIDV, mua vào 31/12", DOCUMENT,
                        IATI, date("2024-12-31")),
                new ServicesReceived(PROJECT, DONOR, "Chuyên gia thủy lợi", new BigDecimal("12.5"), "ngày công",
                        Money.of("3750", "USD"), "giá hợp đồng", DOCUMENT, IATI, date("2024-07-15")),
                new GoodsReceived(PROJECT, DONOR, List.of(new GoodsLine("Máy lọc nước", new BigDecimal("20"), "cái")),
                        Money.of("8000", "USD"), DOCUMENT, IATI, date("2024-08-01")),
                new GoodsValued(PROJECT, 11, "Máy lọc nước", new BigDecimal("390.50"), Money.of("7810.00", "USD"),
                        "giá thị trường", DOCUMENT, IATI, date("2024-08-05")),
                new GoodsDistributed(PROJECT, 11, "Máy lọc nước", new BigDecimal("15"), Money.of("5857.50", "USD"),
                        OWNER, DOCUMENT, IATI, date("2024-08-20")),
                new GoodsLost(PROJECT, 11, "Máy lọc nước", new BigDecimal("2"), Money.of("781.00", "USD"),
                        "Lũ cuốn trôi", DOCUMENT, IATI, date("2024-09-10")),
                new GoodsSold(PROJECT, 11, "Máy lọc nước", new BigDecimal("3"), Money.of("1171.50", "USD"),
                        Money.of("28000000", "VND"), "bidv-vnd", OWNER, DOCUMENT, IATI, date("2024-10-10")),
                new DossierSubmitted(PROJECT, List.of(new DossierItem("request", DOCUMENT)),
                        List.of(AidSubject.SPECIAL_IMPORT), date("2024-01-04")),
                new DossierReturned(PROJECT, List.of("donor-status"), "Thiếu tư cách pháp nhân", date("2024-01-05")),
                new DossierAccepted(PROJECT, List.of("donor-status"), date("2024-01-28"), "decree-80-2020",
                        date("2024-01-08")),
                new OpinionRequested(PROJECT, Party.named("Sở Tài chính"), date("2024-01-20"), DOCUMENT,
                        date("2024-01-09")),
                new OpinionReceived(PROJECT, 17, OpinionPosition.AGREES_WITH_CONDITIONS, "Bổ sung dự toán", DOCUMENT,
                        date("2024-01-19")),
                new AppraisalConcluded(PROJECT, AppraisalResult.FAVOURABLE, DOCUMENT, "Đủ điều kiện",
                        date("2024-01-25")),
                new AidRefused(PROJECT, DOCUMENT, "UBND tỉnh Hà Giang", "Trùng với dự án khác", date("2024-01-26")),
                new ApprovalAmended(PROJECT, 2, DOCUMENT, "UBND tỉnh Hà Giang", AuthorityLevel.MANAGING_AGENCY,
                        "Nguyễn Văn A", List.of(Money.of("200000", "USD")), List.of(Money.of("240000", "USD")),
                        Money.of("500000000", "VND"), List.of(PLACE), "decree-80-2020", date("2025-02-15")),
                new ApprovalRevoked(PROJECT, DOCUMENT, "UBND tỉnh Hà Giang", "Không triển khai quá 6 tháng",
                        List.of(Money.of("200000", "USD")), "decree-80-2020", date("2024-09-01")),
                new DisbursementProposed(PROJECT, DisbursementPurpose.PAYMENT, OWNER, Money.of("500", "USD"),
                        "bidv-usd", FundingSource.AID, CONSUMPTION, DOCUMENT, date("2024-03-03")),
                new DisbursementRefused(PROJECT, 24, "Chưa có hóa đơn", date("2024-03-04")),
                new CorrectionProposed(PROJECT, 6, "DC-02/2026", CorrectionReason.WRONG_AMOUNT, "Nhầm số", RIGHT,
                        DOCUMENT, date("2026-03-30")),
                new AidConfirmed(PROJECT, 5, Party.named("Sở Tài chính"), Money.of("100000.00", "USD"), DOCUMENT,
                        date("2024-03-20")),
                new PeriodicReportFiled(PROJECT, ReportKind.HALF_YEAR, date("2024-01-01"), date("2024-06-30"),
                        List.of(Money.of("60000.12345", "USD")), DOCUMENT, date("2024-07-10")),
                new ProjectSuspended(PROJECT, DOCUMENT, "Chờ kết luận thanh tra", date("2025-01-05")),
                new ProjectResumed(PROJECT, DOCUMENT, date("2025-02-05")),
                new ProjectCompleted(PROJECT, DOCUMENT, date("2026-05-31")),
                new ProjectHandedOver(PROJECT, OWNER, DOCUMENT, date("2026-06-15")),
                new ProjectSettled(PROJECT, DOCUMENT, date("2026-07-01")),
                new ProjectClosed(PROJECT, DOCUMENT, date("2026-07-20")),
                new ProjectReopened(PROJECT, DOCUMENT, "Thu hồi theo kiến nghị", date("2026-08-01")),
                new ProjectCancelled(PROJECT, DOCUMENT, "Nhà tài trợ rút", date("2025-03-01")),
                new InspectionPlanned(INSPECTION, "Hậu kiểm quý II/2026",
                        new Population("02", "140", "UBND tỉnh Hà Giang", "Sở Y tế tỉnh Hà Giang", List.of(PROJECT)),
                        12, DIGEST, new ActorId("tran.inspector"), List.of(new InspectionId("INS-2026-03")),
                        date("2026-03-20")),
                new InspectionAbandoned(new InspectionId("INS-2026-03"), "Superseded by the quarter's plan",
                        List.of(new InspectionId("INS-2026-03")), date("2026-03-19")),
                new SampleDrawn(INSPECTION, "7f3a5b1c", 214, List.of(new InspectionId("INS-2026-03")),
                        date("2026-04-01")),
                new ResponseRecorded(INSPECTION, 1, "Sở Y tế tỉnh Hà Giang", "The approval was signed late", DOCUMENT,
                        date("2026-04-15")),
                new CorrectiveActionAgreed(INSPECTION, 1, 1, "Return what was paid before approval",
                        "Sở Y tế tỉnh Hà Giang", date("2026-06-30"), date("2026-04-20")),
                new ActionDone(INSPECTION, 1, "Returned by transfer", List.of(DOCUMENT), date("2026-06-20")),
                new ActionVerified(INSPECTION, 1, "Seen on the bank statement", date("2026-06-25")),
                new FindingEscalated(INSPECTION, 1, "UBND tỉnh Hà Giang", "No answer in time", DOCUMENT,
                        date("2026-07-05")),
                new RecoveryOrdered(INSPECTION, 1, Money.of("60000", "USD"), DOCUMENT, date("2026-09-30"),
                        date("2026-07-10")),
                new RoleGranted(ACTOR, GrantedRole.APPROVER, date("2024-01-01"), date("2026-12-31"), DOCUMENT,
                        date("2023-12-20")),
                new RoleWithdrawn(ACTOR, GrantedRole.APPROVER, DOCUMENT, date("2026-06-30")),
                new DelegationGiven(ACTOR, new ActorId("le.deputy"), GrantedRole.APPROVER, date("2026-02-01"),
                        date("2026-02-14"), DOCUMENT, date("2026-01-30")),
                new DelegationEnded(ACTOR, new ActorId("le.deputy"), GrantedRole.APPROVER, DOCUMENT,
                        date("2026-02-10")),
                new RatesRecorded(RATES, Currency.of("USD"), date("2024-01-01"), date("2024-12-31"),
                        List.of(new Rate(Currency.of("VND"), new BigDecimal("24164.88583333334"))), DOCUMENT,
                        date("2025-01-15")),
                new ProgrammeDecided(PROGRAMME, "Chương trình quốc gia xúc tiến vận động viện trợ",
                        "National programme of aid mobilisation", PLACE, 2026, 2030, DOCUMENT, date("2025-12-20")),
                new TargetsSet(PROGRAMME, 2026, 520L,
                        List.of(new SectorTarget("1", "12220", Money.of("60000000", "USD"))), DOCUMENT,
                        date("2025-12-21")),
                new BankStatementRecorded(STATEMENTS, BANK_ACCOUNT, date("2024-03-01"), date("2024-03-31"),
                        Money.of("1500.00", "USD"), Money.of("299.50", "USD"), 12, 1, DOCUMENT, date("2024-03-31")),
                new StatementLineRecorded(STATEMENTS, 12, date("2024-03-05"), date("2024-03-04"),
                        Money.of("-1200.50", "USD"), "PC-017", "Sở Y tế tỉnh Hà Giang", "Tạm ứng đợt 2",
                        date("2024-03-05")),
                new LinesMatched(STATEMENTS, 9, List.of(12L),
                        List.of(new CashEntry(417, "pham.officer",
                                List.of(new CashMove(date("2024-03-04"), new BigDecimal("-1200.5"))))),
                        date("2024-04-02")),
                new MatchWithdrawn(STATEMENTS, 9, "Another payment of the same amount", date("2024-04-03")),
                new StatementReconciled(STATEMENTS, date("2024-03-31"), Money.of("299.50", "USD"),
                        Money.of("1500.00", "USD"), 1_204,
                        List.of(new Difference(Difference.Kind.LINE, 12L, new BigDecimal("-1200.50"),
                                "Paid by the bank; the voucher is awaited")),
                        date("2024-04-03")),
                new StatementWithdrawn(STATEMENTS, date("2024-03-31"), "The file was of another account",
                        date("2024-04-04")));
    }

    /** The leaf of each sample, by the type's name. */
    public static Map<String, byte[]> leaves() {
        var leaves = new LinkedHashMap<String, byte[]>();
        Catalogue catalogue = Catalogue.ledger();
        for (LedgerEvent event : all()) {
            int index = leaves.size();
            String type = catalogue.type(event.getClass()).name();
            String stream = switch (type.substring(0, type.indexOf('.'))) {
                case "inspection" -> INSPECTION.value();
                case "period" -> PERIODS.value();
                case "ngo" -> NGO.value();
                case "actor" -> ACTOR.value();
                case "rate" -> RATES.value();
                case "target" -> PROGRAMME.value();
                case "bank" -> STATEMENTS.value();
                case "import" -> RUN.value();
                default -> PROJECT.value();
            };
            leaves.put(
                    type, catalogue
                            .encode(new UUID(0x0192F0C1_2222_7ABCL, 0x8DEF_0000_0000_0000L + index), stream, index,
                                    metadata(), event)
                            .stamp(1_000 + index, Instant.parse("2026-03-31T09:26:53.589793Z")));
        }
        return leaves;
    }

    private static Map<String, String> metadata() {
        return Map.of(MetadataKeys.ACTOR, "pham.officer", MetadataKeys.WAY, "REPORTED", MetadataKeys.BOOKING_PERIOD,
                "2026-03",
                MetadataKeys.REASON, "Nhập hồ sơ", MetadataKeys.CHANNEL, "import", MetadataKeys.SOURCE_SHA256, DIGEST,
                MetadataKeys.SOURCE_NAME, "activities.xml", MetadataKeys.SOURCE_LINE, "417");
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }
}
