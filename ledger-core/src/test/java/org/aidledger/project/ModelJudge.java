package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.money.Money;
import org.aidledger.project.ModelProject.Lot;
import org.aidledger.project.ModelProject.Told;
import org.aidledger.project.ModelVerdict.Recorded;
import org.aidledger.project.ModelVerdict.Refused;
import org.aidledger.project.ModelVerdict.Unchanged;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProposalEvent.CorrectionProposed;
import org.aidledger.project.ProposalEvent.DisbursementProposed;
import org.aidledger.project.ProposalEvent.DisbursementRefused;
import org.jspecify.annotations.Nullable;

/** Says what must become of a command, from the model's history alone. */
final class ModelJudge {

    private final ModelProject project;
    private final ProjectContext who;
    private final ModelRules rules;

    private ModelJudge(ModelProject project, ProjectContext who) {
        this.project = project;
        this.who = who;
        this.rules = new ModelRules(project, who);
    }

    static ModelVerdict judge(ModelProject project, ProjectCommand command, ProjectContext who) {
        if (project.history().isEmpty() && !(command instanceof ProjectCommand.RegisterProject)) {
            return refused("stream.not-registered");
        }
        return new ModelJudge(project, who).judge(command);
    }

    static ModelVerdict refused(String code) {
        return new Refused(Set.of(code));
    }

    private ModelVerdict verdict(@Nullable ProjectEvent fact) {
        if (who.isDecided() && !rules.broken.isEmpty()) {
            return new Refused(rules.broken);
        }
        rules.broken.addAll(rules.late);
        return new Recorded(fact, rules.broken);
    }

    private ModelVerdict judge(ProjectCommand command) {
        Movement movement = movement(command);
        if (movement != null) {
            rules.movement(movement);
            if (movement instanceof FundsDisbursed paid) {
                if (paid.proposal() != null) {
                    return refused("proposal.not-open");
                }
                rules.breaks("segregation.proposal-missing", who.isDecided()
                        && who.rules().inForceOn(paid.effectiveDate()).disbursementsProposed());
            }
            return verdict(movement);
        }
        return switch (command) {
            case ProjectCommand.RegisterProject c -> register(c);
            case ProjectCommand.OpenAidAccount c -> open(c);
            case ProjectCommand.ReportActivityStatus c -> {
                rules.inspector();
                rules.breaks("project.only-reported", who.isDecided());
                rules.future(c.effectiveDate());
                yield verdict(null);
            }
            case ProjectCommand.AmendFact c when Objects.equals(c.was(), c.becomes()) -> new Unchanged();
            case ProjectCommand.AmendFact c -> {
                rules.inspector();
                rules.breaks("project.only-reported", who.isDecided());
                yield verdict(null);
            }
            case ProjectCommand.CorrectEntry c -> {
                rules.breaks("segregation.proposal-missing", who.isDecided()
                        && who.rules().inForceOn(c.effectiveDate()).correctionsProposed());
                yield correct(c, null, false);
            }
            case ProjectCommand.MoveEntry c -> move(c);
            case ProjectCommand.ProposeDisbursement c -> {
                rules.movement(payment(c.project(), new DisbursementProposed(c.project(), c.purpose(), c.to(),
                        c.money(), c.moneyAccount(), c.fundingSource(), c.consumes(), c.voucher(), c.effectiveDate()),
                        null, c.effectiveDate()));
                yield verdict(null);
            }
            case ProjectCommand.CarryOutDisbursement c -> carryOut(c);
            case ProjectCommand.RefuseDisbursement c -> refuse(c);
            case ProjectCommand.ProposeCorrection c -> correct(new ProjectCommand.CorrectEntry(c.project(),
                    c.corrected(), c.noteNumber(), c.reasonCode(), c.reasonText(), c.reentry(), c.document(),
                    c.effectiveDate()), null, true);
            case ProjectCommand.CarryOutCorrection c -> carryOut(c);
            case ProjectCommand.ValueGoods c -> value(c);
            case ProjectCommand.DistributeGoods c -> {
                Money worth = worth(c.receipt(), c.item(), c.quantity());
                yield worth == null ? unknown(c.receipt(), c.item())
                        : moved(new GoodsEvent.GoodsDistributed(c.project(), c.receipt(), c.item(), c.quantity(),
                                worth, c.to(), c.voucher(), null, c.effectiveDate()));
            }
            case ProjectCommand.WriteOffGoods c -> {
                Money worth = worth(c.receipt(), c.item(), c.quantity());
                yield worth == null ? unknown(c.receipt(), c.item())
                        : moved(new GoodsEvent.GoodsLost(c.project(), c.receipt(), c.item(), c.quantity(), worth,
                                c.reason(), c.document(), null, c.effectiveDate()));
            }
            case ProjectCommand.SellGoods c -> {
                Money worth = worth(c.receipt(), c.item(), c.quantity());
                yield worth == null ? unknown(c.receipt(), c.item())
                        : moved(new GoodsEvent.GoodsSold(c.project(), c.receipt(), c.item(), c.quantity(), worth,
                                c.proceeds(), c.moneyAccount(), c.to(), c.voucher(), null, c.effectiveDate()));
            }
            case ProjectCommand c -> {
                ProjectEvent fact = new ModelSteps(project, who, rules).judge(c);
                yield verdict(fact);
            }
        };
    }

    private ModelVerdict moved(Movement movement) {
        rules.movement(movement);
        return verdict(movement);
    }

    /** The movement that a command asks for, null for a command that asks for something else. */
    static @Nullable Movement movement(ProjectCommand command) {
        return switch (command) {
            case ProjectCommand.PledgeAid c -> new ProjectEvent.AidPledged(c.project(), c.direction(), c.donor(),
                    c.money(), c.letter(), c.iati(), c.effectiveDate());
            case ProjectCommand.SignCommitment c -> new ProjectEvent.CommitmentSigned(c.project(), c.direction(),
                    c.party(), c.money(), c.agreement(), c.iati(), c.effectiveDate());
            case ProjectCommand.ReceiveFunds c -> new ProjectEvent.FundsReceived(c.project(), c.from(), c.money(),
                    c.moneyAccount(), c.voucher(), c.iati(), c.effectiveDate());
            case ProjectCommand.DisburseFunds c -> new FundsDisbursed(c.project(), c.purpose(), c.to(), c.money(),
                    c.moneyAccount(), c.voucher(), c.iati(), c.effectiveDate());
            case ProjectCommand.ReturnAdvance c -> new ProjectEvent.AdvanceReturned(c.project(), c.from(), c.money(),
                    c.moneyAccount(), c.voucher(), null, c.effectiveDate());
            case ProjectCommand.RecordExpenditure c -> new ProjectEvent.ExpenditureRecorded(c.project(), c.paidFrom(),
                    c.category(), c.to(), c.money(), c.moneyAccount(), c.voucher(), c.iati(), c.effectiveDate());
            case ProjectCommand.RefundFunds c -> new ProjectEvent.FundsRefunded(c.project(), c.to(), c.money(),
                    c.moneyAccount(), c.voucher(), null, c.effectiveDate());
            case ProjectCommand.ReportOtherFlow c -> new ProjectEvent.OtherFlowReported(c.project(), c.money(),
                    c.iati(), c.effectiveDate());
            case ProjectCommand.RecordMovement c -> c.movement();
            case ProjectCommand c -> null;
        };
    }

    private ModelVerdict register(ProjectCommand.RegisterProject c) {
        ProjectRegistered fact = new ProjectRegistered(c.project(), c.code(), c.titleVi(), c.titleEn(), c.kind(),
                c.budgetTreatment(), c.perspective(), c.donors(), c.managingAgency(), c.aidOwner(), c.places(),
                c.sectors(), c.plannedStart(), c.plannedEnd(), c.effectiveDate());
        if (!project.history().isEmpty()) {
            return project.registration().equals(fact) ? new Unchanged() : refused("stream.registered-differently");
        }
        rules.inspector();
        rules.future(c.effectiveDate());
        return verdict(fact);
    }

    private ModelVerdict open(ProjectCommand.OpenAidAccount c) {
        AidAccountOpened fact =
                new AidAccountOpened(c.project(), c.account(), c.bank(), c.accountReference(), c.effectiveDate());
        AidAccountOpened before = project.accounts().get(c.account());
        if (fact.equals(before)) {
            return new Unchanged();
        }
        rules.inspector();
        rules.stage(fact);
        rules.breaks("account.already-opened", before != null);
        rules.future(c.effectiveDate());
        return verdict(fact);
    }

    private @Nullable ModelVerdict notStanding(long entry) {
        if (project.standing().containsKey(entry)) {
            return null;
        }
        boolean reversed = project.all(EntryCorrected.class)
                .anyMatch(e -> e.corrected() == entry && e.reentered() == null);
        return refused(reversed ? "correction.entry-not-standing" : "correction.entry-unknown");
    }

    private ModelVerdict correct(ProjectCommand.CorrectEntry c, @Nullable Long proposal, boolean proposed) {
        ModelVerdict not = notStanding(c.corrected());
        if (not != null) {
            return not;
        }
        if (c.reentry() != null && !c.reentry().project().equals(c.project())) {
            return refused("correction.other-project");
        }
        Movement was = Objects.requireNonNull(project.standing().get(c.corrected()));
        return correct(new EntryCorrected(c.project(), c.corrected(), c.noteNumber(), c.reasonCode(), c.reasonText(),
                was, c.reentry(), null, proposal, c.document(), c.effectiveDate()), proposed);
    }

    private ModelVerdict move(ProjectCommand.MoveEntry c) {
        ModelVerdict not = notStanding(c.corrected());
        if (not != null) {
            return not;
        }
        if (c.reentry().project().equals(c.project())) {
            return refused("correction.other-project");
        }
        rules.breaks("segregation.proposal-missing", who.isDecided()
                && who.rules().inForceOn(c.effectiveDate()).correctionsProposed());
        Movement was = Objects.requireNonNull(project.standing().get(c.corrected()));
        return correct(new EntryCorrected(c.project(), c.corrected(), c.noteNumber(), c.reasonCode(), c.reasonText(),
                was, null, c.reentry().project(), null, c.document(), c.effectiveDate()), false);
    }

    private ModelVerdict correct(EntryCorrected fact, boolean proposed) {
        boolean sound = project.lots(fact, true).values().stream()
                .allMatch(lot -> lot.there().signum() >= 0 && (lot.left().signum() == 0 || lot.unit() != null)
                        && (lot.unit() == null || lot.came().signum() > 0));
        if (fact.reversed() instanceof GoodsEvent && !sound) {
            return refused("correction.others-rest-on-it");
        }
        rules.inspector();
        rules.stage(fact);
        rules.limits(ModelSums.change(fact.reversed(), fact.reentered()));
        if (fact.reentered() != null) {
            rules.entry(fact.reentered(), fact.reversed(), project.lots(fact, false));
        }
        rules.breaks("correction.changes-nothing", fact.reversed().equals(fact.reentered()));
        rules.breaks("correction.reason-missing", fact.reasonText().isBlank());
        rules.breaks("correction.note-missing", fact.noteNumber().isBlank());
        rules.future(fact.effectiveDate());
        return verdict(proposed ? null : fact);
    }

    private static FundsDisbursed payment(ProjectId id, DisbursementProposed e, @Nullable Long proposal,
            LocalDate date) {
        return new FundsDisbursed(id, e.purpose(), e.to(), e.money(), e.moneyAccount(), e.fundingSource(),
                e.consumes(), proposal, e.voucher(), null, date);
    }

    private ModelVerdict carryOut(ProjectCommand.CarryOutDisbursement c) {
        Told open = project.proposal(c.proposal());
        if (open == null || !(open.event() instanceof DisbursementProposed proposed)) {
            return refused("proposal.not-open");
        }
        FundsDisbursed paid = payment(c.project(), proposed, c.proposal(), c.effectiveDate());
        rules.movement(paid);
        rules.breaks("segregation.entered-proposal", who.isDecided() && open.actor().equals(who.actor()));
        return verdict(paid);
    }

    private ModelVerdict carryOut(ProjectCommand.CarryOutCorrection c) {
        Told open = project.proposal(c.proposal());
        if (open == null || !(open.event() instanceof CorrectionProposed e)) {
            return refused("proposal.not-open");
        }
        rules.breaks("segregation.entered-proposal", who.isDecided() && open.actor().equals(who.actor()));
        return correct(new ProjectCommand.CorrectEntry(c.project(), e.corrected(), e.noteNumber(), e.reasonCode(),
                e.reasonText(), e.reentry(), e.document(), c.effectiveDate()), c.proposal(), false);
    }

    private ModelVerdict refuse(ProjectCommand.RefuseDisbursement c) {
        Told open = project.proposal(c.proposal());
        if (open == null || !(open.event() instanceof DisbursementProposed)) {
            return refused("proposal.not-open");
        }
        DisbursementRefused fact =
                new DisbursementRefused(c.project(), c.proposal(), c.reason(), c.effectiveDate());
        rules.inspector();
        rules.stage(fact);
        rules.breaks("step.reason-missing", c.reason().isBlank());
        rules.future(c.effectiveDate());
        return verdict(fact);
    }

    private Lot lot(long receipt, String item) {
        Map<String, Lot> lots = project.lots(null, false);
        return lots.getOrDefault(receipt + "/" + item, Lot.NONE);
    }

    private ModelVerdict value(ProjectCommand.ValueGoods c) {
        Lot lot = lot(c.receipt(), c.item());
        return lot.came().signum() == 0 ? refused("goods.unknown")
                : moved(new GoodsEvent.GoodsValued(c.project(), c.receipt(), c.item(), c.unitValue(),
                        new Money(lot.came().multiply(c.unitValue()), c.currency()), c.method(), c.document(), null,
                        c.effectiveDate()));
    }

    private @Nullable Money worth(long receipt, String item, BigDecimal quantity) {
        Lot lot = lot(receipt, item);
        Money unit = lot.unit();
        return lot.came().signum() == 0 || unit == null ? null
                : new Money(unit.amount().multiply(quantity), unit.currency());
    }

    private ModelVerdict unknown(long receipt, String item) {
        return refused(lot(receipt, item).came().signum() == 0 ? "goods.unknown" : "goods.not-valued");
    }
}
