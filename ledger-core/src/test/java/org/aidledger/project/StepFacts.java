package org.aidledger.project;

import static org.aidledger.project.ProjectFacts.APPROVED_ON;
import static org.aidledger.project.ProjectFacts.DONOR;
import static org.aidledger.project.ProjectFacts.PAID_ON;
import static org.aidledger.project.ProjectFacts.PROJECT;
import static org.aidledger.project.ProjectFacts.REGISTERED_ON;
import static org.aidledger.project.ProjectFacts.SUPPLIER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsValued;
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
import org.aidledger.project.MoneyEvent.FundsExchanged;
import org.aidledger.project.MoneyEvent.FundsTransferred;
import org.aidledger.project.MoneyEvent.PledgeReduced;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProjectCommand.RecordMovement;
import org.aidledger.project.ProjectCommand.RecordStep;
import org.aidledger.project.ProjectCommand.RevokeApproval;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementProposed;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.project.StatementEvent.PeriodicReportFiled;
import org.jspecify.annotations.Nullable;

/** The vocabulary of tests on the steps of a project, on goods and on money beyond receipts and payments. */
final class StepFacts {

    static final String PUMPS = "máy bơm";

    private static final DocumentRef PAPER = DocumentRef.of("QĐ 77");

    private StepFacts() {
    }

    static RecordStep step(ProjectEvent step) {
        return new RecordStep(step);
    }

    static RecordMovement enter(ProjectEvent.Movement movement) {
        return new RecordMovement(movement);
    }

    static OpinionRequested asked(@Nullable LocalDate due) {
        return new OpinionRequested(PROJECT, Party.named("Sở Tài chính"), due, null, REGISTERED_ON);
    }

    static OpinionReceived opinion(long request) {
        return new OpinionReceived(PROJECT, request, OpinionPosition.AGREES, null, null, APPROVED_ON);
    }

    static RevokeApproval revoke(LocalDate date) {
        return new RevokeApproval(PROJECT, PAPER, "UBND tỉnh An Giang", "idle", date);
    }

    static ProjectSuspended suspended(String reason) {
        return new ProjectSuspended(PROJECT, PAPER, reason, PAID_ON);
    }

    static ProjectResumed resumed() {
        return new ProjectResumed(PROJECT, PAPER, PAID_ON);
    }

    static ProjectCompleted completed() {
        return new ProjectCompleted(PROJECT, PAPER, PAID_ON);
    }

    static ProjectHandedOver handedOver() {
        return new ProjectHandedOver(PROJECT, SUPPLIER, PAPER, PAID_ON);
    }

    static ProjectSettled settled() {
        return new ProjectSettled(PROJECT, PAPER, PAID_ON);
    }

    static ProjectClosed closed() {
        return new ProjectClosed(PROJECT, PAPER, PAID_ON);
    }

    static ProjectReopened reopened() {
        return new ProjectReopened(PROJECT, PAPER, "recovery", PAID_ON);
    }

    static ProjectCancelled cancelled() {
        return new ProjectCancelled(PROJECT, PAPER, "donor left", PAID_ON);
    }

    static PeriodicReportFiled reported(LocalDate from, LocalDate to) {
        return new PeriodicReportFiled(PROJECT, ReportKind.HALF_YEAR, from, to, List.of(), PAPER, PAID_ON);
    }

    static FactAmended amended(String field, @Nullable String was, @Nullable String becomes) {
        return new FactAmended(PROJECT, null, field, was, becomes, "typing error", PAID_ON);
    }

    static DisbursementProposed proposed(String amount, @Nullable String account) {
        return new DisbursementProposed(PROJECT, DisbursementPurpose.PAYMENT, SUPPLIER, Money.of(amount, "USD"),
                account, null, null, null, PAID_ON);
    }

    static CorrectionProposed correctionProposed(long entry, ProjectEvent.Movement right) {
        return new CorrectionProposed(PROJECT, entry, "DC-1", CorrectionReason.WRONG_AMOUNT, "typing error", right,
                null, PAID_ON);
    }

    static PledgeReduced reduced(String amount) {
        return new PledgeReduced(PROJECT, Direction.IN, DONOR, Money.of(amount, "USD"), null, null, PAID_ON);
    }

    static PledgeWithdrawn withdrawn(String amount) {
        return new PledgeWithdrawn(PROJECT, Direction.IN, DONOR, Money.of(amount, "USD"), null, null, PAID_ON);
    }

    static CommitmentChanged changed(String amount) {
        return new CommitmentChanged(PROJECT, Direction.IN, DONOR, Money.of(amount, "USD"), PAPER, null, PAID_ON);
    }

    static AdvanceCleared cleared(long advance, String amount) {
        return new AdvanceCleared(PROJECT, advance, null, Money.of(amount, "USD"), null, null, PAID_ON);
    }

    static FundsExchanged exchanged(String given, String bought, String currency, String rate) {
        return new FundsExchanged(PROJECT, Money.of(given, "USD"), "bidv", Money.of(bought, currency), "vnd",
                new BigDecimal(rate), "BIDV", null, null, PAID_ON);
    }

    static FundsTransferred transferred(String amount, String to) {
        return new FundsTransferred(PROJECT, Money.of(amount, "USD"), "bidv", to, null, null, PAID_ON);
    }

    static GoodsReceived goods(String... items) {
        return new GoodsReceived(PROJECT, DONOR,
                List.of(items).stream().map(item -> new GoodsLine(item, BigDecimal.TEN, "cái")).toList(),
                Money.of("900", "USD"), null, null, PAID_ON);
    }

    static GoodsValued valued(long receipt, String unitValue, String money) {
        return new GoodsValued(PROJECT, receipt, PUMPS, new BigDecimal(unitValue), Money.of(money, "USD"), "invoice",
                null, null, PAID_ON);
    }

    static GoodsDistributed distributed(long receipt, String item, String quantity, String money) {
        return new GoodsDistributed(PROJECT, receipt, item, new BigDecimal(quantity), Money.of(money, "USD"), null,
                null, null, PAID_ON);
    }

    static ProjectCommand.ValueGoods value(long receipt, String unitValue) {
        return new ProjectCommand.ValueGoods(PROJECT, receipt, PUMPS, new BigDecimal(unitValue), Currency.of("USD"),
                "invoice", null, PAID_ON);
    }

    static ProjectCommand.DistributeGoods distribute(long receipt, String item, String quantity) {
        return new ProjectCommand.DistributeGoods(PROJECT, receipt, item, new BigDecimal(quantity), SUPPLIER, null,
                PAID_ON);
    }
}
