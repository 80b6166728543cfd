package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.suite.Simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything a run left behind, from the callers' side and from the provider's. Times are microseconds since its start. */
final class Evidence {

    private final List<Outcome> outcomes;
    private final List<Simulator.Call> calls;
    private final Diary diary;
    private final Map<String, Simulator.Call> byAnswer = new HashMap<>();

    /** @param calls of the provider under load, since the load began */
    Evidence(List<Outcome> outcomes, List<Simulator.Call> calls, Diary diary) {
        this.outcomes = List.copyOf(outcomes);
        this.calls = List.copyOf(calls);
        this.diary = diary;
        this.calls.forEach(call -> byAnswer.put(call.id(), call));
    }

    Diary diary() {
        return diary;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    List<Outcome> of(Urgency urgency) {
        return outcomes.stream()
                .filter(outcome -> outcome.arrival().urgency() == urgency)
                .toList();
    }

    List<Outcome> of(Urgency urgency, Outcome.Fate fate) {
        return of(urgency).stream().filter(outcome -> outcome.fate() == fate).toList();
    }

    List<Outcome> of(Outcome.Fate fate) {
        return outcomes.stream().filter(outcome -> outcome.fate() == fate).toList();
    }

    /** When calls arrived at the provider that it let in. */
    List<Long> letIn() {
        return calls.stream()
                .filter(Simulator.Call::wasLetIn)
                .map(call -> micros(call.arrivedAt()))
                .toList();
    }

    /** When calls of a class arrived at the provider, as far as they were answered. */
    List<Long> letIn(Urgency urgency) {
        return of(urgency, Outcome.Fate.GRANTED).stream()
                .filter(outcome -> byAnswer.containsKey(outcome.answerId()))
                .map(outcome -> micros(byAnswer.get(outcome.answerId()).arrivedAt()))
                .toList();
    }

    /** When the provider rejected calls. */
    List<Long> rejections() {
        return calls.stream()
                .filter(call -> call.outcome().equals("rejected"))
                .map(call -> micros(call.arrivedAt()))
                .toList();
    }

    /** Rejections by the limit that the provider named. */
    Map<String, Integer> rejectionsByLimit() {
        Map<String, Integer> kinds = new TreeMap<>();
        calls.stream()
                .filter(call -> call.outcome().equals("rejected"))
                .forEach(call -> kinds.merge(call.rejection(), 1, Integer::sum));
        return kinds;
    }

    /** The most calls that were in flight at once. */
    int mostInFlight() {
        List<long[]> changes = new ArrayList<>();
        calls.stream().filter(call -> call.wasLetIn() && call.endedAt() > 0).forEach(call -> {
            changes.add(new long[] {call.arrivedAt(), 1});
            changes.add(new long[] {call.endedAt(), -1});
        });
        // An end comes before an arrival of the same millisecond: which was first is not known.
        changes.sort(
                (one, other) -> one[0] != other[0] ? Long.compare(one[0], other[0]) : Long.compare(one[1], other[1]));
        int now = 0;
        int most = 0;
        for (long[] change : changes) {
            now += (int) change[1];
            most = Math.max(most, now);
        }
        return most;
    }

    /** How long everybody's call takes, by the number of the arrival: as measured, or as somebody else's for the unserved. */
    long[] durations() {
        List<Long> measured = calls.stream()
                .filter(call -> call.outcome().equals("completed"))
                .map(call -> (call.endedAt() - call.arrivedAt()) * 1000)
                .toList();
        int most = outcomes.stream()
                .mapToInt(outcome -> outcome.arrival().number())
                .max()
                .orElse(0);
        long[] durations = new long[most + 1];
        for (Outcome outcome : outcomes) {
            int number = outcome.arrival().number();
            Simulator.Call call = byAnswer.get(outcome.answerId());
            long others = measured.isEmpty() ? 0 : measured.get(number % measured.size());
            durations[number] =
                    call != null && call.endedAt() > 0 ? (call.endedAt() - call.arrivedAt()) * 1000 : others;
        }
        return durations;
    }

    /** Time in line of those who were served, as the gateways told it. */
    List<Long> waits(Urgency urgency) {
        return of(urgency, Outcome.Fate.GRANTED).stream()
                .map(outcome -> outcome.queued().toNanos() / 1000)
                .toList();
    }

    /** How many ended how, by class. */
    Map<Urgency, Map<Outcome.Fate, Integer>> fates() {
        Map<Urgency, Map<Outcome.Fate, Integer>> fates = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            fates.put(urgency, new EnumMap<>(Outcome.Fate.class));
        }
        outcomes.forEach(outcome -> fates.get(outcome.arrival().urgency()).merge(outcome.fate(), 1, Integer::sum));
        return fates;
    }

    private long micros(long epochMillis) {
        return Duration.between(diary.began(), Instant.ofEpochMilli(epochMillis))
                        .toNanos()
                / 1000;
    }
}
