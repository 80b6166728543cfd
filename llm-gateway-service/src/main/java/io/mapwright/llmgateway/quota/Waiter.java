package io.mapwright.llmgateway.quota;

import io.smallrye.mutiny.subscription.UniEmitter;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One caller in line. The scheduler's thread moves it; the answer is delivered on the caller's own thread or context, where
 * it also withdraws, so that an answer and a withdrawal cannot cross each other.
 */
final class Waiter {

    private final AdmissionRequest request;
    private final long cost;
    private final long arrived;
    private final Executor caller;
    private final UniEmitter<? super Admission> emitter;

    private boolean left; // the line; scheduler's thread only
    private volatile boolean answered;
    private volatile boolean withdrawn;

    Waiter(AdmissionRequest request, long cost, long arrived, Executor caller, UniEmitter<? super Admission> emitter) {
        this.request = request;
        this.cost = cost;
        this.arrived = arrived;
        this.caller = caller;
        this.emitter = emitter;
    }

    PriorityClass priority() {
        return request.priority();
    }

    String organization() {
        return request.tenant().organization();
    }

    /** Tokens to set aside for the call. */
    long cost() {
        return cost;
    }

    long arrived() {
        return arrived;
    }

    /** The moment of the timeline at which its patience ends. */
    long deadline() {
        return arrived + request.patience().toNanos() / 1000;
    }

    Duration waited(long now) {
        return Duration.ofNanos(Math.max(0, now - arrived) * 1000);
    }

    /** Whether it has been answered or has withdrawn, and so no longer stands in line. */
    boolean hasLeft() {
        return left;
    }

    /** Takes it out of the line for good; only the first call says yes. */
    boolean leave() {
        boolean first = !left;
        left = true;
        return first;
    }

    void grant(Permit permit, long now, Admission.Mode mode) {
        var granted = new Admission.Granted(permit, waited(now), mode);
        caller.execute(() -> {
            if (withdrawn) {
                permit.end(new CallEnding.NotSent());
            } else {
                answered = true;
                emitter.complete(granted);
            }
        });
    }

    void answer(Admission refusal) {
        caller.execute(() -> {
            if (!withdrawn) {
                answered = true;
                emitter.complete(refusal);
            }
        });
    }

    /** Runs a task if the caller withdraws before it was answered. */
    void onWithdrawal(Runnable task) {
        emitter.onTermination(() -> {
            if (!answered) {
                withdrawn = true;
                task.run();
            }
        });
    }
}
