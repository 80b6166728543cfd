package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.limit.Account;
import io.mapwright.deploy.simulator.limit.Admission;
import io.mapwright.deploy.simulator.limit.Demand;
import io.vertx.core.Vertx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Lets calls in, and keeps those whose caller is ready to wait until they fit, in order of arrival.
 *
 * <p>The queue is looked at every 10 ms while somebody waits.
 */
final class WaitingRoom {

    private static final long LOOK_MS = 10;

    private final Vertx vertx;
    private final Backstage backstage;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean watching;

    WaitingRoom(Vertx vertx, Backstage backstage) {
        this.vertx = vertx;
        this.backstage = backstage;
    }

    /** @param patienceMs how long the caller is ready to wait; zero for an answer now */
    void enter(Account account, String model, Demand demand, long patienceMs, Visit visit, Consumer<Admission> answer) {
        Admission now = account.enter(model, backstage.nanos(), demand);
        if (patienceMs > 0 && now instanceof Admission.Refused) {
            long until = backstage.nanos() + patienceMs * 1_000_000;
            queue.add(new Waiting(account, model, demand, until, visit, answer));
            watch();
        } else {
            answer.accept(now);
        }
    }

    private void watch() {
        if (!watching && !queue.isEmpty()) {
            watching = true;
            vertx.setTimer(LOOK_MS, fired -> {
                watching = false;
                look();
                watch();
            });
        }
    }

    private void look() {
        long now = backstage.nanos();
        queue.removeIf(waiting -> {
            if (waiting.visit.isOver()) {
                return true;
            }
            Admission admission = waiting.account.enter(waiting.model, now, waiting.demand);
            if (admission instanceof Admission.Admitted || now >= waiting.until) {
                waiting.answer.accept(admission);
                return true;
            }
            return false;
        });
    }

    private record Waiting(
            Account account, String model, Demand demand, long until, Visit visit, Consumer<Admission> answer) {}
}
