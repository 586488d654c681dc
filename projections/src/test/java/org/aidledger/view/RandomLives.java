package org.aidledger.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.MetadataKeys;
import org.aidledger.inspection.CheckResult;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.inspection.InspectionId;
import org.aidledger.inspection.Severity;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.FundingSource;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.IatiFlow;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.MoneyEvent;
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProcedureEvent;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectId;

/** Lives of projects and their inspections, drawn from a seed: every kind of event, in three currencies, with corrections. */
public final class RandomLives {

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1_000;

    private final Random random;
    private final int projects;
    private final Map<ProjectId, String> accounts = new HashMap<>();
    /** By project, the movements that stand, by version of the entry first made. */
    private final Map<ProjectId, TreeMap<Long, Movement>> standing = new HashMap<>();
    private final List<ProjectId> known = new ArrayList<>();
    private int inspections;

    public RandomLives(long seed, int projects) {
        this.random = new Random(seed);
        this.projects = projects;
    }

    /** Appends that many events, a few at a time, each time a little later. */
    public void live(TestLog log, int events) {
        for (long until = log.size() + events; log.size() < until;) {
            log.clock(log.clock().plus(Duration.ofMinutes(random.nextInt(1, 900))));
            int together = (int) Math.min(until - log.size(), random.nextInt(1, 20));
            for (int i = 0; i < together; i++) {
                next(log);
            }
        }
    }

    public LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private void next(TestLog log) {
        if (known.size() < projects && random.nextInt(4) == 0 || known.isEmpty()) {
            ProjectId project = new ProjectId("PRJ-" + known.size());
            known.add(project);
            append(log, project, registered(project));
            return;
        }
        ProjectId project = known.get(random.nextInt(known.size()));
        TreeMap<Long, Movement> stands = standing.computeIfAbsent(project, key -> new TreeMap<>());
        switch (random.nextInt(20)) {
            case 0 ->
                append(log, project, new ProjectEvent.AidApproved(project, DocumentRef.of("QĐ-" + log.size()), "UBND",
                        "Nguyễn Văn A", List.of(money(), Money.of("7.5", "KWD")), "decree-80-2020", day()));
            case 1 -> {
                String account = "bank-" + random.nextInt(2);
                accounts.put(project, account);
                append(log, project, new ProjectEvent.AidAccountOpened(project, account, "BIDV", "123", day()));
            }
            case 2 -> append(log, project,
                    new ProjectEvent.ActivityStatusReported(project, "" + random.nextInt(1, 7), day()));
            case 17 ->
                append(log, project, new LifeEvent.ProjectSuspended(project, DocumentRef.of("QĐ-1"), "chờ", day()));
            case 18 -> append(log, project, new ProcedureEvent.ApprovalAmended(project, 2, DocumentRef.of("QĐ-2"),
                    "UBND", null, null, List.of(money()), List.of(money()), null, List.of(), "decree-80-2020", day()));
            case 3 -> append(log, project, new ProjectEvent.RuleBreachNoted(project, "date.in-future",
                    Map.of("date", "2030-01-01", "today", "2025-01-01"), 0, day()));
            case 4 -> inspect(log, project);
            case 5, 6, 7 -> {
                if (!stands.isEmpty()) {
                    correct(log, project, stands);
                }
            }
            default -> {
                Movement movement = movement(project);
                stands.put(log.nextVersion(project.value()), movement);
                append(log, project, movement);
            }
        }
    }

    private void correct(TestLog log, ProjectId project, TreeMap<Long, Movement> stands) {
        List<Map.Entry<Long, Movement>> all = List.copyOf(stands.entrySet());
        Map.Entry<Long, Movement> wrong = all.get(random.nextInt(all.size()));
        long version = wrong.getKey();
        Movement right = random.nextInt(3) == 0 ? null : movement(project);
        append(log, project,
                new ProjectEvent.EntryCorrected(project, version, "BT-" + log.size(), CorrectionReason.WRONG_AMOUNT,
                        "nhầm số", wrong.getValue(), right, null, day()));
        if (right == null) {
            stands.remove(version);
        } else {
            stands.put(version, right);
        }
    }

    private void inspect(TestLog log, ProjectId project) {
        if (inspections == 0 || random.nextInt(4) == 0) {
            InspectionId inspection = new InspectionId("INS-" + inspections++);
            append(log, inspection.value(),
                    new InspectionEvent.InspectionOpened(inspection, "Hậu kiểm " + inspection, List.of(project),
                            List.of(new ActorId("binh")), new FrozenCheckpoint(log.size(), "0".repeat(64)), day()));
            return;
        }
        InspectionId inspection = new InspectionId("INS-" + random.nextInt(inspections));
        append(log, inspection.value(), switch (random.nextInt(3)) {
            case 0 -> new InspectionEvent.CheckRecorded(inspection, project, "Chứng từ chi", CheckResult.FAIL, null,
                    List.of(DocumentRef.of("biên bản")), List.of(0L), day());
            case 1 -> new InspectionEvent.FindingRaised(inspection, (int) log.nextVersion(inspection.value()), project,
                    Severity.HIGH,
                    "Chi sai", random.nextBoolean() ? money() : null, List.of(0L), day());
            default -> new InspectionEvent.InspectionConcluded(inspection, "Đã xong", DocumentRef.of("BB-1"), day());
        });
    }

    private Movement movement(ProjectId project) {
        String account = random.nextInt(4) == 0 ? null : accounts.get(project);
        IatiFlow iati = account == null && random.nextBoolean() ? iati() : null;
        Party party = random.nextInt(3) == 0 ? null : Party.named("Tổ chức " + random.nextInt(5));
        Direction direction = random.nextBoolean() ? Direction.IN : Direction.OUT;
        Money money = money();
        return switch (random.nextInt(16)) {
            case 8 -> new MoneyEvent.PledgeReduced(project, direction, party, money, null, iati, day());
            case 9 -> new MoneyEvent.CommitmentChanged(project, direction, party, money, null, iati, day());
            case 10 -> new MoneyEvent.AdvanceCleared(project, 0, "đào tạo", money, null, iati, day());
            case 11 -> new MoneyEvent.FundsExchanged(project, money, "bank-0", money(), "bank-1", BigDecimal.TEN,
                    "BIDV", null, iati, day());
            case 12 -> new MoneyEvent.InterestEarned(project, money, account, null, iati, day());
            case 13 -> new GoodsEvent.GoodsValued(project, 0, "máy bơm", BigDecimal.TEN, money, "hóa đơn", null, iati,
                    day());
            case 14 -> new GoodsEvent.GoodsSold(project, 0, "máy bơm", BigDecimal.ONE, money, money(), account, party,
                    null, iati, day());
            case 15 -> new ProjectEvent.FundsReceived(project, party, money, account, FundingSource.COUNTERPART, null,
                    iati, day());
            case 0 -> new ProjectEvent.AidPledged(project, direction, party, money, null, iati, day());
            case 1 -> new ProjectEvent.CommitmentSigned(project, direction, party, money, DocumentRef.of("HĐ-1"), iati,
                    day());
            case 2 -> new ProjectEvent.FundsReceived(project, party, money, account, null, iati, day());
            case 3 -> new ProjectEvent.FundsDisbursed(project, any(DisbursementPurpose.values()), party, money, account,
                    null, iati, day());
            case 4 -> new ProjectEvent.AdvanceReturned(project, party, money, account == null ? "bank-0" : account,
                    null, null, day());
            case 5 -> {
                PaidFrom from = any(PaidFrom.values());
                yield new ProjectEvent.ExpenditureRecorded(project, from, "đào tạo", party, money,
                        from == PaidFrom.ACCOUNT ? account : null, null, iati, day());
            }
            case 6 ->
                new ProjectEvent.FundsRefunded(project, Party.named("Nhà tài trợ"), money, account, null, iati, day());
            default -> new ProjectEvent.OtherFlowReported(project, money, iati(), day());
        };
    }

    private ProjectEvent registered(ProjectId project) {
        return new ProjectEvent.ProjectRegistered(project, "VN-" + project.value(), "Dự án nước sạch " + project,
                "Clean water " + project,
                AidKind.PROJECT, BudgetTreatment.OFF_BUDGET, any(Perspective.values()),
                List.of(Party.named("Nhà tài trợ")), null, null,
                List.of(), List.of(), null, null, day());
    }

    private IatiFlow iati() {
        return new IatiFlow("" + random.nextInt(1, 13), null, null, null, null, null, null, "mô tả", Map.of());
    }

    private Money money() {
        BigDecimal amount =
                new BigDecimal(BigInteger.valueOf(random.nextLong(-1_000_000, 10_000_000)), random.nextInt(0, 6));
        return new Money(amount, Currency.of(any(new String[] {"USD", "VND", "EUR"})));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private void append(TestLog log, ProjectId project, ProjectEvent event) {
        append(log, project.value(), event);
    }

    private void append(TestLog log, String stream, LedgerEvent event) {
        Map<String, String> metadata = new HashMap<>(Map.of(MetadataKeys.ACTOR, "lan", MetadataKeys.WAY, "REPORTED"));
        metadata.put(MetadataKeys.BOOKING_PERIOD, YearMonth.of(2025, random.nextInt(1, 13)).toString());
        log.append(stream, metadata, event);
    }
}
