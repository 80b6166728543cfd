package io.mapwright.llmgateway.quota;

import java.util.ArrayDeque;
import java.util.List;

/** What this replica has sent, in steps of a tenth of a second, for a ledger that has lost its memory. */
final class SentHistory {

    private static final long STEP = 100_000;

    private final ArrayDeque<Step> steps = new ArrayDeque<>(); // oldest first

    void add(long now, long requests, long tokens) {
        long start = Math.floorDiv(now, STEP) * STEP;
        if (steps.isEmpty() || steps.getLast().start != start) {
            steps.addLast(new Step(start));
        }
        steps.getLast().requests += requests;
        steps.getLast().tokens += tokens;
    }

    /** What was sent less than {@code window} ago; ages are rounded down, as if it had been sent a little later. */
    List<LedgerCall.Spending> within(long window, long now) {
        while (!steps.isEmpty() && steps.getFirst().start + STEP < now - window) {
            steps.removeFirst();
        }
        return steps.stream()
                .map(step -> new LedgerCall.Spending(Math.max(0, now - step.start - STEP), step.requests, step.tokens))
                .toList();
    }

    void moveTo(SentHistory other) {
        other.steps.addAll(steps);
        steps.clear();
    }

    void clear() {
        steps.clear();
    }

    private static final class Step {

        private final long start;
        private long requests;
        private long tokens;

        private Step(long start) {
            this.start = start;
        }
    }
}
