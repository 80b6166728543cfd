package io.mapwright.llmgateway.quota.memory;

import io.mapwright.llmgateway.quota.Ledger;
import io.mapwright.llmgateway.quota.Ledgers;
import io.mapwright.llmgateway.quota.LocalLedger;
import io.mapwright.llmgateway.quota.QuotaScope;
import io.mapwright.llmgateway.quota.ScopeRules;
import io.mapwright.llmgateway.quota.Timeline;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Ledgers of one process that shares its quota with nobody, worked on by one thread. */
public final class MemoryLedgers implements Ledgers {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("quota").factory());
    private final Timeline timeline;

    /** @param nanos a clock that never goes back */
    public MemoryLedgers(LongSupplier nanos) {
        timeline = new ThreadTimeline(thread, nanos);
    }

    @Override
    public Ledger ledgerOf(Supplier<ScopeRules> rules) {
        return new LocalLedger(() -> rules.get().limits(), rules.get().floors(), timeline::micros);
    }

    @Override
    public Timeline timelineOf(QuotaScope scope) {
        return timeline;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private record ThreadTimeline(ScheduledExecutorService thread, LongSupplier nanos) implements Timeline {

        @Override
        public long micros() {
            return nanos.getAsLong() / 1000;
        }

        @Override
        public Runnable schedule(long delayMicros, Runnable task) {
            var scheduled = thread.schedule(task, Math.max(0, delayMicros), TimeUnit.MICROSECONDS);
            return () -> scheduled.cancel(false);
        }

        @Override
        public Executor caller() {
            return this;
        }

        @Override
        public void execute(Runnable task) {
            thread.execute(task);
        }
    }
}
