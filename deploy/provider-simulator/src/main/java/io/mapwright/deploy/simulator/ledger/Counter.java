package io.mapwright.deploy.simulator.ledger;

import io.mapwright.deploy.simulator.limit.RollingWindow;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Running totals of one account, of one model of it, or of everything. Not thread-safe. */
final class Counter {

    private final RollingWindow minute = new RollingWindow(TimeUnit.SECONDS.toNanos(60));
    private final RollingWindow second = new RollingWindow(TimeUnit.SECONDS.toNanos(1));
    private final Map<String, Long> rejections = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private long calls;
    private long accepted;
    private long completed;
    private long broken;
    private long aborted;
    private long lastAbortAt;
    private int inFlight;
    private int worstInFlight;
    private long worstMinute;
    private long worstSecond;
    private long promptTokens;
    private long completionTokens;

    void arrived(long nanos) {
        calls++;
        minute.add(nanos, 1);
        second.add(nanos, 1);
        worstMinute = Math.max(worstMinute, minute.sum(nanos));
        worstSecond = Math.max(worstSecond, second.sum(nanos));
    }

    void accepted() {
        accepted++;
        inFlight++;
        worstInFlight = Math.max(worstInFlight, inFlight);
    }

    void ended(Outcome outcome, String reason, boolean wasAccepted, long wallMillis) {
        if (wasAccepted) {
            inFlight--;
        }
        switch (outcome) {
            case COMPLETED -> completed++;
            case REJECTED -> rejections.merge(reason, 1L, Long::sum);
            case FAILED -> failures.merge(reason, 1L, Long::sum);
            case BROKEN -> broken++;
            case ABORTED -> {
                aborted++;
                lastAbortAt = wallMillis;
            }
            case IN_FLIGHT -> throw new IllegalArgumentException("an ended call is not in flight");
        }
    }

    void tokens(long prompt, long completion) {
        promptTokens += prompt;
        completionTokens += completion;
    }

    /** Starts again from zero; calls in flight stay in flight. */
    Counter restarted() {
        Counter fresh = new Counter();
        fresh.inFlight = inFlight;
        fresh.worstInFlight = inFlight;
        return fresh;
    }

    Totals totals(long nanos, long wallMillis) {
        return new Totals(
                new Totals.Traffic(calls, accepted, completed, broken, inFlight, worstInFlight),
                Map.copyOf(rejections),
                Map.copyOf(failures),
                new Totals.Rate(minute.sum(nanos), worstMinute, worstSecond),
                new Totals.Tokens(promptTokens, completionTokens, promptTokens + completionTokens),
                new Totals.Aborts(aborted, lastAbortAt, aborted == 0 ? 0 : wallMillis - lastAbortAt));
    }
}
