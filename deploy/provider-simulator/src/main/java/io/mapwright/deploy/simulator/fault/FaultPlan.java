package io.mapwright.deploy.simulator.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The faults in force. For each call every rule that concerns it is tossed once; the rules that come up are its fate.
 *
 * <p>Not thread-safe. The same seed and the same order of calls give the same faults.
 */
public final class FaultPlan {

    private final RandomGenerator random;
    private final Map<Integer, Rule> rules = new LinkedHashMap<>();
    private int lastId;

    public FaultPlan(RandomGenerator random) {
        this.random = random;
    }

    /** Adds a rule and answers its id. */
    public int add(Fault fault) {
        rules.put(++lastId, new Rule(fault));
        return lastId;
    }

    /** Forgets one rule; false when there was none. */
    public boolean remove(int id) {
        return rules.remove(id) != null;
    }

    public void clear() {
        rules.clear();
    }

    /** The rules in force with their ids and how often each has struck. */
    public List<Standing> standing() {
        List<Standing> result = new ArrayList<>();
        rules.forEach((id, rule) -> result.add(new Standing(id, rule.fault, rule.struck)));
        return result;
    }

    /** What will go wrong with one call; at most one fault of each kind, the oldest rule first. */
    public Fate fateOf(String provider, String account, String model) {
        return fateOf(provider, account, model, fault -> true);
    }

    /** The same of those faults alone that can happen at this moment; the others are not tossed. */
    public Fate fateOf(String provider, String account, String model, Predicate<Fault> possible) {
        if (rules.isEmpty()) {
            return Fate.GOOD;
        }
        Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
        for (Rule rule : rules.values()) {
            Fault fault = rule.fault;
            boolean spent = fault.count() > 0 && rule.struck >= fault.count();
            if (!spent
                    && possible.test(fault)
                    && fault.concerns(provider, account, model)
                    && !faults.containsKey(fault.kind())
                    && (fault.probability() >= 1 || random.nextDouble() < fault.probability())) {
                rule.struck++;
                faults.put(fault.kind(), fault);
            }
        }
        return faults.isEmpty() ? Fate.GOOD : new Fate(faults);
    }

    /**
     * A rule in force.
     *
     * @param id for {@link #remove}
     * @param fault the rule
     * @param struck how many calls it has hit
     */
    public record Standing(int id, Fault fault, int struck) {}

    /** The faults of one call. */
    public record Fate(Map<FaultKind, Fault> faults) {

        /** Nothing goes wrong. */
        public static final Fate GOOD = new Fate(Map.of());

        public boolean has(FaultKind kind) {
            return faults.containsKey(kind);
        }

        public Optional<Fault> get(FaultKind kind) {
            return Optional.ofNullable(faults.get(kind));
        }
    }

    private static final class Rule {
        private final Fault fault;
        private int struck;

        private Rule(Fault fault) {
            this.fault = fault;
        }
    }
}
