package io.mapwright.llmgateway.quota;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who comes first: the classes in their order, except that a lower class is owed its floor while it has work; inside a class
 * the organizations by start-time fair queueing, inside an organization first come first served.
 */
public final class FairOrder {

    private static final double MOST_OWED = 2;
    private static final int TAGS = 4096;

    /** Callers of one organization in one class. Mutable: being served moves it. */
    public static final class Group {

        private final LedgerCall.Group described;
        private final int index;
        private long count;
        private double start;

        public Group(LedgerCall.Group described, int index) {
            this.described = described;
            this.index = index;
            count = described.count();
        }

        /** What waits. */
        public LedgerCall.Group described() {
            return described;
        }

        /** Its place in the list it came in. */
        public int index() {
            return index;
        }

        /** How many still wait. */
        public long count() {
            return count;
        }
    }

    /**
     * The next to be served.
     *
     * @param owed whether its class is served because of its floor
     */
    public record Next(Group group, boolean owed) {}

    private final double[] floors;
    private final double[] owed = new double[PriorityClass.values().length];
    private final double[] virtual = new double[PriorityClass.values().length];
    private final Map<String, Double> finished = new HashMap<>();

    /** @param floors shares of the slots that lower classes keep while they have work */
    public FairOrder(ScopeRules.Floors floors) {
        this.floors = new double[] {0, floors.standard(), floors.background()};
    }

    /** The group whose first caller is to be served next, empty when nobody waits. */
    public Optional<Next> next(List<Group> groups) {
        var classes = PriorityClass.values();
        for (int i = classes.length - 1; i > 0; i--) {
            if (owed[i] >= 1) {
                var first = first(groups, classes[i]);
                if (first.isPresent()) {
                    return Optional.of(new Next(first.get(), true));
                }
            }
        }
        for (var priority : classes) {
            var first = first(groups, priority);
            if (first.isPresent()) {
                return Optional.of(new Next(first.get(), false));
            }
        }
        return Optional.empty();
    }

    private Optional<Group> first(List<Group> groups, PriorityClass priority) {
        Group first = null;
        for (var group : groups) {
            if (group.described.priority() == priority && group.count > 0) {
                group.start = Math.max(virtual[priority.ordinal()], finished.getOrDefault(tag(group), 0.0));
                if (first == null || isBefore(group, first)) {
                    first = group;
                }
            }
        }
        return Optional.ofNullable(first);
    }

    private static boolean isBefore(Group group, Group other) {
        return group.start < other.start
                || group.start == other.start && group.described.waited() > other.described.waited();
    }

    /**
     * Serves the first caller of a group.
     *
     * @param price what it takes of the limits, in calls
     */
    public void serve(Next next, List<Group> groups, double price) {
        var group = next.group();
        int served = group.described.priority().ordinal();
        group.count--;
        virtual[served] = Math.max(virtual[served], group.start);
        finished.put(tag(group), group.start + price / group.described.weight());
        if (finished.size() > TAGS) {
            finished.entrySet()
                    .removeIf(
                            entry -> entry.getValue() <= virtual[entry.getKey().charAt(0) - '0']);
        }
        for (int lower = served + 1; lower < owed.length; lower++) {
            if (hasWork(groups, lower)) {
                owed[lower] = Math.min(MOST_OWED, owed[lower] + floors[lower]);
            }
        }
        if (next.owed()) {
            owed[served]--;
        }
    }

    private static boolean hasWork(List<Group> groups, int ordinal) {
        return groups.stream()
                .anyMatch(group -> group.count > 0 && group.described.priority().ordinal() == ordinal);
    }

    private static String tag(Group group) {
        return group.described.priority().ordinal() + ":" + group.described.organization();
    }
}
