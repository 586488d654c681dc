package org.aidledger.project;

import static org.aidledger.project.PaidFrom.ACCOUNT;
import static org.aidledger.project.PaidFrom.ADVANCE;
import static org.aidledger.project.ProjectFacts.*;
import static org.aidledger.testing.Judged.ALWAYS;
import static org.aidledger.testing.Judged.IN_BOTH_WAYS;
import static org.aidledger.testing.Judged.WHEN_DECIDED;

import java.util.List;
import org.aidledger.event.MetadataKeys;
import org.aidledger.money.Money;
import org.aidledger.project.ProjectEvent.FundsDisbursed;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.testing.Judged;
import org.aidledger.testing.RuleExample;
import org.aidledger.testing.RuleExample.Broken;
import org.aidledger.testing.Scenario;

/** The rules of an aid project by example, in the order in which a reader meets them. */
public final class ProjectRules {

    private static final ProjectEvent[] ONE_PAYMENT = {registered(), approved("100", "USD"), disbursed("50", "USD")};

    private ProjectRules() {
    }

    public static List<RuleExample<ProjectCommand, ProjectEvent>> examples() {
        return List.of(
                rule("stream.not-registered", "Nothing is entered into a project before it is registered.", ALWAYS,
                        given(),
                        pledge("100", "USD")).keeps(given(registered()), pledge("100", "USD")),
                rule("stream.registered-differently",
                        "A project is registered once; doing it again with the same facts changes"
                                + " nothing.",
                        ALWAYS, given(registered()), register(registered(Perspective.DONOR)))
                        .keeps(given(), register(registered(Perspective.DONOR))),
                rule("stream.version-moved",
                        "Who names the version they judged is refused when the project has moved on.", ALWAYS,
                        given(registered()).with(MetadataKeys.EXPECTED_VERSION, "-1"), pledge("100", "USD"))
                        .keeps(given(registered()).with(MetadataKeys.EXPECTED_VERSION, "0"), pledge("100", "USD")),
                rule("segregation.inspects-project", "Who is on a team that inspects a project enters nothing into it.",
                        IN_BOTH_WAYS, given(registered()).where(inspected(), 17).where(inspecting(), 17),
                        pledge("100", "USD"))
                        .keeps(given(registered()), pledge("100", "USD")),
                rule("project.only-reported", "A flow that the ledger has no entry of its own for is not decided here.",
                        WHEN_DECIDED, given(registered()), reportLoanRepayment("100", "USD"))
                        .keeps(pledge("100", "USD")),

                rule("funding.not-approved", "Money is received, disbursed and spent after the aid is approved.",
                        IN_BOTH_WAYS,
                        given(registered()), receive("100", "USD")).keeps(given(registered(), approved("100", "USD")),
                                receive("100", "USD")),
                rule("funding.before-approval", "Money is not dated before the first approval.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD")),
                        receive("100", "USD", null, APPROVED_ON.minusDays(1)))
                        .keeps(receive("100", "USD", null, APPROVED_ON)),
                rule("funding.exceeds-approved", "What is disbursed of a currency stays within what is approved of it.",
                        IN_BOTH_WAYS, given(registered(), approved("100", "USD"), disbursed("60", "USD")),
                        disburse("40.01", "USD")).keeps(disburse("40", "USD")),
                rule("funding.exceeds-cash", "A money account pays no more than it holds.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), accountOpened("bidv"),
                                received("50", "USD", "bidv")),
                        spend(ACCOUNT, "50.01", "USD", "bidv")).keeps(spend(ACCOUNT, "50", "USD", "bidv")),
                rule("funding.exceeds-advances", "No more of an advance is cleared or returned than is outstanding.",
                        IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), advanced("60", "USD", null)),
                        spend(ADVANCE, "60.01", "USD", null)).keeps(spend(ADVANCE, "60", "USD", null)),
                rule("funding.exceeds-commitments",
                        "What flows out stays within what agreements commit, in and out together,"
                                + " in a currency that has commitments.",
                        IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), committed("30", "USD"),
                                committed(Direction.OUT, "20", "USD")),
                        disburse("50.01", "USD")).keeps(disburse("50", "USD")),

                rule("account.none-opened", "An entry names no money account before one is opened.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD")), receive("100", "USD", "bidv"))
                        .keeps(receive("100", "USD")),
                rule("account.unknown", "An entry names a money account of the project.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD"), accountOpened("bidv")),
                        receive("100", "USD", "bdiv"))
                        .keeps(receive("100", "USD", "bidv")),
                rule("account.not-named", "A project with money accounts says which one its cash moves through.",
                        WHEN_DECIDED,
                        given(registered(), approved("100", "USD"), accountOpened("bidv")), receive("100", "USD"))
                        .keeps(receive("100", "USD", "bidv")),
                rule("account.not-used",
                        "Clearing an advance and a payment by the donor move no cash and name no account.",
                        IN_BOTH_WAYS, given(registered(), approved("100", "USD"), accountOpened("bidv")),
                        spend(PaidFrom.DONOR, "10", "USD", "bidv")).keeps(spend(PaidFrom.DONOR, "10", "USD", null)),
                rule("account.already-opened", "The name of a money account is given once.", IN_BOTH_WAYS,
                        given(registered(), accountOpened("bidv")), openAccount("bidv", "Vietcombank"))
                        .keeps(openAccount("vcb", "Vietcombank")),

                rule("approval.decision-number-used", "An approval decision is recorded once.", IN_BOTH_WAYS,
                        given(appraised(approved("100", "USD"))), amend("12/QĐ-UBND", Money.of("5", "USD")))
                        .keeps(amend("13/QĐ-UBND", Money.of("5", "USD"))),
                rule("approval.duplicate-currency", "An approval names one amount a currency.", IN_BOTH_WAYS,
                        given(appraised()),
                        approve("12/QĐ-UBND", Money.of("5", "USD"), Money.of("6", "USD")))
                        .keeps(approve("12/QĐ-UBND", Money.of("5", "USD"), Money.of("6", "EUR"))),
                rule("approval.nothing-approved", "An approval approves money.", IN_BOTH_WAYS, given(appraised()),
                        approve("12/QĐ-UBND")).keeps(approve("12/QĐ-UBND", Money.of("5", "USD"))),

                rule("date.in-future", "A fact is not dated after today in Viet Nam.", IN_BOTH_WAYS,
                        given(registered(), approved("100", "USD")),
                        receive("100", "USD", null, Scenario.TODAY.plusDays(1)))
                        .keeps(receive("100", "USD", null, Scenario.TODAY)),
                rule("money.not-positive", "An amount is above zero; a report keeps the sign it came with.",
                        WHEN_DECIDED,
                        given(registered()), pledge("0.00", "USD")).keeps(pledge("0.01", "USD")),
                rule("money.currency-unlisted", "A currency is one that ISO 4217 lists or has listed.", IN_BOTH_WAYS,
                        given(registered()), pledge("100", "VNX")).keeps(pledge("100", "DEM")),
                rule("money.too-many-digits",
                        "An amount has no more decimal digits than its currency; a report keeps all its"
                                + " digits.",
                        WHEN_DECIDED, given(registered()), pledge("100.5", "VND"))
                        .keeps(pledge("100.0", "VND")),
                rule("pledge.donor-missing", "A pledge says who pledges.", WHEN_DECIDED, given(registered()),
                        pledge(null, "100", "USD")).keeps(pledge("100", "USD")),
                rule("commitment.agreement-missing", "A commitment cites its agreement.", WHEN_DECIDED,
                        given(registered()),
                        commit(null, "100", "USD")).keeps(commit("MOU 3", "100", "USD")),

                rule("correction.entry-unknown", "Only an entry of this project that moved money is corrected.", ALWAYS,
                        given(ONE_PAYMENT), correct(1, null)).keeps(correct(2, null)),
                rule("correction.entry-not-standing", "An entry that was reversed is not corrected again.", ALWAYS,
                        given(registered(), approved("100", "USD"), disbursed("50", "USD"),
                                corrected(2, disbursed("50", "USD"), null)),
                        correct(2, disbursed("40", "USD"))).keeps(
                                given(registered(), approved("100", "USD"),
                                        disbursed("50", "USD"),
                                        corrected(2, disbursed("50", "USD"), disbursed("45", "USD"))),
                                correct(2, disbursed("40", "USD"))),
                rule("correction.other-project", "The new entry belongs to the same project.", ALWAYS,
                        given(ONE_PAYMENT),
                        correct(2, elsewhere(disbursed("40", "USD")))).keeps(correct(2, disbursed("40", "USD"))),
                rule("correction.reason-missing", "A correction says why.", IN_BOTH_WAYS, given(ONE_PAYMENT),
                        correct(2, "DC-1", " ", null)).keeps(correct(2, null)),
                rule("correction.note-missing", "A correction has the number of its adjusting note.", IN_BOTH_WAYS,
                        given(ONE_PAYMENT), correct(2, " ", "typing error", null)).keeps(correct(2, null)),
                rule("correction.changes-nothing", "A correction changes what stands.", IN_BOTH_WAYS,
                        given(ONE_PAYMENT),
                        correct(2, disbursed("50", "USD"))).keeps(correct(2, disbursed("50.01", "USD"))));
    }

    private static Broken<ProjectCommand, ProjectEvent> rule(String code, String rule, Judged judged,
            Scenario<ProjectCommand, ProjectEvent> broken, ProjectCommand breaks) {
        return new Broken<>(code, rule, judged, broken, breaks);
    }

    private static Movement elsewhere(FundsDisbursed e) {
        return new FundsDisbursed(new ProjectId("PRJ-2026-002"), e.purpose(), e.to(), e.money(), e.moneyAccount(),
                e.voucher(),
                e.iati(), e.effectiveDate());
    }
}
