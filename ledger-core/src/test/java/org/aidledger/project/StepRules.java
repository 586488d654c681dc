package org.aidledger.project;

import static org.aidledger.project.ProjectFacts.*;
import static org.aidledger.project.StepFacts.*;
import static org.aidledger.testing.Judged.ALWAYS;
import static org.aidledger.testing.Judged.IN_BOTH_WAYS;
import static org.aidledger.testing.Judged.NOTED;
import static org.aidledger.testing.Judged.WHEN_DECIDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.actor.ActorFacts;
import org.aidledger.actor.ActorId;
import org.aidledger.document.DocumentRef;
import org.aidledger.eventstore.Tag;
import org.aidledger.money.Money;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProjectCommand.AcceptDossier;
import org.aidledger.project.ProjectCommand.ApproveAid;
import org.aidledger.project.ProjectCommand.CarryOutDisbursement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.StatementEvent.AidConfirmed;
import org.aidledger.rules.Authority;
import org.aidledger.rules.AuthorityLevel;
import org.aidledger.rules.Deadline;
import org.aidledger.rules.RequiredDocuments;
import org.aidledger.rules.RuleSet;
import org.aidledger.rules.RuleSets;
import org.aidledger.rules.Term;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of a project's steps, and of who may take them, by example. */
public final class StepRules {

    private static final LocalDate IDLE_SINCE = LocalDate.of(2025, 9, 1);

    private StepRules() {
    }

    public static List<RuleExample<ProjectCommand, ProjectEvent>> examples() {
        return List.of(
                rule("stage.not-possible", "A step is taken at the stages it is possible at.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD")), step(suspended("audit")))
                        .keeps(given(registered(), approved("100", "USD"), received("50", "USD")),
                                step(suspended("audit"))),
                rule("dossier.empty", "A dossier consists of documents.", IN_BOTH_WAYS, given(registered()),
                        step(submitted())).keeps(step(submitted("request"))),
                rule("dossier.document-missing",
                        "A dossier is accepted when each document that the decree asks for was submitted, or is named as"
                                + " still to come.",
                        IN_BOTH_WAYS,
                        given(registered(), submitted("request", "donor-agreement", "project-document")), accept())
                        .keeps(accept("donor-status")),
                rule("dossier.incomplete", "What was to come later has come before the approval.", IN_BOTH_WAYS,
                        given(registered(), submitted("request"), accepted("donor-status"),
                                concluded(AppraisalResult.FAVOURABLE)),
                        approve("12/QĐ-UBND", Money.of("5", "USD")))
                        .keeps(given(registered(), submitted("request"), accepted("donor-status"),
                                concluded(AppraisalResult.FAVOURABLE), submitted("donor-status")),
                                approve("12/QĐ-UBND", Money.of("5", "USD"))),
                rule("step.reason-missing",
                        "Who returns, refuses, revokes, suspends, cancels, reopens or amends says why.",
                        IN_BOTH_WAYS, given(registered(), submitted("request")), step(returned(" ")))
                        .keeps(step(returned("no budget"))),
                rule("opinion.not-asked", "An opinion answers a request that none answered yet.", IN_BOTH_WAYS,
                        given(registered(), submitted("request"), accepted(), asked(null), opinion(3)),
                        step(opinion(3)))
                        .keeps(given(registered(), submitted("request"), accepted(), asked(null)), step(opinion(3))),
                rule("opinion.due-before-request", "An opinion is due after it is asked for.", IN_BOTH_WAYS,
                        given(registered(), submitted("request"), accepted()),
                        step(asked(REGISTERED_ON.minusDays(1)))).keeps(step(asked(REGISTERED_ON.plusDays(7)))),
                rule("deadline.appraisal", "An appraisal ends within the time the decree sets.", NOTED,
                        given(registered(), submitted("request"), accepted()),
                        step(concludedOn(REGISTERED_ON.plusDays(21)))).keeps(
                                step(concludedOn(REGISTERED_ON.plusDays(20)))),
                rule("deadline.emergency-approval", "Emergency relief is approved within the time the decree sets.",
                        NOTED, given(relief()), approveOn(REGISTERED_ON.plusDays(4)))
                        .keeps(approveOn(REGISTERED_ON.plusDays(3))),
                rule("deadline.report", "A periodic report is filed within the time the rule set sets.", NOTED,
                        given(registered(), approved("100", "USD")).under(strict()),
                        step(reported(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31))))
                        .keeps(given(registered(), approved("100", "USD")).under(strict()),
                                step(reported(LocalDate.of(2026, 1, 1), PAID_ON))),
                rule("approval.not-appraised", "Aid is approved after an appraisal that speaks for it.", IN_BOTH_WAYS,
                        given(registered(), submitted("request"), accepted(),
                                concluded(AppraisalResult.UNFAVOURABLE)),
                        approve("12/QĐ-UBND", Money.of("5", "USD")))
                        .keeps(given(appraised()), approve("12/QĐ-UBND", Money.of("5", "USD"))),
                rule("approval.wrong-authority", "The approving authority goes by what the aid is about.", IN_BOTH_WAYS,
                        given(appraised()), approveAs(AuthorityLevel.PRIME_MINISTER))
                        .keeps(approveAs(AuthorityLevel.MANAGING_AGENCY)),
                rule("approval.below-disbursed", "An amendment approves no less than is disbursed already.",
                        IN_BOTH_WAYS, given(registered(), approved("100", "USD"), disbursed("60", "USD")),
                        amend("13/QĐ-UBND", Money.of("59", "USD"))).keeps(amend("13/QĐ-UBND", Money.of("60", "USD"))),
                rule("approval.not-idle", "An approval is revoked when it has lain idle for the time the decree sets.",
                        IN_BOTH_WAYS, given(registered(), approvedOn(IDLE_SINCE, "100", "USD")),
                        revoke(LocalDate.of(2026, 2, 28))).keeps(revoke(LocalDate.of(2026, 3, 1))),
                rule("settlement.advances-outstanding", "A project is settled when its advances are accounted for.",
                        IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), advanced("60", "USD", null), completed(),
                                handedOver()),
                        step(settled()))
                        .keeps(given(registered(), approved("100", "USD"), advanced("60", "USD", null),
                                cleared(2, "60"), completed(), handedOver()), step(settled())),
                rule("closure.cash-left", "A project is closed when its accounts are empty.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), accountOpened("bidv"),
                                received("50", "USD", "bidv"), settled()),
                        step(closed()))
                        .keeps(given(registered(), approved("100", "USD"), accountOpened("bidv"),
                                received("50", "USD", "bidv"), refunded("50", "USD", "bidv"), settled()),
                                step(closed())),
                rule("closure.goods-left", "A project is closed when none of its goods are left.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), goods(PUMPS), settled()), step(closed()))
                        .keeps(given(registered(), approved("100", "USD"), goods(PUMPS), valued(2, "90", "900"),
                                distributed(2, PUMPS, "10", "900"), settled()), step(closed())),
                rule("confirmation.not-a-receipt", "What is confirmed is aid received.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), received("50", "USD")), step(confirmed(1)))
                        .keeps(step(confirmed(2))),
                rule("report.period-reversed", "A period ends on or after the day it begins.", IN_BOTH_WAYS,
                        given(registered()), step(reported(PAID_ON, PAID_ON.minusDays(1))))
                        .keeps(step(reported(PAID_ON, PAID_ON))),
                rule("fact.field-unknown", "What is amended is a fact of the registration.", IN_BOTH_WAYS,
                        given(registered()), step(amended("colour", null, "blue")))
                        .keeps(step(amended("aidOwner", null, "Sở Y tế"))),
                rule("fact.was-different", "Who amends a fact knows what it was.", IN_BOTH_WAYS, given(registered()),
                        step(amended("titleEn", "Water", "Clean water")))
                        .keeps(step(amended("titleEn", "Clean water for An Giang", "Clean water"))),
                rule("fact.changes-nothing", "An amendment changes the fact.", IN_BOTH_WAYS, given(registered()),
                        step(amended("aidOwner", null, null))).keeps(step(amended("aidOwner", null, "Sở Y tế"))),

                rule("segregation.submitted-dossier", "Who submitted a dossier does not appraise it.", WHEN_DECIDED,
                        given(registered(), submitted("request"), accepted()).enteredBy(Scenario.ACTOR, 1),
                        step(concluded(AppraisalResult.FAVOURABLE)))
                        .keeps(given(registered(), submitted("request"), accepted()).enteredBy("minh", 1),
                                step(concluded(AppraisalResult.FAVOURABLE))),
                rule("segregation.appraised-dossier", "Who appraised a dossier does not decide on it.", WHEN_DECIDED,
                        given(appraised()).enteredBy(Scenario.ACTOR, 3), approve("12/QĐ-UBND", Money.of("5", "USD")))
                        .keeps(given(appraised()).enteredBy("minh", 3), approve("12/QĐ-UBND", Money.of("5", "USD"))),
                rule("segregation.entered-proposal", "Who proposed a payment or a correction does not carry it out.",
                        WHEN_DECIDED,
                        given(registered(), approved("100", "USD"), proposed("40", null)).enteredBy(Scenario.ACTOR, 2),
                        carryOut(2))
                        .keeps(given(registered(), approved("100", "USD"), proposed("40", null)).enteredBy("minh", 2),
                                carryOut(2)),
                rule("segregation.acts-for",
                        "Who acts for somebody by delegation does not do what they may not do themselves.",
                        WHEN_DECIDED,
                        delegatedByMinh(given(registered(), approved("100", "USD"), proposed("40", null)))
                                .enteredBy("minh", 2),
                        carryOut(2))
                        .keeps(delegatedByMinh(given(registered(), approved("100", "USD"), proposed("40", null)))
                                .enteredBy("hoa", 2), carryOut(2)),
                rule("segregation.received-goods", "Who received goods does not value them.", WHEN_DECIDED,
                        given(registered(), approved("100", "USD"), goods(PUMPS)).enteredBy(Scenario.ACTOR, 2),
                        value(2, "90"))
                        .keeps(given(registered(), approved("100", "USD"), goods(PUMPS)).enteredBy("minh", 2),
                                value(2, "90")),
                rule("segregation.proposal-missing",
                        "Where the rule set says so, a payment or a correction carries out what somebody else proposed.",
                        WHEN_DECIDED, given(registered(), approved("100", "USD")).under(strict()),
                        disburse("40", "USD"))
                        .keeps(given(registered(), approved("100", "USD"), proposed("40", null)).enteredBy("minh", 2)
                                .under(strict()), carryOut(2)),
                rule("proposal.not-open", "What was proposed is carried out or refused once.", ALWAYS,
                        given(registered(), approved("100", "USD"), proposed("40", null), paid(2)), carryOut(2))
                        .keeps(given(registered(), approved("100", "USD"), proposed("40", null)), carryOut(2)));
    }

    /** Rules that set what the shipped ones leave to the deployment. */
    static RuleSets strict() {
        return new RuleSets(List.of(new RuleSet("strict", "Quy chế 1", LocalDate.MIN, LocalDate.MAX,
                List.of(new Authority(AuthorityLevel.MANAGING_AGENCY, java.util.Set.of(), "1")),
                Map.of(Deadline.PERIODIC_REPORT, new Term(15, Term.Unit.DAYS, "9")),
                new RequiredDocuments(List.of(), "2"), true, true)), List.of());
    }

    private static AcceptDossier accept(String... missing) {
        return new AcceptDossier(PROJECT, List.of(missing), REGISTERED_ON);
    }

    private static DossierReturned returned(String reason) {
        return new DossierReturned(PROJECT, List.of(), reason, REGISTERED_ON);
    }

    private static AppraisalConcluded concludedOn(LocalDate date) {
        return new AppraisalConcluded(PROJECT, AppraisalResult.FAVOURABLE, DocumentRef.of("BC 5"), null, date);
    }

    private static ProjectRegistered relief() {
        return new ProjectRegistered(PROJECT, "VN-2026-009", null, "Flood relief", AidKind.EMERGENCY_RELIEF,
                BudgetTreatment.OFF_BUDGET, Perspective.OWNER, List.of(DONOR), null, null, List.of(), List.of(), null,
                null, REGISTERED_ON);
    }

    private static ApproveAid approveOn(LocalDate date) {
        return new ApproveAid(PROJECT, DocumentRef.of("12/QĐ-UBND"), "UBND tỉnh An Giang", null,
                List.of(Money.of("5", "USD")), date);
    }

    private static ApproveAid approveAs(AuthorityLevel level) {
        return new ApproveAid(PROJECT, DocumentRef.of("12/QĐ-UBND"), "UBND tỉnh An Giang", level, null,
                List.of(Money.of("5", "USD")), null, List.of(), APPROVED_ON);
    }

    private static AidConfirmed confirmed(long entry) {
        return new AidConfirmed(PROJECT, entry, Party.named("Sở Tài chính"), Money.of("50", "USD"),
                DocumentRef.of("XN 1"), PAID_ON);
    }

    /** Where minh holds a role and has delegated it to the one who acts. */
    private static Scenario<ProjectCommand, ProjectEvent> delegatedByMinh(
            Scenario<ProjectCommand, ProjectEvent> scenario) {
        ActorId delegate = new ActorId(Scenario.ACTOR);
        return scenario.where(Tag.administers("quan"), 100, ActorFacts.granted())
                .where(Tag.delegated("minh", delegate.value()), 101,
                        ActorFacts.delegated(delegate, ActorFacts.FROM));
    }

    private static CarryOutDisbursement carryOut(long proposal) {
        return new CarryOutDisbursement(PROJECT, proposal, PAID_ON);
    }

    private static ProjectEvent paid(long proposal) {
        return new ProjectEvent.FundsDisbursed(PROJECT, DisbursementPurpose.PAYMENT, SUPPLIER, Money.of("40", "USD"),
                null, null, null, proposal, null, null, PAID_ON);
    }

    private static Broken<ProjectCommand, ProjectEvent> rule(String code, String rule, Judged judged,
            Scenario<ProjectCommand, ProjectEvent> broken, ProjectCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }
}
