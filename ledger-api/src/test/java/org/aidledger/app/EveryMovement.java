package org.aidledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.actor.Way;
import org.aidledger.app.platform.Ledger;
import org.aidledger.document.DocumentRef;
import org.aidledger.gateway.Outcome;
import org.aidledger.gateway.Request;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.AidKind;
import org.aidledger.project.BudgetTreatment;
import org.aidledger.project.Consumption;
import org.aidledger.project.CorrectionReason;
import org.aidledger.project.Direction;
import org.aidledger.project.DisbursementPurpose;
import org.aidledger.project.FundingSource;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.IatiFlow;
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
import org.aidledger.project.PaidFrom;
import org.aidledger.project.Party;
import org.aidledger.project.Perspective;
import org.aidledger.project.ProjectCommand;
import org.aidledger.project.ProjectCommand.*;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectId;

/** Made-up projects in which money moves in every way there is, each at a day of its own, told as facts that happened. */
final class EveryMovement {

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private static final ProjectId OWNED = new ProjectId("PRJ-EVERY");
    private static final ProjectId OTHER = new ProjectId("PRJ-OTHER");
    private static final Party DONOR = Party.named("A donor");
    private static final Party PARTNER = Party.named("A partner");
    private static final DocumentRef PAPER = DocumentRef.of("1/QĐ");
    private static final String USD = "usd-account";
    private static final String VND = "vnd-account";

    private final Ledger ledger;
    private LocalDate day = FIRST_DAY;

    private EveryMovement(Ledger ledger) {
        this.ledger = ledger;
    }

    static void tell(Ledger ledger) {
        EveryMovement story = new EveryMovement(ledger);
        story.register(OWNED, Perspective.OWNER);
        story.promises();
        story.money();
        story.exchanges();
        story.goods();
        story.corrections();
        story.othersBooks();
    }

    private void register(ProjectId id, Perspective perspective) {
        enter(new RegisterProject(id, id.value(), "Nước sạch", "Clean water", AidKind.PROJECT,
                BudgetTreatment.OFF_BUDGET, perspective, List.of(DONOR), null, null, List.of(), List.of(), null, null,
                next()));
    }

    private void promises() {
        enter(new PledgeAid(OWNED, Direction.IN, DONOR, usd("1000.5"), null, null, next()));
        move(new PledgeReduced(OWNED, Direction.IN, DONOR, usd("100.25"), null, null, next()));
        enter(new PledgeAid(OWNED, Direction.OUT, DONOR, usd("70"), null, null, next()));
        move(new PledgeWithdrawn(OWNED, Direction.OUT, DONOR, usd("70"), null, null, next()));
        enter(new PledgeAid(OWNED, Direction.OUT, DONOR, usd("12"), null, null, next()));
        enter(new SignCommitment(OWNED, Direction.IN, DONOR, usd("900"), PAPER, null, next()));
        move(new CommitmentChanged(OWNED, Direction.IN, DONOR, usd("-40.01"), PAPER, null, next()));
        enter(new SignCommitment(OWNED, Direction.OUT, PARTNER, usd("31"), PAPER, null, next()));
        enter(new ApproveAid(OWNED, PAPER, "UBND tỉnh", null, List.of(usd("600"), vnd("5000000")), next()));
        enter(new AmendApproval(OWNED, PAPER, "UBND tỉnh", null, null, List.of(usd("800")), null, List.of(), next()));
    }

    private void money() {
        enter(new ReceiveFunds(OWNED, DONOR, usd("3"), null, PAPER, null, next()));
        enter(new OpenAidAccount(OWNED, USD, "BIDV", "1", next()));
        enter(new OpenAidAccount(OWNED, VND, "BIDV", "2", next()));
        enter(new ReceiveFunds(OWNED, DONOR, usd("500"), USD, PAPER, null, next()));
        move(new FundsReceived(OWNED, PARTNER, vnd("9000000"), VND, FundingSource.COUNTERPART, PAPER, null, next()));
        long advance = enter(new DisburseFunds(OWNED, DisbursementPurpose.ADVANCE, PARTNER, usd("60"), USD, PAPER, null,
                next()));
        move(new AdvanceCleared(OWNED, advance, null, usd("25.5"), PAPER, null, next()));
        enter(new RecordExpenditure(OWNED, PaidFrom.ADVANCE, null, PARTNER, usd("4.5"), null, PAPER, null, next()));
        enter(new ReturnAdvance(OWNED, PARTNER, usd("20"), USD, PAPER, next()));
        enter(new DisburseFunds(OWNED, DisbursementPurpose.PAYMENT, PARTNER, usd("17"), USD, PAPER, null, next()));
        enter(new RecordExpenditure(OWNED, PaidFrom.ACCOUNT, null, PARTNER, usd("11"), USD, PAPER, null, next()));
        enter(new RecordExpenditure(OWNED, PaidFrom.DONOR, null, PARTNER, usd("7"), null, PAPER, null, next()));
        move(new ExpenditureRecorded(OWNED, PaidFrom.ACCOUNT, null, PARTNER, vnd("1000000"), VND,
                FundingSource.COUNTERPART, null, PAPER, null, next()));
        move(new FundsDisbursed(OWNED, DisbursementPurpose.ADVANCE, PARTNER, vnd("500000"), VND,
                FundingSource.COUNTERPART, null, null, PAPER, null, next()));
        move(new AdvanceReturned(OWNED, PARTNER, vnd("200000"), VND, FundingSource.COUNTERPART, null, PAPER, null,
                next()));
        move(new InterestEarned(OWNED, usd("1.05"), USD, PAPER, null, next()));
        move(new RecoveryReceived(OWNED, PARTNER, usd("2.5"), USD, "INS-1/1", PAPER, null, next()));
        move(new FundsRefunded(OWNED, DONOR, usd("13"), USD, PAPER, null, next()));
    }

    private void exchanges() {
        move(new FundsExchanged(OWNED, usd("100"), USD, vnd("2500000"), VND, new BigDecimal("25000"), "BIDV", PAPER,
                null, next()));
        move(new FundsTransferred(OWNED, vnd("300000"), VND, "cash-box", PAPER, null, next()));
        move(new ExchangeDifferenceRecognised(OWNED, vnd("-35000"), "BIDV", PAPER, null, next()));
        LocalDate paid = next();
        move(new FundsDisbursed(OWNED, DisbursementPurpose.PAYMENT, PARTNER, vnd("250000"), VND, null,
                new Consumption(usd("10"), new BigDecimal("25000"), paid, "Kho bạc"), null, PAPER, null, paid));
    }

    private void goods() {
        move(new ServicesReceived(OWNED, DONOR, "Chuyên gia", BigDecimal.TWO, "ngày", usd("9"), "contract", PAPER, null,
                next()));
        long receipt = move(new GoodsReceived(OWNED, DONOR,
                List.of(new GoodsLine("Máy lọc nước", BigDecimal.TEN, "bộ")), usd("80"), PAPER, null, next()));
        enter(new ValueGoods(OWNED, receipt, "Máy lọc nước", new BigDecimal("7.5"), Currency.of("USD"), "market",
                PAPER, next()));
        enter(new DistributeGoods(OWNED, receipt, "Máy lọc nước", new BigDecimal("4"), PARTNER, PAPER, next()));
        enter(new WriteOffGoods(OWNED, receipt, "Máy lọc nước", BigDecimal.ONE, "Lũ", PAPER, next()));
        enter(new SellGoods(OWNED, receipt, "Máy lọc nước", BigDecimal.TWO, vnd("300000"), VND, PARTNER, PAPER,
                next()));
    }

    private void corrections() {
        register(OTHER, Perspective.OWNER);
        LocalDate first = next();
        long wrong = enter(new ReceiveFunds(OWNED, DONOR, usd("1000"), USD, PAPER, null, first));
        enter(new CorrectEntry(OWNED, wrong, "C-1", CorrectionReason.WRONG_AMOUNT, "Read 1000 for 100",
                new FundsReceived(OWNED, DONOR, usd("100"), USD, PAPER, null, first.minusDays(3)), PAPER, next()));
        enter(new CorrectEntry(OWNED, wrong, "C-2", CorrectionReason.WRONG_AMOUNT, "Not ours", null, PAPER, next()));
        long misplaced = enter(new RecordExpenditure(OWNED, PaidFrom.DONOR, null, PARTNER, usd("21"), null, PAPER, null,
                next()));
        enter(new MoveEntry(OWNED, misplaced, "C-3", CorrectionReason.NOT_OURS, "The other project's",
                new ExpenditureRecorded(OTHER, PaidFrom.DONOR, null, PARTNER, usd("21"), null, null, null, PAPER, null,
                        next()),
                PAPER, next()));
        enter(new ApproveAid(OTHER, PAPER, "UBND tỉnh", null, List.of(usd("44")), next()));
        enter(new RevokeApproval(OTHER, PAPER, "UBND tỉnh", "Không triển khai", next()));
    }

    private void othersBooks() {
        ProjectId donors = new ProjectId("PRJ-DONOR");
        register(donors, Perspective.DONOR);
        enter(new DisburseFunds(donors, DisbursementPurpose.PAYMENT, PARTNER, usd("88"), null, PAPER, null, next()));
        enter(new RecordExpenditure(donors, PaidFrom.DONOR, null, PARTNER, usd("6"), null, null,
                new IatiFlow("4", null, null, null, null, null, null, null, Map.of()), next()));
        ProjectId middle = new ProjectId("PRJ-MIDDLE");
        register(middle, Perspective.INTERMEDIARY);
        enter(new ReceiveFunds(middle, DONOR, usd("88"), null, PAPER, null, next()));
        enter(new RecordExpenditure(middle, PaidFrom.OWN_FUNDS, null, PARTNER, usd("5"), null, PAPER, null, next()));
    }

    private long move(Movement movement) {
        return enter(new RecordMovement(movement));
    }

    /** @return the version of the entry in its stream, which what is broken is noted behind */
    private long enter(ProjectCommand command) {
        Outcome outcome = ledger.gateway().send(command, Request.of("lan", Way.REPORTED, "rest"));
        assertThat(outcome).as("%s", command).isInstanceOf(Outcome.Recorded.class);
        Outcome.Recorded recorded = (Outcome.Recorded) outcome;
        return recorded.version() - (recorded.lastIndex() - recorded.firstIndex());
    }

    private LocalDate next() {
        day = day.plusDays(7);
        return day;
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Money vnd(String amount) {
        return Money.of(amount, "VND");
    }
}
