package io.mapwright.llmgateway.quota;

import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One caller in line. The scheduler's thread moves it; the answer is delivered on the caller's own thread or context.
 *
 * <p>It may withdraw at any time, even between the delivery of its permit and the moment at which it looks at it: an
 * operator on the way drops the answer then. Such a permit goes back unused.
 */
final class Waiter implements UniSubscription {

    private final AdmissionRequest request;
    private final long cost;
    private final long arrived;
    private final Executor caller;
    private final UniSubscriber<? super Admission> subscriber;

    private Runnable onWithdrawal = () -> {};
    private long predicted;
    private boolean left; // the line; scheduler's thread only
    private boolean withdrawn;
    private Admission delivered;

    Waiter(
            AdmissionRequest request,
            long cost,
            long arrived,
            Executor caller,
            UniSubscriber<? super Admission> subscriber) {
        this.request = request;
        this.cost = cost;
        this.arrived = arrived;
        this.caller = caller;
        this.subscriber = subscriber;
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

    Duration waited(long now) {
        return Duration.ofNanos(Math.max(0, now - arrived) * 1000);
    }

    /** Remembers how long it was expected to wait when it came. */
    void predict(long micros) {
        predicted = micros;
    }

    long predicted() {
        return predicted;
    }

    void answer(Admission admission) {
        caller.execute(() -> {
            if (deliver(admission)) {
                subscriber.onItem(admission);
            } else {
                giveBack(admission);
            }
        });
    }

    private synchronized boolean deliver(Admission admission) {
        delivered = admission;
        return !withdrawn;
    }

    /** Runs when the caller withdraws before it was answered. */
    void onWithdrawal(Runnable task) {
        onWithdrawal = task;
    }

    @Override
    public void cancel() {
        Admission dropped;
        synchronized (this) {
            withdrawn = true;
            dropped = delivered;
        }
        if (dropped == null) {
            onWithdrawal.run();
        } else {
            giveBack(dropped);
        }
    }

    private static void giveBack(Admission admission) {
        if (admission instanceof Admission.Granted granted && !granted.isTaken()) {
            granted.permit().end(new CallEnding.NotSent());
        }
    }
}
