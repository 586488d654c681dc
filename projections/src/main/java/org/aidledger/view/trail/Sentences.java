package org.aidledger.view.trail;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.actor.ActorEvent;
import org.aidledger.bank.BankEvent;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.Entry;
import org.aidledger.event.NotedBreach;
import org.aidledger.inspection.InspectionEvent;
import org.aidledger.inspection.InspectionEvent.CheckRecorded;
import org.aidledger.inspection.InspectionEvent.FindingRaised;
import org.aidledger.inspection.InspectionEvent.InspectionConcluded;
import org.aidledger.inspection.InspectionEvent.InspectionOpened;
import org.aidledger.intake.ImportRunEvent.FileCompared;
import org.aidledger.intake.ImportRunEvent.FileImported;
import org.aidledger.money.Money;
import org.aidledger.ngo.NgoEvent;
import org.aidledger.period.PeriodEvent;
import org.aidledger.period.PeriodEvent.PeriodClosed;
import org.aidledger.period.PeriodEvent.PeriodReopened;
import org.aidledger.period.PeriodEvent.PeriodsOpened;
import org.aidledger.programme.TargetEvent.ProgrammeDecided;
import org.aidledger.programme.TargetEvent.TargetsSet;
import org.aidledger.project.Consumption;
import org.aidledger.project.Direction;
import org.aidledger.project.FundingSource;
import org.aidledger.project.GoodsEvent;
import org.aidledger.project.LifeEvent;
import org.aidledger.project.MoneyEvent;
import org.aidledger.project.Party;
import org.aidledger.project.Place;
import org.aidledger.project.ProcedureEvent;
import org.aidledger.project.ProjectEvent;
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
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.OtherFlowReported;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.ProposalEvent;
import org.aidledger.project.SectorShare;
import org.aidledger.project.StatementEvent;
import org.aidledger.rate.RateEvent.RatesRecorded;
import org.aidledger.text.Texts;
import org.jspecify.annotations.Nullable;

/** Says what an event is, in one sentence, with amounts and dates as the language writes them. */
final class Sentences {

    private static final Sentences VIETNAMESE = new Sentences(Texts.VIETNAMESE, ',', '.', "dd/MM/yyyy", "MM/yyyy");
    private static final Sentences ENGLISH = new Sentences(Texts.ENGLISH, '.', ',', "yyyy-MM-dd", "yyyy-MM");

    private final Texts texts;
    private final DecimalFormatSymbols symbols;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter months;

    private Sentences(Locale locale, char decimal, char grouping, String dates, String months) {
        this.texts = Texts.in(locale);
        this.symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(grouping);
        this.dates = DateTimeFormatter.ofPattern(dates, Locale.ROOT);
        this.months = DateTimeFormatter.ofPattern(months, Locale.ROOT);
    }

    static Sentences in(Locale locale) {
        return locale.getLanguage().equals(Texts.VIETNAMESE.getLanguage()) ? VIETNAMESE : ENGLISH;
    }

    String say(TrailLine line) {
        Entry entry = line.entry();
        return switch (entry.payload()) {
            case ProjectEvent event -> project(event, line.refersTo());
            case InspectionEvent event -> inspection(event);
            case NgoEvent event -> donor(event, line.refersTo());
            case RatesRecorded e -> on(e.document()).and("count", e.rates().size()).and("base", e.base())
                    .and("from", date(e.from())).and("to", date(e.to())).say("trail.rates-recorded");
            case ProgrammeDecided e -> on(e.decision()).and("name", named(e))
                    .and("first", Integer.toString(e.firstYear())).and("last", Integer.toString(e.lastYear()))
                    .say("trail.programme-decided");
            case TargetsSet e -> on(e.decision()).and("year", Integer.toString(e.year()))
                    .and("count", e.sectors().size())
                    .clause("active", e.donors() == null ? null : e.donors().toString())
                    .say("trail.targets-set");
            case ActorEvent event -> actor(event);
            case PeriodEvent event -> period(event);
            case BankEvent event -> new BankSentences(this).say(event);
            case FileImported e -> with("file", e.fileName()).and("activities", e.activities())
                    .and("transactions", e.transactions()).and("breaches", e.breaches()).say("trail.file-imported");
            case FileCompared e -> with("activities", e.activities()).and("matched", e.matched())
                    .and("vanished", e.vanished()).and("appeared", e.appeared()).and("amended", e.amended())
                    .say("trail.file-compared");
            default -> entry.type();
        };
    }

    private String project(ProjectEvent event, @Nullable Long refersTo) {
        return switch (event) {
            case ProjectRegistered e -> with("code", e.code()).and("title", title(e))
                    .and("perspective", word("trail.perspective", e.perspective())).say("trail.project-registered");
            case AidApproved e -> with("money", list(e.approved())).and("document", e.decision().reference())
                    .and("authority", e.authority()).clause("signer", e.signer()).say("trail.aid-approved");
            case AidAccountOpened e -> with("account", e.account()).and("bank", e.bank())
                    .and("reference", e.accountReference()).say("trail.aid-account-opened");
            case ActivityStatusReported e -> with("status", texts.say("trail.status." + e.status(), Map.of()))
                    .say("trail.activity-status-reported");
            case RuleBreachNoted e -> breach(e, refersTo);
            case EntryCorrected e -> correction(e, refersTo);
            case ProcedureEvent e -> new StepSentences(this, refersTo).say(e);
            case LifeEvent e -> new StepSentences(this, refersTo).say(e);
            case ProposalEvent e -> new StepSentences(this, refersTo).say(e);
            case StatementEvent e -> new StepSentences(this, refersTo).say(e);
            case Movement e -> movement(e, refersTo);
        };
    }

    private String movement(Movement movement, @Nullable Long refersTo) {
        Arguments money = with("money", money(movement.money()));
        return switch (movement) {
            case AidPledged e -> money.clause("from", name(e.donor()))
                    .say(e.direction() == Direction.IN ? "trail.aid-pledged-in" : "trail.aid-pledged-out");
            case CommitmentSigned e -> money.clause("with", name(e.party()))
                    .say(e.direction() == Direction.IN ? "trail.commitment-signed-in" : "trail.commitment-signed-out");
            case FundsReceived e -> money.clause("from", name(e.from())).clause("account", e.moneyAccount())
                    .say(e.fundingSource() == FundingSource.COUNTERPART ? "trail.counterpart-received"
                            : "trail.funds-received");
            case FundsDisbursed e -> money.clause("to", name(e.to())).clause("account", e.moneyAccount())
                    .clause("consumes", consumed(e.consumes())).clause("source", source(e.fundingSource()))
                    .say(code("trail.funds-disbursed", e.purpose()));
            case AdvanceReturned e -> money.clause("from", name(e.from())).clause("account", e.moneyAccount())
                    .say("trail.advance-returned");
            case ExpenditureRecorded e -> money.clause("to", name(e.to())).clause("category", e.category())
                    .clause("account", e.moneyAccount()).clause("consumes", consumed(e.consumes()))
                    .clause("source", source(e.fundingSource())).say(code("trail.expenditure-recorded", e.paidFrom()));
            case FundsRefunded e -> money.clause("to", name(e.to())).clause("account", e.moneyAccount())
                    .say("trail.funds-refunded");
            case OtherFlowReported e -> money.and("iatiType", e.iati().type()).say("trail.other-flow-reported");
            case MoneyEvent e -> new FlowSentences(this, refersTo).say(e);
            case GoodsEvent e -> new FlowSentences(this, refersTo).say(e);
        };
    }

    private String correction(EntryCorrected corrected, @Nullable Long refersTo) {
        Arguments arguments = with("note", corrected.noteNumber()).and("event", number(refersTo))
                .and("reason", word("trail.reason", corrected.reasonCode())).and("text", corrected.reasonText())
                .and("reversed", dated(corrected.reversed()));
        Movement reentered = corrected.reentered();
        if (corrected.movedTo() != null) {
            return arguments.and("project", corrected.movedTo().value()).say("trail.entry-moved");
        }
        return reentered == null ? arguments.say("trail.entry-withdrawn")
                : arguments.and("reentered", dated(reentered)).say("trail.entry-corrected");
    }

    String dated(Movement movement) {
        return with("sentence", movement(movement, null)).and("date", date(movement.effectiveDate()))
                .say("trail.dated");
    }

    private String inspection(InspectionEvent event) {
        return switch (event) {
            case InspectionOpened e -> with("title", e.title()).and("projects", join(e.projects()))
                    .and("team", join(e.team())).and("size", e.frozen().size()).say("trail.inspection-opened");
            case CheckRecorded e -> with("item", e.item()).and("project", e.project().value())
                    .and("result", word("trail.result", e.result())).clause("remark", e.remark())
                    .say("trail.check-recorded");
            case FindingRaised e -> with("finding", e.finding()).and("project", e.project().value())
                    .and("severity", word("trail.severity", e.severity())).and("text", e.text())
                    .clause("questioned", e.questioned() == null ? null : money(e.questioned()))
                    .and("cited", join(e.cited())).say("trail.finding-raised");
            case InspectionEvent.InspectionPlanned e -> with("title", e.title()).and("size", e.sampleSize())
                    .and("sha256", e.seedSha256()).clause("abandoned", listed(e)).say("trail.inspection-planned");
            case InspectionEvent.InspectionAbandoned e ->
                with("text", e.text()).clause("abandoned", listed(e)).say("trail.inspection-abandoned");
            case InspectionEvent.SampleDrawn e -> with("population", e.population()).and("seed", e.seed())
                    .clause("abandoned", listed(e)).say("trail.sample-drawn");
            case InspectionEvent.ResponseRecorded e -> with("respondent", e.respondent()).and("finding", e.finding())
                    .and("text", e.text()).say("trail.response-recorded");
            case InspectionEvent.CorrectiveActionAgreed e -> with("action", e.action()).and("finding", e.finding())
                    .and("text", e.text()).and("responsible", e.responsible()).and("due", date(e.due()))
                    .say("trail.corrective-action-agreed");
            case InspectionEvent.ActionDone e ->
                with("action", e.action()).and("text", e.text()).say("trail.action-done");
            case InspectionEvent.ActionVerified e ->
                with("action", e.action()).clause("remark", e.remark()).say("trail.action-verified");
            case InspectionEvent.FindingEscalated e -> with("finding", e.finding()).and("authority", e.authority())
                    .and("text", e.text()).say("trail.finding-escalated");
            case InspectionEvent.RecoveryOrdered e -> with("money", money(e.money())).and("finding", e.finding())
                    .and("document", e.order().reference()).and("due", date(e.due())).say("trail.recovery-ordered");
            case InspectionConcluded e -> with("conclusion", e.conclusion()).and("document", e.minutes().reference())
                    .say("trail.inspection-concluded");
        };
    }

    private static @Nullable String listed(InspectionEvent.OfPlan event) {
        return event.abandoned().isEmpty() ? null : join(event.abandoned());
    }

    private String breach(NotedBreach breach, @Nullable Long refersTo) {
        return with("sentence", texts.say(breach.rule(), breach.evidence())).and("rule", breach.rule())
                .and("event", number(refersTo)).say("trail.rule-breach-noted");
    }

    private String donor(NgoEvent event, @Nullable Long refersTo) {
        return switch (event) {
            case NgoEvent.DonorRegistered e -> with("name", e.name()).and("country", e.country())
                    .and("kind", word("trail.donor-kind", e.kind())).say("trail.donor-registered");
            case NgoEvent.CertificateGranted e -> with("document", e.certificate().reference())
                    .and("authority", e.authority()).and("from", date(e.validFrom())).and("to", date(e.validTo()))
                    .say("trail.certificate-granted");
            case NgoEvent.CertificateExtended e -> with("document", e.decision().reference())
                    .and("to", date(e.validTo())).say("trail.certificate-extended");
            case NgoEvent.CertificateAmended e -> with("document", e.decision().reference())
                    .and("areas", join(e.areas().stream().map(Place::province).toList()))
                    .and("sectors", join(e.sectors().stream().map(SectorShare::code).toList()))
                    .say("trail.certificate-amended");
            case NgoEvent.CertificateSuspended e -> on(e.decision()).say("trail.certificate-suspended");
            case NgoEvent.CertificateResumed e -> on(e.decision()).say("trail.certificate-resumed");
            case NgoEvent.CertificateRevoked e -> on(e.decision()).say("trail.certificate-revoked");
            case NgoEvent.RepresentativeNamed e ->
                with("subject", e.representative().subject()).say("trail.representative-named");
            case NgoEvent.SubjectKeyDestroyed e ->
                on(e.order()).and("subject", e.subject()).say("trail.subject-key-destroyed");
            case NgoEvent.RuleBreachNoted e -> breach(e, refersTo);
        };
    }

    private Arguments on(DocumentRef document) {
        return with("document", document.reference());
    }

    private String named(ProgrammeDecided programme) {
        String english = programme.nameEn();
        return this == ENGLISH && english != null ? english : programme.nameVi();
    }

    private String actor(ActorEvent event) {
        String actor = event.stream().actor().value();
        return switch (event) {
            case ActorEvent.RoleGranted e -> on(e.decision()).and("actor", actor)
                    .and("role", word("trail.role", e.role())).and("from", date(e.from()))
                    .clause("until", e.until() == null ? null : date(e.until())).say("trail.role-granted");
            case ActorEvent.RoleWithdrawn e -> on(e.decision()).and("actor", actor)
                    .and("role", word("trail.role", e.role())).say("trail.role-withdrawn");
            case ActorEvent.DelegationGiven e -> on(e.decision()).and("actor", actor)
                    .and("role", word("trail.role", e.role())).and("delegate", e.delegate().value())
                    .and("from", date(e.from())).and("to", date(e.until())).say("trail.delegation-given");
            case ActorEvent.DelegationEnded e -> on(e.decision()).and("actor", actor)
                    .and("role", word("trail.role", e.role())).and("delegate", e.delegate().value())
                    .say("trail.delegation-ended");
        };
    }

    private String period(PeriodEvent event) {
        return switch (event) {
            case PeriodsOpened e ->
                with("entity", e.entity().key()).and("month", month(e.first())).say("trail.periods-opened");
            case PeriodClosed e -> with("month", month(e.month())).and("lines", e.sheet().lines())
                    .and("size", e.sheet().size()).and("sha256", e.sheet().sha256()).say("trail.period-closed");
            case PeriodReopened e -> with("month", month(e.month())).and("document", e.order().reference())
                    .say("trail.period-reopened");
        };
    }

    private @Nullable String consumed(@Nullable Consumption consumes) {
        return consumes == null ? null
                : money(consumes.money()) + " (" + plain(consumes.rate()) + ", " + consumes.rateSource() + " "
                        + date(consumes.rateDate()) + ")";
    }

    private @Nullable String source(@Nullable FundingSource source) {
        return source == FundingSource.COUNTERPART ? word("trail.source", source) : null;
    }

    private String title(ProjectRegistered registered) {
        String preferred = this == VIETNAMESE ? registered.titleVi() : registered.titleEn();
        String other = this == VIETNAMESE ? registered.titleEn() : registered.titleVi();
        return preferred != null ? preferred : other != null ? other : registered.code();
    }

    static @Nullable String name(@Nullable Party party) {
        if (party == null) {
            return null;
        }
        return party.name() != null ? party.name() : party.ref();
    }

    String list(List<Money> moneys) {
        return moneys.stream().map(this::money).collect(Collectors.joining(", "));
    }

    static String join(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** All digits the amount came with, none added. */
    String money(Money money) {
        return plain(money.amount()) + " " + money.currency();
    }

    String plain(BigDecimal decimal) {
        int digits = Math.max(0, decimal.scale());
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(decimal);
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    private String month(YearMonth month) {
        return months.format(month);
    }

    static String number(@Nullable Long index) {
        return index == null ? "?" : index.toString();
    }

    String word(String family, Enum<?> value) {
        return texts.say(family + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'), Map.of());
    }

    static String code(String event, Enum<?> variant) {
        return event + "-" + variant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Arguments with(String name, Object value) {
        return new Arguments().and(name, value);
    }

    /** What a sentence is filled with. */
    final class Arguments {

        private final Map<String, String> values = new LinkedHashMap<>();

        Arguments and(String name, Object value) {
            values.put(name, value.toString());
            return this;
        }

        /** A part of the sentence that is left out when there is nothing to say. */
        Arguments clause(String name, @Nullable String value) {
            values.put(name, value == null ? "" : texts.say("trail.clause." + name, Map.of(name, value)));
            return this;
        }

        String say(String code) {
            return texts.say(code, values);
        }
    }
}
