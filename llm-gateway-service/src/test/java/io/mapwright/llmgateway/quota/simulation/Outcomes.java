package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.PriorityClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the callers of one simulation. */
final class Outcomes {

    final List<String> violations = new ArrayList<>();
    final Map<PriorityClass, List<Long>> waits = new EnumMap<>(PriorityClass.class);
    final Map<PriorityClass, Integer> refusals = new EnumMap<>(PriorityClass.class);
    final Map<Admission.Reason, Integer> reasons = new EnumMap<>(Admission.Reason.class);
    int came;
    int withdrawn;
    boolean callersStopped;
    long heldAtTheEnd;

    Outcomes() {
        for (var priority : PriorityClass.values()) {
            waits.put(priority, new ArrayList<>());
            refusals.put(priority, 0);
        }
    }

    void granted(PriorityClass priority, long waited) {
        waits.get(priority).add(waited);
    }

    void refused(PriorityClass priority, Admission.Refused refused) {
        refusals.merge(priority, 1, Integer::sum);
        reasons.merge(refused.reason(), 1, Integer::sum);
    }

    int granted() {
        return waits.values().stream().mapToInt(List::size).sum();
    }

    long wait(PriorityClass priority, double quantile) {
        var sorted = new ArrayList<>(waits.get(priority));
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * quantile));
    }
}
