package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.Ledger;
import io.mapwright.llmgateway.quota.Ledgers;
import io.mapwright.llmgateway.quota.QuotaScope;
import io.mapwright.llmgateway.quota.ScopeRules;
import io.mapwright.llmgateway.quota.Timeline;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Ledgers in one Redis, each worked on by an event loop of its own. */
public final class RedisLedgers implements Ledgers {

    private final Redis redis;
    private final Vertx vertx;
    private final Duration callTimeout;
    private final WakeChannel wakes;
    private final SyncScript script = SyncScript.load();
    private final Map<QuotaScope, Timeline> timelines = new ConcurrentHashMap<>();

    /**
     * Opens the wake channel in the background; Redis need not be there yet.
     *
     * @param callTimeout of one exchange
     */
    public RedisLedgers(Redis redis, Vertx vertx, Duration callTimeout) {
        this.redis = redis;
        this.vertx = vertx;
        this.callTimeout = callTimeout;
        wakes = new WakeChannel(redis, vertx);
        wakes.open();
    }

    @Override
    public Ledger ledgerOf(Supplier<ScopeRules> rules) {
        return new RedisLedger(redis, script, rules, wakes, callTimeout);
    }

    @Override
    public Timeline timelineOf(QuotaScope scope) {
        return timelines.computeIfAbsent(
                scope, name -> new VertxTimeline(((VertxInternal) vertx).createEventLoopContext()));
    }

    @Override
    public void close() {
        wakes.close();
    }
}
