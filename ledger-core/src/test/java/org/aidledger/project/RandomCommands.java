package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.document.DocumentRef;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.AppraisalConcluded;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProcedureEvent.OpinionReceived;
import org.aidledger.project.ProcedureEvent.OpinionRequested;
import org.aidledger.project.ProjectCommand.RecordStep;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.rules.AidSubject;
import org.aidledger.rules.AuthorityLevel;
import org.aidledger.rules.RuleSets;
import org.jspecify.annotations.Nullable;

/**
 * Commands about one project, drawn from a seed: about half of them are the next step of a life that goes well, the others are
 * anything, with wrong dates, amounts, persons and references among them.
 */
final class RandomCommands {

    private static final List<String> DOSSIER =
            List.of("request", "donor-agreement", "project-document", "donor-status");
    private static final List<String> PEOPLE = List.of("lan", "minh", "hoa", "thao");

    /** A command and who sends it. */
    record Step(ProjectCommand command, ProjectContext who) {

        @Override
        public String toString() {
            return who.way() + " by " + who.actor() + (who.actorInspects() ? ", who inspects: " : ": ") + command;
        }
    }

    private final Random random;
    private final RandomMovements movements;
    private final RuleSets rules;
    private final int reportedPercent;
    private final ProjectId id;
    private final AidKind kind;
    private final Perspective perspective;
    private final LocalDate registered;
    private final LocalDate today;
    private final int inspectorsOneIn;
    private LocalDate day;

    /**
     * @param reportedPercent how many of a hundred commands report what happened rather than decide it
     * @param inspectorsOneIn one of so many commands comes from somebody who inspects the project; 0: none does
     */
    RandomCommands(long seed, ProjectId id, RuleSets rules, int reportedPercent, LocalDate today,
            int inspectorsOneIn) {
        this.today = today;
        this.inspectorsOneIn = inspectorsOneIn;
        this.random = new Random(seed);
        this.id = id;
        this.rules = rules;
        this.reportedPercent = reportedPercent;
        this.kind = random.nextInt(4) == 0 ? AidKind.EMERGENCY_RELIEF : AidKind.PROJECT;
        this.perspective = random.nextInt(8) == 0 ? Perspective.DONOR : Perspective.OWNER;
        this.day = LocalDate.of(2019, 6, 1).plusDays(random.nextInt(2_200));
        this.registered = day;
        this.movements = new RandomMovements(random, id);
    }

    /** @param project what has happened so far, so that references lead somewhere more often than not */
    Step next(ModelProject project) {
        LocalDate later = day.plusDays(random.nextInt(15));
        day = later.isAfter(today) ? today : later;
        Way way = random.nextInt(100) < reportedPercent ? Way.REPORTED : Way.DECIDED;
        var who = new ProjectContext(way, new ActorId(any(PEOPLE)), today,
                inspectorsOneIn > 0 && random.nextInt(inspectorsOneIn) == 0, rules);
        return new Step(project.history().isEmpty() ? register() : command(project), who);
    }

    private ProjectCommand command(ModelProject project) {
        ProjectCommand next = random.nextInt(100) < 45 ? ahead(project) : null;
        return next != null ? next : any(anything(project)).get();
    }

    /** What a project at this stage usually does. */
    private @Nullable ProjectCommand ahead(ModelProject project) {
        return switch (project.stage()) {
            case PLEDGED -> kind == AidKind.EMERGENCY_RELIEF ? approve() : submit();
            case SUBMITTED -> random.nextInt(3) == 0 ? submit() : accept();
            case UNDER_APPRAISAL -> random.nextBoolean() ? appraise(AppraisalResult.FAVOURABLE) : approve();
            case APPROVED -> project.accounts().isEmpty() ? open() : new ProjectCommand.ReceiveFunds(id,
                    ProjectFacts.DONOR, movements.money(), movements.account(), null, null, date());
            case SUSPENDED -> step(new LifeEvent.ProjectResumed(id, paper(), date()));
            case COMPLETED -> step(new LifeEvent.ProjectHandedOver(id, ProjectFacts.SUPPLIER, paper(), date()));
            case HANDED_OVER, CANCELLED -> step(new LifeEvent.ProjectSettled(id, paper(), date()));
            case SETTLED -> step(new LifeEvent.ProjectClosed(id, paper(), date()));
            case CLOSED -> step(new LifeEvent.ProjectReopened(id, paper(), reason(), date()));
            case IMPLEMENTING, REFUSED, REVOKED, WITHDRAWN -> null;
        };
    }

    private List<Supplier<ProjectCommand>> anything(ModelProject project) {
        List<Supplier<ProjectCommand>> all = new ArrayList<>(List.of(this::register, this::submit, this::accept,
                this::approve, this::open, () -> appraise(any(AppraisalResult.values())),
                () -> step(new DossierReturned(id, List.of("request"), reason(), date())),
                () -> step(new OpinionRequested(id, ProjectFacts.DONOR, random.nextBoolean() ? null
                        : date().plusDays(random.nextInt(-2, 20)), null, date())),
                () -> step(new OpinionReceived(id, version(project), OpinionPosition.AGREES, null, null, date())),
                () -> step(new AidRefused(id, decision(), "UBND", reason(), date())), this::amendApproval,
                this::amendApproval, () -> new ProjectCommand.RevokeApproval(id, decision(), "UBND", reason(), date()),
                () -> life(), () -> life(), () -> statement(project),
                () -> new ProjectCommand.AmendFact(id, null, "titleEn", "a", any(List.of("a", "b")), "again", date()),
                () -> new ProjectCommand.ReportActivityStatus(id, "2", date()), () -> correct(project),
                () -> correct(project), () -> correct(project), () -> proposeCorrection(project),
                () -> new ProjectCommand.CarryOutCorrection(id, version(project), date()),
                () -> move(project), this::propose, this::propose,
                () -> new ProjectCommand.CarryOutDisbursement(id, version(project), date()),
                () -> new ProjectCommand.CarryOutDisbursement(id, version(project), date()),
                () -> new ProjectCommand.RefuseDisbursement(id, version(project), reason(), date()),
                () -> goods(project), () -> goods(project), () -> goods(project)));
        for (int i = 0; i < 18; i++) {
            all.add(() -> movement(project));
        }
        return all;
    }

    private ProjectCommand register() {
        return new ProjectCommand.RegisterProject(id, "VN-1", null, random.nextInt(9) == 0 ? "Other water" : "Water",
                kind, BudgetTreatment.OFF_BUDGET, perspective, List.of(ProjectFacts.DONOR), null, null, List.of(),
                List.of(), null, null, registered);
    }

    private ProjectCommand submit() {
        int last = random.nextInt(6) == 0 ? random.nextInt(DOSSIER.size()) : DOSSIER.size();
        var items = DOSSIER.subList(0, last).stream().map(type -> new DossierItem(type, paper())).toList();
        return step(new DossierSubmitted(id, items, random.nextInt(6) == 0 ? List.of(any(AidSubject.values()))
                : List.of(), date()));
    }

    private ProjectCommand accept() {
        return new ProjectCommand.AcceptDossier(id, random.nextInt(5) == 0 ? List.of("request", "donor-status")
                : List.of(), date());
    }

    private ProjectCommand appraise(AppraisalResult result) {
        return step(new AppraisalConcluded(id, result, paper(), null, date()));
    }

    private ProjectCommand approve() {
        return new ProjectCommand.ApproveAid(id, decision(), "UBND", level(), null, approved(), null, List.of(),
                date());
    }

    private ProjectCommand amendApproval() {
        return new ProjectCommand.AmendApproval(id, decision(), "UBND", level(), null, approved(), null, List.of(),
                date());
    }

    private List<Money> approved() {
        return switch (random.nextInt(12)) {
            case 0 -> List.of();
            case 1 -> List.of(Money.of("200", "USD"), Money.of("1", "USD"));
            case 2 -> List.of(movements.money());
            case 3 -> List.of(Money.of("150.50", "USD"), Money.of("90", "EUR"), Money.of("5000000", "VND"));
            default -> List.of(Money.of(Integer.toString(random.nextInt(100, 400)), "USD"), Money.of("300", "EUR"));
        };
    }

    private @Nullable AuthorityLevel level() {
        return random.nextInt(7) == 0 ? any(AuthorityLevel.values()) : null;
    }

    private ProjectCommand open() {
        return new ProjectCommand.OpenAidAccount(id, movements.knownAccount(), random.nextInt(9) == 0 ? "VCB" : "BIDV",
                "741", LocalDate.of(2020, 1, 1));
    }

    private ProjectCommand life() {
        return step(switch (random.nextInt(8)) {
            case 0 -> new LifeEvent.ProjectSuspended(id, paper(), reason(), date());
            case 1 -> new LifeEvent.ProjectResumed(id, paper(), date());
            case 2 -> new LifeEvent.ProjectCompleted(id, paper(), date());
            case 3 -> new LifeEvent.ProjectHandedOver(id, ProjectFacts.SUPPLIER, paper(), date());
            case 4 -> new LifeEvent.ProjectSettled(id, paper(), date());
            case 5 -> new LifeEvent.ProjectClosed(id, paper(), date());
            case 6 -> new LifeEvent.ProjectReopened(id, paper(), reason(), date());
            default -> new LifeEvent.ProjectCancelled(id, paper(), reason(), date());
        });
    }

    private ProjectCommand statement(ModelProject project) {
        return step(switch (random.nextInt(3)) {
            case 0 -> new StatementEvent.AidConfirmed(id, version(project), ProjectFacts.DONOR, movements.money(),
                    paper(), date());
            case 1 ->
                new StatementEvent.PeriodicReportFiled(id, ReportKind.YEAR, day.minusDays(random.nextInt(-3, 300)),
                        day, List.of(movements.money()), paper(), date());
            default -> {
                boolean ofEntry = random.nextInt(3) == 0;
                String field = any(List.of("titleEn", "code", "colour"));
                yield new StatementEvent.FactAmended(id, ofEntry ? (Long) version(project) : null, field,
                        any(List.of("Water", "VN-1", "b")), any(List.of("Water", "b")), reason(), date());
            }
        });
    }

    private ProjectCommand movement(ModelProject project) {
        Movement movement = movements.next(project, date());
        return switch (movement) {
            case ProjectEvent.FundsReceived m when m.fundingSource() == null && random.nextBoolean() ->
                new ProjectCommand.ReceiveFunds(id, m.from(), m.money(), m.moneyAccount(), m.voucher(), m.iati(),
                        m.effectiveDate());
            case ProjectEvent.FundsDisbursed m when m.fundingSource() == null && m.consumes() == null
                    && m.proposal() == null && random.nextBoolean() ->
                new ProjectCommand.DisburseFunds(id, m.purpose(), m.to(), m.money(), m.moneyAccount(), m.voucher(),
                        m.iati(), m.effectiveDate());
            case ProjectEvent.AidPledged m when random.nextBoolean() -> new ProjectCommand.PledgeAid(id,
                    m.direction(), m.donor(), m.money(), m.letter(), m.iati(), m.effectiveDate());
            case ProjectEvent.CommitmentSigned m when random.nextBoolean() -> new ProjectCommand.SignCommitment(id,
                    m.direction(), m.party(), m.money(), m.agreement(), m.iati(), m.effectiveDate());
            case ProjectEvent.FundsRefunded m when random.nextBoolean() -> new ProjectCommand.RefundFunds(id, m.to(),
                    m.money(), m.moneyAccount(), m.voucher(), m.effectiveDate());
            case ProjectEvent.OtherFlowReported m -> new ProjectCommand.ReportOtherFlow(id, m.money(), m.iati(),
                    m.effectiveDate());
            case Movement m -> new ProjectCommand.RecordMovement(m);
        };
    }

    private ProjectCommand correct(ModelProject project) {
        return new ProjectCommand.CorrectEntry(id, entry(project), random.nextInt(20) == 0 ? " " : "ĐC-1",
                CorrectionReason.WRONG_AMOUNT, reason(), reentry(project), null, date());
    }

    private ProjectCommand proposeCorrection(ModelProject project) {
        return new ProjectCommand.ProposeCorrection(id, entry(project), "ĐC-2", CorrectionReason.WRONG_AMOUNT,
                reason(), reentry(project), null, date());
    }

    private ProjectCommand move(ModelProject project) {
        ProjectId other = random.nextInt(5) == 0 ? id : new ProjectId("PRJ-OTHER");
        Movement there = new ProjectEvent.FundsReceived(other, null, movements.money(), null, null, null, date());
        return new ProjectCommand.MoveEntry(id, entry(project), "ĐC-3", CorrectionReason.NOT_OURS, reason(), there,
                null, date());
    }

    private @Nullable Movement reentry(ModelProject project) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> null;
            case 3 -> project.standing().isEmpty() ? null : any(List.copyOf(project.standing().values()));
            case 4 -> new ProjectEvent.FundsReceived(random.nextInt(4) == 0 ? new ProjectId("PRJ-OTHER") : id, null,
                    movements.money(), movements.account(), null, null, date());
            default -> movements.next(project, date());
        };
    }

    private ProjectCommand propose() {
        return new ProjectCommand.ProposeDisbursement(id, any(DisbursementPurpose.values()), ProjectFacts.SUPPLIER,
                movements.money(), movements.account(), random.nextInt(5) == 0 ? FundingSource.COUNTERPART : null,
                null, null, date());
    }

    private ProjectCommand goods(ModelProject project) {
        var lots = List.copyOf(project.lots(null, false).keySet());
        String lot = lots.isEmpty() || random.nextInt(12) == 0 ? "0/máy bơm" : any(lots);
        long receipt = Long.parseLong(lot.substring(0, lot.indexOf('/')));
        String item = lot.substring(lot.indexOf('/') + 1);
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(-1, 8));
        return switch (random.nextInt(5)) {
            case 0, 1 -> new ProjectCommand.ValueGoods(id, receipt, item, BigDecimal.valueOf(random.nextInt(1, 20)),
                    Currency.of(any(List.of("USD", "USD", "QQQ"))), "invoice", null, date());
            case 2 -> new ProjectCommand.DistributeGoods(id, receipt, item, quantity, null, null, date());
            case 3 -> new ProjectCommand.WriteOffGoods(id, receipt, item, quantity, "flood", null, date());
            default -> new ProjectCommand.SellGoods(id, receipt, item, quantity, movements.money(),
                    movements.account(), null, null, date());
        };
    }

    private ProjectCommand step(ProjectEvent event) {
        return new RecordStep(event);
    }

    private LocalDate date() {
        return switch (random.nextInt(30)) {
            case 0 -> today.plusDays(random.nextInt(1, 30));
            case 1 -> day.minusDays(random.nextInt(700));
            case 2 -> day.plusDays(random.nextInt(250));
            default -> day;
        };
    }

    private DocumentRef paper() {
        return DocumentRef.of("giấy tờ");
    }

    private DocumentRef decision() {
        return DocumentRef.of("QĐ-" + random.nextInt(40));
    }

    private String reason() {
        return random.nextInt(20) == 0 ? " " : "because";
    }

    private long version(ModelProject project) {
        return random.nextLong(-1, project.history().size() + 1);
    }

    /** Mostly one that stands. */
    private long entry(ModelProject project) {
        List<Long> standing = List.copyOf(project.standing().keySet());
        return standing.isEmpty() || random.nextInt(8) == 0 ? version(project) : any(standing);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
