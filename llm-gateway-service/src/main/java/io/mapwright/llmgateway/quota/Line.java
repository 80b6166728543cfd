package io.mapwright.llmgateway.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The callers that wait in this replica for one scope: by class, inside a class by organization, inside an organization
 * first come first served. Joining and leaving take constant time.
 */
final class Line {

    private static final int GROUPS_PER_CLASS = 32;
    private static final int PRICED_TOGETHER = 8;

    private final Map<PriorityClass, Map<String, LinkedHashSet<Waiter>>> classes = new EnumMap<>(PriorityClass.class);
    private final Map<PriorityClass, Integer> sizes = new EnumMap<>(PriorityClass.class);
    private final PriorityQueue<Waiter> deadlines = new PriorityQueue<>(Comparator.comparingLong(Waiter::deadline));

    Line() {
        for (var priority : PriorityClass.values()) {
            classes.put(priority, new LinkedHashMap<>());
            sizes.put(priority, 0);
        }
    }

    void join(Waiter waiter) {
        classes.get(waiter.priority())
                .computeIfAbsent(waiter.organization(), organization -> new LinkedHashSet<>())
                .add(waiter);
        sizes.merge(waiter.priority(), 1, Integer::sum);
        deadlines.add(waiter);
    }

    /** Takes a caller out; says no when it had left already. */
    boolean remove(Waiter waiter) {
        if (!waiter.leave()) {
            return false;
        }
        var organizations = classes.get(waiter.priority());
        var waiters = organizations.get(waiter.organization());
        waiters.remove(waiter);
        if (waiters.isEmpty()) {
            organizations.remove(waiter.organization());
        }
        sizes.merge(waiter.priority(), -1, Integer::sum);
        while (!deadlines.isEmpty() && deadlines.peek().hasLeft()) {
            deadlines.remove();
        }
        return true;
    }

    int size(PriorityClass priority) {
        return sizes.get(priority);
    }

    boolean isEmpty() {
        return deadlines.isEmpty();
    }

    /**
     * How many of a class are served before the last one of an organization: organizations take turns.
     *
     * @param included whether that one is in line already, 1 or 0
     */
    long aheadOf(PriorityClass priority, String organization, int included) {
        var organizations = classes.get(priority);
        int own = organizations.containsKey(organization)
                ? organizations.get(organization).size() - included
                : 0;
        long ahead = own;
        for (var other : organizations.entrySet()) {
            if (!other.getKey().equals(organization)) {
                ahead += Math.min(own + 1, other.getValue().size());
            }
        }
        return ahead;
    }

    /** The caller whose patience ends next. */
    Optional<Waiter> mostPressed() {
        return Optional.ofNullable(deadlines.peek());
    }

    /** Everybody, in no order that matters. */
    List<Waiter> everybody() {
        var all = new ArrayList<Waiter>();
        classes.values().forEach(organizations -> organizations.values().forEach(all::addAll));
        return all;
    }

    boolean contains(Waiter waiter) {
        var waiters = classes.get(waiter.priority()).get(waiter.organization());
        return waiters != null && waiters.contains(waiter);
    }

    /**
     * The first caller of the most urgent class that a slot can serve.
     *
     * @param organization served first in its class; without it the one whose first caller came first
     * @param tokens the slot pays for; callers that cost more are not served by it
     */
    Optional<Waiter> firstOfAll(String organization, long tokens) {
        return Stream.of(PriorityClass.values())
                .flatMap(priority -> first(priority, organization, tokens).stream())
                .findFirst();
    }

    /** The same within one class. */
    Optional<Waiter> first(PriorityClass priority, String organization, long tokens) {
        var organizations = classes.get(priority);
        var named = organizations.get(organization);
        return Optional.ofNullable(named)
                .or(() -> organizations.values().stream()
                        .min(Comparator.comparingLong(
                                waiters -> waiters.getFirst().arrived())))
                .map(LinkedHashSet::getFirst)
                .filter(waiter -> waiter.cost() <= tokens);
    }

    /**
     * What the ledger has to know of the line: who waits beyond those for whom a slot is booked. Of very many organizations
     * it hears those whose first caller came first.
     */
    List<LedgerCall.Group> groups(long now, ToDoubleFunction<String> weights, SlotBook booked) {
        var groups = new ArrayList<LedgerCall.Group>();
        classes.forEach((priority, organizations) -> organizations.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> entry.getValue().getFirst().arrived()))
                .limit(GROUPS_PER_CLASS)
                .forEach(entry -> {
                    int served = booked.countOf(priority, entry.getKey());
                    if (served < entry.getValue().size()) {
                        groups.add(group(priority, entry.getKey(), entry.getValue(), served, now, weights));
                    }
                }));
        return groups;
    }

    private static LedgerCall.Group group(
            PriorityClass priority,
            String organization,
            LinkedHashSet<Waiter> waiters,
            int served,
            long now,
            ToDoubleFunction<String> weights) {
        var first = waiters.stream().skip(served).findFirst().orElseThrow();
        long cost = waiters.stream()
                .skip(served)
                .limit(PRICED_TOGETHER)
                .mapToLong(Waiter::cost)
                .max()
                .orElse(0);
        long count = cost == 0
                ? waiters.size() - served
                : waiters.stream()
                        .skip(served)
                        .takeWhile(waiter -> waiter.cost() <= cost)
                        .count();
        long waited = now - first.arrived();
        return new LedgerCall.Group(priority, organization, weights.applyAsDouble(organization), count, waited, cost);
    }
}
