package org.aidledger.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
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
    private final Map<String, AidAccountOpened> accounts = new HashMap<>(4);
    private final Set<String> approvalDecisions = new HashSet<>(4);
    private @Nullable LocalDate firstApproval;
    private final Balances balances = new Balances();
    /** By version of the entry first made: what stands of it; null for an event that moves no money, or stands no longer. */
    private final List<@Nullable Movement> standing = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>(4);

    private ProjectState() {
    }

    /** A stream without events. */
    public static ProjectState empty() {
        return new ProjectState();
    }

    /**
     * The state after one more event, which is this object, changed.
     *
     * @param event the stream's next event
     */
    public ProjectState evolve(ProjectEvent event) {
        standing.add(event instanceof Movement movement ? movement : null);
        switch (event) {
            case ProjectRegistered registered -> registration = registered;
            case AidAccountOpened opened -> accounts.putIfAbsent(opened.account(), opened);
            case AidApproved approved -> approve(approved);
            case Movement movement -> Effects.post(movement, balances);
            case EntryCorrected corrected -> correct(corrected);
            case ActivityStatusReported status -> {
                // No rule looks at it.
            }
            case FactAmended amended -> {
                // No rule looks at it; a reversal undoes what was posted, under the words it was posted with.
            }
            case RuleBreachNoted breach -> {
                // A remark about another event; it changes nothing.
            }
        }
        return this;
    }

    private void approve(AidApproved approval) {
        approval.approved().forEach(money -> balances.add(Measure.APPROVED, money));
        approvalDecisions.add(approval.decision().reference());
        if (firstApproval == null || approval.effectiveDate().isBefore(firstApproval)) {
            firstApproval = approval.effectiveDate();
        }
    }

    private void correct(EntryCorrected correction) {
        Effects.reverse(correction.reversed(), balances);
        Movement reentered = correction.reentered();
        if (reentered == null) {
            withdrawn.add(correction.corrected());
        } else {
            Effects.post(reentered, balances);
        }
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

    /** Whether the decrees' limits on approved money bind these books: they bind the recipient, not a donor's own report. */
    boolean needsApproval() {
        return registration != null && registration.perspective() == Perspective.OWNER;
    }

    /** The effective date of the earliest approval. */
    @Nullable
    LocalDate firstApproval() {
        return firstApproval;
    }

    boolean hasDecision(String number) {
        return approvalDecisions.contains(number);
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
}
