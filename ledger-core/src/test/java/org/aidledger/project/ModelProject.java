package org.aidledger.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aidledger.actor.ActorId;
import org.aidledger.money.Money;
import org.aidledger.project.GoodsEvent.GoodsDistributed;
import org.aidledger.project.GoodsEvent.GoodsLost;
import org.aidledger.project.GoodsEvent.GoodsReceived;
import org.aidledger.project.GoodsEvent.GoodsSold;
import org.aidledger.project.GoodsEvent.GoodsValued;
import org.aidledger.project.ProcedureEvent.AidRefused;
import org.aidledger.project.ProcedureEvent.ApprovalAmended;
import org.aidledger.project.ProcedureEvent.ApprovalRevoked;
import org.aidledger.project.ProcedureEvent.DossierAccepted;
import org.aidledger.project.ProcedureEvent.DossierReturned;
import org.aidledger.project.ProcedureEvent.DossierSubmitted;
import org.aidledger.project.ProjectEvent.AidApproved;
import org.aidledger.project.ProjectEvent.EntryCorrected;
import org.aidledger.project.ProjectEvent.ExpenditureRecorded;
import org.aidledger.project.ProjectEvent.FundsReceived;
import org.aidledger.project.ProjectEvent.Movement;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.jspecify.annotations.Nullable;

/**
 * A project for comparison: it keeps its history and nothing else, and works everything out from the beginning each time, by
 * the reference of events and rules and not by the code it is compared with.
 */
final class ModelProject {

    /** What happened, and who entered it. */
    record Told(ProjectEvent event, ActorId actor) {
    }

    /** A lot of goods: what came, what left, what one is worth. */
    record Lot(BigDecimal came, BigDecimal left, @Nullable Money unit) {
        static final Lot NONE = new Lot(BigDecimal.ZERO, BigDecimal.ZERO, null);

        BigDecimal there() {
            return came.subtract(left);
        }
    }

    private final List<Told> history = new ArrayList<>();
    private Map<Long, Movement> standing = Map.of();
    private Map<String, BigDecimal> sums = Map.of();
    private Stage stage = Stage.PLEDGED;

    void tell(ProjectEvent event, ActorId actor) {
        history.add(new Told(event, actor));
        standing = standingNow();
        sums = ModelSums.of(standing.values());
        stage = stageNow();
    }

    List<Told> history() {
        return history;
    }

    <T> Stream<T> all(Class<T> type) {
        return history.stream().map(Told::event).filter(type::isInstance).map(type::cast);
    }

    <T> @Nullable T last(Class<T> type) {
        return all(type).reduce((earlier, later) -> later).orElse(null);
    }

    ProjectRegistered registration() {
        return (ProjectRegistered) history.getFirst().event();
    }

    boolean isEmergency() {
        return registration().kind() == AidKind.EMERGENCY_RELIEF;
    }

    boolean isOwner() {
        return registration().perspective() == Perspective.OWNER;
    }

    /** By the entry first made: what stands. */
    Map<Long, Movement> standing() {
        return standing;
    }

    private Map<Long, Movement> standingNow() {
        Map<Long, Movement> stands = new TreeMap<>();
        for (int version = 0; version < history.size(); version++) {
            stand(stands, version, history.get(version).event());
        }
        return stands;
    }

    private static void stand(Map<Long, Movement> stands, long version, ProjectEvent event) {
        if (event instanceof Movement movement) {
            stands.put(version, movement);
        } else if (event instanceof EntryCorrected corrected) {
            stands.remove(corrected.corrected());
            if (corrected.reentered() != null) {
                stands.put(corrected.corrected(), corrected.reentered());
            }
        }
    }

    BigDecimal sum(String slot) {
        return sums.getOrDefault(slot, BigDecimal.ZERO);
    }

    Map<String, BigDecimal> sums() {
        return sums;
    }

    Stage stage() {
        return stage;
    }

    private Stage stageNow() {
        Stage at = Stage.PLEDGED;
        boolean begun = false;
        for (int version = 0; version < history.size(); version++) {
            ProjectEvent event = history.get(version).event();
            begun |= event instanceof FundsReceived || event instanceof GoodsReceived
                    || event instanceof MoneyEvent.ServicesReceived
                    || event instanceof ExpenditureRecorded spent && spent.paidFrom() == PaidFrom.DONOR;
            at = step(at, event);
            if (event instanceof MoneyEvent.PledgeWithdrawn && at == Stage.PLEDGED && nothingPledged(version)) {
                at = Stage.WITHDRAWN;
            }
            if (at == Stage.APPROVED && begun) {
                at = Stage.IMPLEMENTING;
            }
        }
        return at;
    }

    private boolean nothingPledged(int version) {
        Map<Long, Movement> stands = new TreeMap<>();
        for (int i = 0; i <= version; i++) {
            stand(stands, i, history.get(i).event());
        }
        return ModelSums.of(stands.values()).entrySet().stream()
                .noneMatch(sum -> sum.getKey().startsWith("pledged IN ") && sum.getValue().signum() != 0);
    }

    private static Stage step(Stage at, ProjectEvent event) {
        return switch (event) {
            case DossierSubmitted e -> at == Stage.UNDER_APPRAISAL ? at : Stage.SUBMITTED;
            case DossierReturned e -> Stage.PLEDGED;
            case DossierAccepted e -> Stage.UNDER_APPRAISAL;
            case AidRefused e -> Stage.REFUSED;
            case AidApproved e -> at == Stage.IMPLEMENTING ? at : Stage.APPROVED;
            case ApprovalRevoked e -> Stage.REVOKED;
            case LifeEvent.ProjectSuspended e -> Stage.SUSPENDED;
            case LifeEvent.ProjectResumed e -> Stage.IMPLEMENTING;
            case LifeEvent.ProjectCompleted e -> Stage.COMPLETED;
            case LifeEvent.ProjectHandedOver e -> Stage.HANDED_OVER;
            case LifeEvent.ProjectSettled e ->
                Set.of(Stage.CANCELLED, Stage.REFUSED, Stage.REVOKED, Stage.WITHDRAWN).contains(at) ? at
                        : Stage.SETTLED;
            case LifeEvent.ProjectClosed e -> Stage.CLOSED;
            case LifeEvent.ProjectReopened e -> Stage.SETTLED;
            case LifeEvent.ProjectCancelled e -> Stage.CANCELLED;
            case ProjectEvent e -> at;
        };
    }

    Map<String, ProjectEvent.AidAccountOpened> accounts() {
        Map<String, ProjectEvent.AidAccountOpened> accounts = new HashMap<>();
        all(ProjectEvent.AidAccountOpened.class).forEach(e -> accounts.putIfAbsent(e.account(), e));
        return accounts;
    }

    /** By {@code receipt/item}; in the order of the history, since a lot is valued by its last valuation. */
    Map<String, Lot> lots(@Nullable EntryCorrected more, boolean reentered) {
        Map<String, Lot> lots = new LinkedHashMap<>();
        Map<Long, Movement> stands = new HashMap<>();
        for (int version = 0; version < history.size(); version++) {
            ProjectEvent event = history.get(version).event();
            if (event instanceof Movement movement) {
                goods(lots, version, movement, 1);
                stands.put((long) version, movement);
            } else if (event instanceof EntryCorrected corrected) {
                goods(lots, corrected.corrected(), Objects.requireNonNull(stands.remove(corrected.corrected())), -1);
                if (corrected.reentered() != null) {
                    goods(lots, corrected.corrected(), corrected.reentered(), 1);
                    stands.put(corrected.corrected(), corrected.reentered());
                }
            }
        }
        if (more != null) {
            goods(lots, more.corrected(), Objects.requireNonNull(stands.get(more.corrected())), -1);
            if (reentered && more.reentered() != null) {
                goods(lots, more.corrected(), more.reentered(), 1);
            }
        }
        return lots;
    }

    private static void goods(Map<String, Lot> lots, long version, Movement movement, int sign) {
        switch (movement) {
            case GoodsReceived m -> m.lines().forEach(line -> lots.merge(version + "/" + line.item(),
                    new Lot(line.quantity().multiply(BigDecimal.valueOf(sign)), BigDecimal.ZERO, null),
                    (lot, came) -> new Lot(lot.came().add(came.came()), lot.left(), lot.unit())));
            case GoodsValued m -> {
                Lot lot = lots.getOrDefault(m.receipt() + "/" + m.item(), Lot.NONE);
                lots.put(m.receipt() + "/" + m.item(), new Lot(lot.came(), lot.left(),
                        sign < 0 ? null : new Money(m.unitValue(), m.money().currency())));
            }
            case GoodsDistributed m -> leave(lots, m.receipt(), m.item(), m.quantity(), sign);
            case GoodsLost m -> leave(lots, m.receipt(), m.item(), m.quantity(), sign);
            case GoodsSold m -> leave(lots, m.receipt(), m.item(), m.quantity(), sign);
            case Movement m -> {
                // no goods
            }
        }
    }

    private static void leave(Map<String, Lot> lots, long receipt, String item, BigDecimal quantity, int sign) {
        Lot lot = lots.getOrDefault(receipt + "/" + item, Lot.NONE);
        lots.put(receipt + "/" + item,
                new Lot(lot.came(), lot.left().add(quantity.multiply(BigDecimal.valueOf(sign))), lot.unit()));
    }

    /** What is approved in all. A first decision and an amendment stand as they were made; a later decision adds to them. */
    List<Money> approved() {
        List<Money> approved = new ArrayList<>();
        for (Told told : history) {
            switch (told.event()) {
                case AidApproved e when approved.isEmpty() -> approved.addAll(e.approved());
                case AidApproved e -> e.approved().forEach(more -> add(approved, more));
                case ApprovalAmended e -> {
                    approved.clear();
                    approved.addAll(e.approved());
                }
                case ApprovalRevoked e -> approved.clear();
                case ProjectEvent e -> {
                    // approves nothing
                }
            }
        }
        return approved;
    }

    private static void add(List<Money> approved, Money more) {
        for (int i = 0; i < approved.size(); i++) {
            if (approved.get(i).currency().equals(more.currency())) {
                approved.set(i, approved.get(i).plus(more));
                return;
            }
        }
        approved.add(more);
    }

    /** The sum of it in a currency, as the limit for disbursements counts it: what every decision said, less what was taken back. */
    BigDecimal approved(String currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Told told : history) {
            List<Money> plus = List.of();
            List<Money> minus = List.of();
            switch (told.event()) {
                case AidApproved e -> plus = e.approved();
                case ApprovalAmended e -> {
                    plus = e.approved();
                    minus = e.before();
                }
                case ApprovalRevoked e -> minus = e.before();
                case ProjectEvent e -> {
                    // approves nothing
                }
            }
            sum = sum.add(ModelSums.in(currency, plus)).subtract(ModelSums.in(currency, minus));
        }
        return sum;
    }

    @Nullable
    LocalDate firstApproval() {
        return all(AidApproved.class).map(AidApproved::effectiveDate).min(Comparator.naturalOrder()).orElse(null);
    }

    Set<String> decisions() {
        Set<String> numbers = new HashSet<>();
        all(AidApproved.class).forEach(e -> numbers.add(e.decision().reference()));
        all(AidRefused.class).forEach(e -> numbers.add(e.decision().reference()));
        all(ApprovalAmended.class).forEach(e -> numbers.add(e.decision().reference()));
        all(ApprovalRevoked.class).forEach(e -> numbers.add(e.decision().reference()));
        return numbers;
    }

    boolean entered(ActorId actor, Class<? extends ProjectEvent> type) {
        return history.stream().anyMatch(told -> type.isInstance(told.event()) && told.actor().equals(actor));
    }

    /** The proposal of that version, null where none is open. */
    @Nullable
    Told proposal(long version) {
        if (version < 0 || version >= history.size()) {
            return null;
        }
        Told proposed = history.get((int) version);
        boolean isProposal = proposed.event() instanceof ProposalEvent.DisbursementProposed
                || proposed.event() instanceof ProposalEvent.CorrectionProposed;
        boolean isDone = history.stream().anyMatch(told -> switch (told.event()) {
            case ProjectEvent.FundsDisbursed e -> Objects.equals(e.proposal(), version);
            case EntryCorrected e -> Objects.equals(e.proposal(), version);
            case ProposalEvent.DisbursementRefused e -> e.proposal() == version;
            case ProjectEvent e -> false;
        });
        return isProposal && !isDone ? proposed : null;
    }
}
