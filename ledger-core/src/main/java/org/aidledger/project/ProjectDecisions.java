package org.aidledger.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.actor.ActorId;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.GeneralRefusal.NotRegistered;
import org.aidledger.event.GeneralRefusal.RegisteredDifferently;
import org.aidledger.event.Refusal;
import org.aidledger.project.DutyRefusal.ReceivedGoods;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.ProjectCommand.AcceptDossier;
import org.aidledger.project.ProjectCommand.AmendApproval;
import org.aidledger.project.ProjectCommand.AmendFact;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.CarryOutCorrection;
import org.aidledger.project.ProjectCommand.CarryOutDisbursement;
import org.aidledger.project.ProjectCommand.CorrectEntry;
import org.aidledger.project.ProjectCommand.DisburseFunds;
import org.aidledger.project.ProjectCommand.DistributeGoods;
import org.aidledger.project.ProjectCommand.MoveEntry;
import org.aidledger.project.ProjectCommand.OpenAidAccount;
import org.aidledger.project.ProjectCommand.PledgeAid;
import org.aidledger.project.ProjectCommand.ProposeCorrection;
import org.aidledger.project.ProjectCommand.ProposeDisbursement;
import org.aidledger.project.ProjectCommand.ReceiveFunds;
import org.aidledger.project.ProjectCommand.RecordExpenditure;
import org.aidledger.project.ProjectCommand.RecordMovement;
import org.aidledger.project.ProjectCommand.RecordStep;
import org.aidledger.project.ProjectCommand.RefundFunds;
import org.aidledger.project.ProjectCommand.RefuseDisbursement;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectCommand.ReportActivityStatus;
import org.aidledger.project.ProjectCommand.ReportOtherFlow;
import org.aidledger.project.ProjectCommand.ReturnAdvance;
import org.aidledger.project.ProjectCommand.RevokeApproval;
import org.aidledger.project.ProjectCommand.SellGoods;
import org.aidledger.project.ProjectCommand.SignCommitment;
import org.aidledger.project.ProjectCommand.ValueGoods;
import org.aidledger.project.ProjectCommand.WriteOffGoods;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AdvanceReturned;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.project.ProjectEvent.AidPledged;
import org.aidledger.project.ProjectEvent.CommitmentSigned;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.FundsRefunded;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectRefusal.AccountAlreadyOpened;
import org.aidledger.project.ProjectRefusal.InspectsProject;
import org.aidledger.project.ProjectRefusal.OnlyReported;
import org.aidledger.project.StatementEvent.FactAmended;
import org.aidledger.project.StepRefusal.NotAtThisStage;

/** What becomes of a command: a pure function of the project's state, the command and its context. */
public final class ProjectDecisions {

    private ProjectDecisions() {
    }

    /**
     * Judges a command. Broken rules come gravest first: who acts, the approval, the limits, the accounts, the entry itself.
     *
     * @param state left unchanged; the caller evolves it by the accepted events, in their order
     */
    public static Decision<ProjectEvent> decide(ProjectState state, ProjectCommand command, ProjectContext context) {
        if (state.registration() == null && !(command instanceof RegisterProject)) {
            return Verdict.refused(new NotRegistered(command.stream()));
        }
        return switch (command) {
            case RegisterProject c -> register(state, c, context);
            case ApproveAid c -> Approvals.approve(state, c, context);
            case OpenAidAccount c -> openAccount(state, c, context);
            case CorrectEntry c -> Corrections.decide(state, c, context);
            case ReportActivityStatus c -> reportStatus(state, c, context);
            case AmendFact c -> amend(state, c, context);
            case PledgeAid c ->
                move(state, context, new AidPledged(c.project(), c.direction(), c.donor(), c.money(), c.letter(),
                        c.iati(), c.effectiveDate()));
            case SignCommitment c ->
                move(state, context, new CommitmentSigned(c.project(), c.direction(), c.party(), c.money(),
                        c.agreement(), c.iati(), c.effectiveDate()));
            case ReceiveFunds c ->
                move(state, context, new FundsReceived(c.project(), c.from(), c.money(), c.moneyAccount(),
                        c.voucher(), c.iati(), c.effectiveDate()));
            case DisburseFunds c ->
                MakerChecker.enter(state, new FundsDisbursed(c.project(), c.purpose(), c.to(), c.money(),
                        c.moneyAccount(), c.voucher(), c.iati(), c.effectiveDate()), context);
            case ReturnAdvance c ->
                move(state, context, new AdvanceReturned(c.project(), c.from(), c.money(), c.moneyAccount(),
                        c.voucher(), null, c.effectiveDate()));
            case RecordExpenditure c ->
                move(state, context, new ExpenditureRecorded(c.project(), c.paidFrom(), c.category(),
                        c.to(), c.money(), c.moneyAccount(), c.voucher(), c.iati(), c.effectiveDate()));
            case RefundFunds c ->
                move(state, context, new FundsRefunded(c.project(), c.to(), c.money(), c.moneyAccount(),
                        c.voucher(), null, c.effectiveDate()));
            case ReportOtherFlow c -> move(state, context, new OtherFlowReported(c.project(), c.money(), c.iati(),
                    c.effectiveDate()));
            case RecordMovement c -> MakerChecker.enter(state, c.movement(), context);
            case RecordStep c -> Steps.decide(state, c.step(), context);
            case AcceptDossier c -> Approvals.acceptDossier(state, c, context);
            case AmendApproval c -> Approvals.amend(state, c, context);
            case RevokeApproval c -> Approvals.revoke(state, c, context);
            case ProposeDisbursement c -> MakerChecker.propose(state, c, context);
            case CarryOutDisbursement c -> MakerChecker.carryOut(state, c, context);
            case RefuseDisbursement c -> MakerChecker.refuse(state, c, context);
            case ProposeCorrection c -> MakerChecker.propose(state, c, context);
            case CarryOutCorrection c -> MakerChecker.carryOut(state, c, context);
            case MoveEntry c -> Corrections.moveOut(state, c, context);
            case ValueGoods c -> GoodsDecisions.value(state, c, context);
            case DistributeGoods c -> GoodsDecisions.distribute(state, c, context);
            case WriteOffGoods c -> GoodsDecisions.writeOff(state, c, context);
            case SellGoods c -> GoodsDecisions.sell(state, c, context);
        };
    }

    private static Decision<ProjectEvent> register(ProjectState state, RegisterProject c, ProjectContext context) {
        var registered =
                new ProjectRegistered(c.project(), c.code(), c.titleVi(), c.titleEn(), c.kind(), c.budgetTreatment(),
                        c.perspective(), c.donors(), c.managingAgency(), c.aidOwner(), c.places(), c.sectors(),
                        c.plannedStart(),
                        c.plannedEnd(), c.effectiveDate());
        if (registered.equals(state.registration())) {
            return new Accepted<>(List.of());
        }
        if (state.registration() != null) {
            return Verdict.refused(new RegisteredDifferently(c.stream()));
        }
        var broken = new ArrayList<Refusal>(2);
        segregation(c.project(), context, broken);
        EntryRules.notInFuture(c.effectiveDate(), context, broken);
        return Verdict.of(state, registered, broken, context);
    }

    private static Decision<ProjectEvent> openAccount(ProjectState state, OpenAidAccount c, ProjectContext context) {
        var opened = new AidAccountOpened(c.project(), c.account(), c.bank(), c.accountReference(), c.effectiveDate());
        AidAccountOpened before = state.accounts().get(c.account());
        if (opened.equals(before)) {
            return new Accepted<>(List.of());
        }
        var broken = new ArrayList<Refusal>(2);
        segregation(c.project(), context, broken);
        stage(state, opened, broken);
        if (before != null) {
            broken.add(new AccountAlreadyOpened(c.account()));
        }
        EntryRules.notInFuture(c.effectiveDate(), context, broken);
        return Verdict.of(state, opened, broken, context);
    }

    private static Decision<ProjectEvent> reportStatus(ProjectState state, ReportActivityStatus c,
            ProjectContext context) {
        var broken = new ArrayList<Refusal>(2);
        segregation(c.project(), context, broken);
        if (context.isDecided()) {
            broken.add(new OnlyReported(c.project()));
        }
        EntryRules.notInFuture(c.effectiveDate(), context, broken);
        return Verdict.of(state, new ActivityStatusReported(c.project(), c.status(), c.effectiveDate()), broken,
                context);
    }

    private static Decision<ProjectEvent> amend(ProjectState state, AmendFact c, ProjectContext context) {
        if (Objects.equals(c.was(), c.becomes())) {
            return new Accepted<>(List.of());
        }
        var broken = new ArrayList<Refusal>(2);
        segregation(c.project(), context, broken);
        if (context.isDecided()) {
            broken.add(new OnlyReported(c.project()));
        }
        return Verdict.of(state, new FactAmended(c.project(), c.entry(), c.field(), c.was(), c.becomes(),
                c.reason(), c.effectiveDate()), broken, context);
    }

    /**
     * Judges a movement that comes to a project by itself, or as the other side of a correction.
     *
     * @param movement of this project
     */
    static Decision<ProjectEvent> move(ProjectState state, ProjectContext context, Movement movement) {
        return Verdict.of(state, movement, broken(state, context, movement), context);
    }

    static List<Refusal> broken(ProjectState state, ProjectContext context, Movement movement) {
        var broken = new ArrayList<Refusal>(2);
        segregation(movement.project(), context, broken);
        if (movement instanceof GoodsValued valued) {
            ActorId receiver = state.receiverOf(valued.receipt());
            broken.addAll(context.duties(receiver == null ? List.of() : List.of(receiver),
                    valued.effectiveDate(), actor -> new ReceivedGoods(actor, valued.receipt())));
        }
        stage(state, movement, broken);
        FundingRules.afterApproval(state, movement, broken);
        var change = new Balances();
        Effects.post(movement, change);
        FundingRules.withinLimits(state, change, broken);
        MoneyRules.check(state::total, movement, context, broken);
        GoodsRules.check(state.stock(), movement, broken);
        AccountRules.check(state, movement, context, broken);
        EntryRules.check(movement, context, broken);
        return broken;
    }

    static void stage(ProjectState state, ProjectEvent fact, List<Refusal> broken) {
        Set<Stage> possible = Course.possibleAt(fact, state.kind());
        if (!possible.contains(state.stage())) {
            broken.add(new NotAtThisStage(fact.project(), state.stage(),
                    possible.stream().map(Stage::name).collect(Collectors.joining(", "))));
        }
    }

    static void segregation(ProjectId project, ProjectContext context, List<Refusal> broken) {
        if (context.actorInspects()) {
            broken.add(new InspectsProject(context.actor().value(), project));
        }
    }
}
