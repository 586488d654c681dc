package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.actor.ActorId;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.period.ReportingEntity;
import org.aidledger.project.MoneyEvent.PledgeWithdrawn;
import org.aidledger.project.ProjectEvent.ActivityStatusReported;
import org.aidledger.project.ProjectEvent.AidAccountOpened;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.StatementEvent.FactAmended;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a project need to know of its past. Mutable and owned by whoever folds the stream: copying the totals on
 * every event would cost more than the decision. {@link ProjectDecisions#decide} never changes it.
 */
public final class ProjectState {

    private @Nullable ProjectRegistered registration;
    private Stage stage = Stage.PLEDGED;
    private boolean begun;
    private final Map<String, AidAccountOpened> accounts = new HashMap<>(4);
    private final Procedure procedure = new Procedure();
    private final Proposals proposals = new Proposals();
    private final Facts facts = new Facts();
    private final Balances balances = new Balances();
    private final Stock stock = new Stock();
    /** By version of the entry first made: what stands of it; null for an event that moves no money, or stands no longer. */
    private final List<@Nullable Movement> standing = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>(4);
    /** Who entered the goods received, by version. */
    private final Map<Long, ActorId> goodsReceivers = new HashMap<>(4);

    private ProjectState() {
    }

    /** A stream without events. */
    public static ProjectState empty() {
        return new ProjectState();
    }

    /**
     * The state after one more event of which nobody is known to have entered it; see {@link #evolve(ProjectEvent, ActorId)}.
     */
    public ProjectState evolve(ProjectEvent event) {
        return evolve(event, null);
    }

    /**
     * The state after one more event, which is this object, changed.
     *
     * @param event the stream's next event
     * @param actor who entered it; null where no rule about persons is to look at it
     */
    public ProjectState evolve(ProjectEvent event, @Nullable ActorId actor) {
        long version = standing.size();
        standing.add(event instanceof Movement movement ? movement : null);
        switch (event) {
            case ProjectRegistered registered -> {
                registration = registered;
                facts.register(registered);
            }
            case AidAccountOpened opened -> accounts.putIfAbsent(opened.account(), opened);
            case AidApproved approved -> {
                procedure.approve(approved);
                approved.approved().forEach(money -> balances.add(Measure.APPROVED, money));
            }
            case ProcedureEvent e -> procedure(version, e, actor);
            case Movement movement -> move(version, movement, actor);
            case EntryCorrected corrected -> correct(corrected);
            case ProposalEvent proposal -> proposals.add(version, proposal, actor);
            case FactAmended amended -> facts.amend(amended);
            case StatementEvent statement -> {
                // It states; no rule looks at it.
            }
            case LifeEvent step -> {
                // Its stage is all there is to it.
            }
            case ActivityStatusReported status -> {
                // A publisher's word; the project's own steps say where it is.
            }
            case RuleBreachNoted breach -> {
                // A remark about another event; it changes nothing.
            }
        }
        stage = Course.after(stage, event);
        begun |= Course.begins(event);
        if (stage == Stage.APPROVED && begun) {
            stage = Stage.IMPLEMENTING;
        }
        return this;
    }

    private void procedure(long version, ProcedureEvent event, @Nullable ActorId actor) {
        procedure.add(version, event, actor);
        switch (event) {
            case ProcedureEvent.ApprovalAmended e -> {
                e.before().forEach(money -> balances.add(Measure.APPROVED, money.negated()));
                e.approved().forEach(money -> balances.add(Measure.APPROVED, money));
            }
            case ProcedureEvent.ApprovalRevoked e ->
                e.before().forEach(money -> balances.add(Measure.APPROVED, money.negated()));
            case ProcedureEvent e -> {
                // It approves nothing and takes nothing back.
            }
        }
    }

    private void move(long version, Movement movement, @Nullable ActorId actor) {
        Effects.post(movement, balances);
        stock.post(version, movement);
        proposals.carriedOut(movement);
        if (movement instanceof GoodsEvent.GoodsReceived && actor != null) {
            goodsReceivers.put(version, actor);
        }
        if (movement instanceof PledgeWithdrawn && stage == Stage.PLEDGED && balances.isZero(Measure.PLEDGED_IN)) {
            stage = Stage.WITHDRAWN;
        }
    }

    private void correct(EntryCorrected correction) {
        Effects.reverse(correction.reversed(), balances);
        stock.reverse(correction.corrected(), correction.reversed());
        Movement reentered = correction.reentered();
        if (reentered == null) {
            withdrawn.add(correction.corrected());
        } else {
            Effects.post(reentered, balances);
            stock.post(correction.corrected(), reentered);
        }
        proposals.carriedOut(correction);
        standing.set(Math.toIntExact(correction.corrected()), reentered);
    }

    /** The version the stream's next event gets: how many it has. */
    public long nextVersion() {
        return standing.size();
    }

    /** Null for a stream without events. */
    public @Nullable ProjectRegistered registration() {
        return registration;
    }

    /** Whose books the project is in; null when it names nobody. */
    public @Nullable ReportingEntity reportingEntity() {
        return registration == null ? null : registration.reportingEntity();
    }

    /** Where the project's own steps have brought it. */
    public Stage stage() {
        return stage;
    }

    AidKind kind() {
        return registration == null ? AidKind.PROJECT : registration.kind();
    }

    /** Whether the decrees' limits on approved money bind these books: they bind the recipient, not a donor's own report. */
    boolean needsApproval() {
        return registration != null && registration.perspective() == Perspective.OWNER;
    }

    /** The effective date of the earliest approval. */
    @Nullable
    LocalDate firstApproval() {
        return procedure.firstApproval();
    }

    Procedure procedure() {
        return procedure;
    }

    Proposals proposals() {
        return proposals;
    }

    Facts facts() {
        return facts;
    }

    Stock stock() {
        return stock;
    }

    @Nullable
    ActorId receiverOf(long receipt) {
        return goodsReceivers.get(receipt);
    }

    Map<String, AidAccountOpened> accounts() {
        return accounts;
    }

    /** What stands of the entry first made at that version; null when there is no such entry, or none stands. */
    public @Nullable Movement standing(long version) {
        return version < 0 || version >= standing.size() ? null : standing.get((int) version);
    }

    boolean isWithdrawn(long version) {
        return withdrawn.contains(version);
    }

    Money total(Measure measure, Currency currency) {
        return balances.total(measure, currency);
    }

    Money total(Balances.Slot slot) {
        return balances.total(slot);
    }

    Money cash(String moneyAccount, Currency currency) {
        return balances.cash(moneyAccount, currency);
    }

    Balances balances() {
        return balances;
    }
}
