package org.aidledger.project;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aidledger.event.Decision;
import org.aidledger.event.Decision.Accepted;
import org.aidledger.event.Decision.Refused;
import org.aidledger.event.Refusal;
import org.aidledger.money.Currency;
import org.aidledger.project.ProjectEvent.RuleBreachNoted;
import org.aidledger.project.RandomCommands.Step;
import org.jspecify.annotations.Nullable;

/** One life, lived by the ledger's decisions and by the model beside each other. */
final class ModelComparison {

    private final ModelProject model = new ModelProject();
    private final ProjectState state = ProjectState.empty();
    private final Map<String, Integer> codes = new HashMap<>();

    ModelProject model() {
        return model;
    }

    Stage stage() {
        return state.stage();
    }

    /** How often each rule was broken. */
    Map<String, Integer> codes() {
        return codes;
    }

    /** Where a whole sequence first differs, in words; null where it does not. */
    static @Nullable String of(List<Step> steps) {
        ModelComparison comparison = new ModelComparison();
        for (int i = 0; i < steps.size(); i++) {
            String difference = comparison.apply(steps.get(i));
            if (difference != null) {
                return "command " + i + ", " + steps.get(i) + ": " + difference;
            }
        }
        return null;
    }

    /** One more command; how the two differ on it or after it, null where they agree. */
    @Nullable
    String apply(Step step) {
        ModelVerdict expected = ModelJudge.judge(model, step.command(), step.who());
        Decision<ProjectEvent> decision = ProjectDecisions.decide(state, step.command(), step.who());
        ModelVerdict actual = switch (decision) {
            case Refused<ProjectEvent>(var refusals) -> refused(refusals);
            case Accepted<ProjectEvent>(var events) -> recorded(expected, events);
        };
        if (!expected.equals(actual)) {
            return "the model says " + expected + ", the ledger " + actual;
        }
        if (decision instanceof Accepted<ProjectEvent>(var events)) {
            events.forEach(event -> {
                state.evolve(event, step.who().actor());
                model.tell(event, step.who().actor());
            });
        }
        count(actual);
        return difference();
    }

    private void count(ModelVerdict verdict) {
        Set<String> broken = switch (verdict) {
            case ModelVerdict.Refused v -> v.codes();
            case ModelVerdict.Recorded v -> v.noted();
            case ModelVerdict.Unchanged v -> Set.of();
        };
        broken.forEach(code -> codes.merge(code, 1, Integer::sum));
    }

    static ModelVerdict refused(List<Refusal> refusals) {
        return new ModelVerdict.Refused(refusals.stream().map(Refusal::code).collect(Collectors.toSet()));
    }

    /** What was recorded; its first event counts only where the model says all of it. */
    static ModelVerdict recorded(ModelVerdict expected, List<ProjectEvent> events) {
        if (events.isEmpty()) {
            return new ModelVerdict.Unchanged();
        }
        boolean compared = expected instanceof ModelVerdict.Recorded wanted && wanted.fact() != null;
        return new ModelVerdict.Recorded(compared ? events.getFirst() : null, events.stream().skip(1)
                .map(event -> ((RuleBreachNoted) event).rule()).collect(Collectors.toSet()));
    }

    private @Nullable String difference() {
        if (model.stage() != state.stage()) {
            return "the model is at " + model.stage() + ", the ledger at " + state.stage();
        }
        if (state.nextVersion() != model.history().size()) {
            return "versions differ";
        }
        Map<String, BigDecimal> kept = kept();
        Set<String> names = new TreeSet<>(kept.keySet());
        names.addAll(model.sums().keySet());
        for (String name : names) {
            BigDecimal said = kept.getOrDefault(name, BigDecimal.ZERO);
            if (said.compareTo(model.sum(name)) != 0) {
                return name + ": the model has " + model.sum(name) + ", the ledger " + said;
            }
        }
        for (String currency : List.of("USD", "EUR", "VND")) {
            if (model.approved(currency)
                    .compareTo(state.total(Measure.APPROVED, Currency.of(currency)).amount()) != 0) {
                return "what is approved in " + currency + " differs";
            }
        }
        for (long version = 0; version < model.history().size(); version++) {
            if (state.standing(version) != model.standing().get(version)) {
                return "what stands at " + version + " differs";
            }
        }
        return null;
    }

    private Map<String, BigDecimal> kept() {
        Map<String, BigDecimal> kept = new TreeMap<>();
        state.balances().forEach((slot, money) -> {
            String name = switch (slot.measure()) {
                case PLEDGED_IN -> "pledged IN";
                case PLEDGED_OUT -> "pledged OUT";
                case COMMITTED_IN -> "committed IN";
                case COMMITTED_OUT -> "committed OUT";
                case CASH, CLEARED -> slot.measure().name().toLowerCase(Locale.ROOT) + " " + slot.part();
                case RECEIVED, DISBURSED, ADVANCES, EXPENDITURE, OUTFLOW ->
                    slot.measure().name().toLowerCase(Locale.ROOT);
                case APPROVED, REFUNDED -> "";
            };
            if (!name.isEmpty()) {
                kept.put(name + " " + slot.currency(), money.amount());
            }
        });
        return kept;
    }
}
