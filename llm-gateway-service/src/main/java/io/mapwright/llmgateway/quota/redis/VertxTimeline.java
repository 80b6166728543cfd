package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.Timeline;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import java.util.concurrent.Executor;

/** An event loop as a scheduler's thread. Its timers are exact to a millisecond and never early. */
final class VertxTimeline implements Timeline {

    private final Context context;

    VertxTimeline(Context context) {
        this.context = context;
    }

    @Override
    public void execute(Runnable task) {
        context.runOnContext(nothing -> task.run());
    }

    @Override
    public long micros() {
        return System.nanoTime() / 1000;
    }

    @Override
    public Runnable schedule(long delayMicros, Runnable task) {
        if (delayMicros <= 0) {
            execute(task);
            return () -> {};
        }
        long timer = context.owner().setTimer(Math.ceilDiv(delayMicros, 1000L), id -> execute(task));
        return () -> context.owner().cancelTimer(timer);
    }

    @Override
    public Executor caller() {
        var caller = Vertx.currentContext();
        return caller == null ? this : task -> caller.runOnContext(nothing -> task.run());
    }
}
