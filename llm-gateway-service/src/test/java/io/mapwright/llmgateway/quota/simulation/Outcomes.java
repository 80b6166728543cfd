package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.QuotaEvents;
import io.mapwright.llmgateway.quota.QuotaScope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of the callers of one simulation. */
final class Outcomes implements QuotaEvents {

    private record Forecast(PriorityClass priority, long predicted, long waited) {

        private boolean isGood() {
            return Math.abs(predicted - waited) <= Math.max(100, waited / 4);
        }
    }

    private final List<Forecast> forecasts = new ArrayList<>();
    final List<Violation> violations = new ArrayList<>();
    final Map<PriorityClass, List<Long>> waits = new EnumMap<>(PriorityClass.class);
    final Map<PriorityClass, Integer> refusals = new EnumMap<>(PriorityClass.class);
    final Map<Admission.Reason, Integer> reasons = new EnumMap<>(Admission.Reason.class);
    final Map<String, Integer> grantedTo = new HashMap<>(); // standard callers by organization
    int came;
    int withdrawn;
    boolean callersStopped;
    long heldAtTheEnd;
    long wrongBooks; // how far the ledger's sum is from its ring
    long forgotten; // calls that neither a replica nor the ledger remembers

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

    @Override
    public void granted(QuotaScope scope, PriorityClass priority, Admission.Granted granted) {
        forecasts.add(new Forecast(
                priority, granted.predicted().toMillis(), granted.waited().toMillis()));
    }

    /** Quantiles of predicted to real waits. */
    String forecastRatios(PriorityClass priority) {
        var ratios = forecasts.stream()
                .filter(forecast -> forecast.priority() == priority && forecast.waited() >= 200)
                .map(forecast -> (double) forecast.predicted() / forecast.waited())
                .sorted()
                .toList();
        return ratios.isEmpty()
                ? "-"
                : "%.2f %.2f %.2f"
                        .formatted(
                                ratios.get(ratios.size() / 10),
                                ratios.get(ratios.size() / 2),
                                ratios.get(ratios.size() * 9 / 10));
    }

    /** Share of the callers that waited at least this long whose wait was predicted within a quarter. */
    double predictedWell(long atLeastMillis) {
        var waited = forecasts.stream()
                .filter(forecast -> forecast.waited() >= atLeastMillis)
                .toList();
        long well = waited.stream().filter(Forecast::isGood).count();
        return waited.isEmpty() ? 1 : (double) well / waited.size();
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
