package org.aidledger.catalogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.actor.ActorEvent;
import org.aidledger.bank.BankEvent;
import org.aidledger.event.Entry;
import org.aidledger.event.LedgerEvent;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.intake.ImportRunEvent;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.period.PeriodEvent;
import org.aidledger.programme.TargetEvent;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.MoneyEvent;
import org.aidledger.project.ProcedureEvent;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProposalEvent;
import org.aidledger.project.StatementEvent;
import org.aidledger.rate.RateEvent;

/**
 * Every event the ledger knows by a name and a revision that never change, and the one form in which each is stored: the leaf
 * of the transparency log, canonical JSON by RFC 8785. Java names are free to change, these are not.
 *
 * <p>Safe for use by any number of threads.
 */
public final class Catalogue {

    /** The next revision has further members that may be left out, so the one before reads as it is. */
    private static final List<Upcaster> MORE_MAY_BE_SAID = List.of(payload -> payload);

    private static final Catalogue LEDGER = new Catalogue(List.of(
            EventType.of("aid.ProjectRegistered", ProjectEvent.ProjectRegistered.class),
            EventType.of("aid.AidPledged", ProjectEvent.AidPledged.class),
            EventType.of("aid.CommitmentSigned", ProjectEvent.CommitmentSigned.class),
            new EventType("aid.AidApproved", ProjectEvent.AidApproved.class,
                    List.of(payload -> payload.set("places", payload.arrayNode()))),
            EventType.of("aid.AidAccountOpened", ProjectEvent.AidAccountOpened.class),
            new EventType("aid.FundsReceived", ProjectEvent.FundsReceived.class, MORE_MAY_BE_SAID),
            new EventType("aid.FundsDisbursed", ProjectEvent.FundsDisbursed.class, MORE_MAY_BE_SAID),
            new EventType("aid.AdvanceReturned", ProjectEvent.AdvanceReturned.class, MORE_MAY_BE_SAID),
            new EventType("aid.ExpenditureRecorded", ProjectEvent.ExpenditureRecorded.class, MORE_MAY_BE_SAID),
            EventType.of("aid.FundsRefunded", ProjectEvent.FundsRefunded.class),
            EventType.of("aid.OtherFlowReported", ProjectEvent.OtherFlowReported.class),
            EventType.of("aid.ActivityStatusReported", ProjectEvent.ActivityStatusReported.class),
            new EventType("aid.EntryCorrected", ProjectEvent.EntryCorrected.class, MORE_MAY_BE_SAID),
            EventType.of("aid.RuleBreachNoted", ProjectEvent.RuleBreachNoted.class),
            EventType.of("inspection.InspectionOpened", InspectionEvent.InspectionOpened.class),
            EventType.of("inspection.CheckRecorded", InspectionEvent.CheckRecorded.class),
            EventType.of("inspection.FindingRaised", InspectionEvent.FindingRaised.class),
            EventType.of("inspection.InspectionConcluded", InspectionEvent.InspectionConcluded.class),
            EventType.of("import.FileImported", ImportRunEvent.FileImported.class),
            EventType.of("aid.FactAmended", StatementEvent.FactAmended.class),
            EventType.of("import.FileCompared", ImportRunEvent.FileCompared.class),
            EventType.of("period.PeriodsOpened", PeriodEvent.PeriodsOpened.class),
            EventType.of("period.PeriodClosed", PeriodEvent.PeriodClosed.class),
            EventType.of("period.PeriodReopened", PeriodEvent.PeriodReopened.class),
            EventType.of("ngo.DonorRegistered", NgoEvent.DonorRegistered.class),
            EventType.of("ngo.CertificateGranted", NgoEvent.CertificateGranted.class),
            EventType.of("ngo.CertificateExtended", NgoEvent.CertificateExtended.class),
            EventType.of("ngo.CertificateAmended", NgoEvent.CertificateAmended.class),
            EventType.of("ngo.CertificateSuspended", NgoEvent.CertificateSuspended.class),
            EventType.of("ngo.CertificateResumed", NgoEvent.CertificateResumed.class),
            EventType.of("ngo.CertificateRevoked", NgoEvent.CertificateRevoked.class),
            EventType.of("ngo.RepresentativeNamed", NgoEvent.RepresentativeNamed.class),
            EventType.of("ngo.SubjectKeyDestroyed", NgoEvent.SubjectKeyDestroyed.class),
            EventType.of("ngo.RuleBreachNoted", NgoEvent.RuleBreachNoted.class),
            EventType.of("aid.PledgeReduced", MoneyEvent.PledgeReduced.class),
            EventType.of("aid.PledgeWithdrawn", MoneyEvent.PledgeWithdrawn.class),
            EventType.of("aid.CommitmentChanged", MoneyEvent.CommitmentChanged.class),
            EventType.of("aid.AdvanceCleared", MoneyEvent.AdvanceCleared.class),
            EventType.of("aid.InterestEarned", MoneyEvent.InterestEarned.class),
            EventType.of("aid.RecoveryReceived", MoneyEvent.RecoveryReceived.class),
            EventType.of("aid.FundsExchanged", MoneyEvent.FundsExchanged.class),
            EventType.of("aid.FundsTransferred", MoneyEvent.FundsTransferred.class),
            EventType.of("aid.ExchangeDifferenceRecognised", MoneyEvent.ExchangeDifferenceRecognised.class),
            EventType.of("aid.ServicesReceived", MoneyEvent.ServicesReceived.class),
            EventType.of("aid.GoodsReceived", GoodsEvent.GoodsReceived.class),
            EventType.of("aid.GoodsValued", GoodsEvent.GoodsValued.class),
            EventType.of("aid.GoodsDistributed", GoodsEvent.GoodsDistributed.class),
            EventType.of("aid.GoodsLost", GoodsEvent.GoodsLost.class),
            EventType.of("aid.GoodsSold", GoodsEvent.GoodsSold.class),
            EventType.of("aid.DossierSubmitted", ProcedureEvent.DossierSubmitted.class),
            EventType.of("aid.DossierReturned", ProcedureEvent.DossierReturned.class),
            EventType.of("aid.DossierAccepted", ProcedureEvent.DossierAccepted.class),
            EventType.of("aid.OpinionRequested", ProcedureEvent.OpinionRequested.class),
            EventType.of("aid.OpinionReceived", ProcedureEvent.OpinionReceived.class),
            EventType.of("aid.AppraisalConcluded", ProcedureEvent.AppraisalConcluded.class),
            EventType.of("aid.AidRefused", ProcedureEvent.AidRefused.class),
            EventType.of("aid.ApprovalAmended", ProcedureEvent.ApprovalAmended.class),
            EventType.of("aid.ApprovalRevoked", ProcedureEvent.ApprovalRevoked.class),
            EventType.of("aid.DisbursementProposed", ProposalEvent.DisbursementProposed.class),
            EventType.of("aid.DisbursementRefused", ProposalEvent.DisbursementRefused.class),
            EventType.of("aid.CorrectionProposed", ProposalEvent.CorrectionProposed.class),
            EventType.of("aid.AidConfirmed", StatementEvent.AidConfirmed.class),
            EventType.of("aid.PeriodicReportFiled", StatementEvent.PeriodicReportFiled.class),
            EventType.of("aid.ProjectSuspended", LifeEvent.ProjectSuspended.class),
            EventType.of("aid.ProjectResumed", LifeEvent.ProjectResumed.class),
            EventType.of("aid.ProjectCompleted", LifeEvent.ProjectCompleted.class),
            EventType.of("aid.ProjectHandedOver", LifeEvent.ProjectHandedOver.class),
            EventType.of("aid.ProjectSettled", LifeEvent.ProjectSettled.class),
            EventType.of("aid.ProjectClosed", LifeEvent.ProjectClosed.class),
            EventType.of("aid.ProjectReopened", LifeEvent.ProjectReopened.class),
            EventType.of("aid.ProjectCancelled", LifeEvent.ProjectCancelled.class),
            EventType.of("inspection.InspectionPlanned", InspectionEvent.InspectionPlanned.class),
            EventType.of("inspection.InspectionAbandoned", InspectionEvent.InspectionAbandoned.class),
            EventType.of("inspection.SampleDrawn", InspectionEvent.SampleDrawn.class),
            EventType.of("inspection.ResponseRecorded", InspectionEvent.ResponseRecorded.class),
            EventType.of("inspection.CorrectiveActionAgreed", InspectionEvent.CorrectiveActionAgreed.class),
            EventType.of("inspection.ActionDone", InspectionEvent.ActionDone.class),
            EventType.of("inspection.ActionVerified", InspectionEvent.ActionVerified.class),
            EventType.of("inspection.FindingEscalated", InspectionEvent.FindingEscalated.class),
            EventType.of("inspection.RecoveryOrdered", InspectionEvent.RecoveryOrdered.class),
            EventType.of("actor.RoleGranted", ActorEvent.RoleGranted.class),
            EventType.of("actor.RoleWithdrawn", ActorEvent.RoleWithdrawn.class),
            EventType.of("actor.DelegationGiven", ActorEvent.DelegationGiven.class),
            EventType.of("actor.DelegationEnded", ActorEvent.DelegationEnded.class),
            EventType.of("rate.RatesRecorded", RateEvent.RatesRecorded.class),
            EventType.of("target.ProgrammeDecided", TargetEvent.ProgrammeDecided.class),
            EventType.of("target.TargetsSet", TargetEvent.TargetsSet.class),
            EventType.of("bank.BankStatementRecorded", BankEvent.BankStatementRecorded.class),
            EventType.of("bank.StatementLineRecorded", BankEvent.StatementLineRecorded.class),
            EventType.of("bank.LinesMatched", BankEvent.LinesMatched.class),
            EventType.of("bank.MatchWithdrawn", BankEvent.MatchWithdrawn.class),
            EventType.of("bank.StatementReconciled", BankEvent.StatementReconciled.class),
            EventType.of("bank.StatementWithdrawn", BankEvent.StatementWithdrawn.class)));

    private final List<EventType> types;
    private final Map<String, EventType> byName;
    private final Payloads payloads;

    /** @throws IllegalArgumentException when a name or a class comes twice, or a record has a component without a form */
    Catalogue(List<EventType> types) {
        this.types = List.copyOf(types);
        this.payloads = new Payloads(types);
        this.byName = types.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    }

    /** The catalogue of this ledger. */
    public static Catalogue ledger() {
        return LEDGER;
    }

    /** Every event, in the order they came into the catalogue. */
    public List<EventType> types() {
        return types;
    }

    /** @throws IllegalArgumentException when the catalogue does not have the class */
    public EventType type(Class<? extends LedgerEvent> event) {
        return payloads.type(event);
    }

    /** @throws IllegalArgumentException when the catalogue does not have the name */
    public EventType type(String name) {
        EventType type = byName.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the catalogue has no event " + name);
        }
        return type;
    }

    /**
     * Renders an event's leaf but for its index and the time it is recorded at.
     *
     * @param stream the stream's id
     * @param version the event's place in the stream, from 0
     * @param metadata see {@link org.aidledger.event.MetadataKeys}
     * @throws LeafTooLarge when the leaf could be longer than {@value LeafTemplate#BYTES_MAX} bytes
     * @throws IllegalArgumentException when a component that must be there is null, or a value has no canonical form: a lone
     *         surrogate, a year of more than four digits, a number above 2^53
     */
    public LeafTemplate encode(UUID id, String stream, long version, Map<String, String> metadata, LedgerEvent event) {
        return Envelope.template(id, stream, version, metadata, type(event.getClass()), event.effectiveDate(),
                out -> payloads.write(event, out));
    }

    /**
     * Reads a stored leaf; an older revision of a payload becomes the newest.
     *
     * @throws UnreadableLeaf when the bytes are not exactly what {@link #encode} once wrote
     */
    public Entry decode(byte[] leaf) {
        var in = new CanonicalInput(leaf);
        Envelope.Located located = Envelope.read(in);
        LeafHeader header = located.header();
        return new Entry(header.index(), header.id(), header.stream(), header.version(), header.effectiveDate(),
                header.recordedAt(), header.type(), header.revision(), header.metadata(), payloads.read(located, in));
    }

    /**
     * The bytes by which a leaf is known to be an actor's without decoding it: the member of its metadata that names them. A text
     * cannot hold them, as its quotation marks are escaped.
     */
    public static byte[] enteredBy(String actor) {
        return Envelope.enteredBy(actor);
    }

    /**
     * Reads what is around the payload, of any event, known or not.
     *
     * @throws UnreadableLeaf when the leaf is not canonical, payload included, or lacks a member of the envelope
     */
    public static LeafHeader header(byte[] leaf) {
        return Envelope.read(new CanonicalInput(leaf)).header();
    }

    /** Whether the bytes are JSON in the form RFC 8785 gives it. */
    public static boolean isCanonical(byte[] json) {
        var in = new CanonicalInput(json);
        try {
            in.skip();
            in.expectEnd();
            return true;
        } catch (UnreadableLeaf notCanonical) {
            return false;
        }
    }

    RecordForm form(EventType type) {
        return payloads.form(type);
    }
}
