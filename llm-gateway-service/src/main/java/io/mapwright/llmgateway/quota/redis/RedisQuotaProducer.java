package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.AccountingConfig;
import io.mapwright.llmgateway.quota.AccountingProfiles;
import io.mapwright.llmgateway.quota.LedgerQuota;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.quota.QuotaConfig;
import io.mapwright.llmgateway.quota.QuotaEvents;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the quota of this service: the ledgers in Redis, a session that no other process has. */
@ApplicationScoped
class RedisQuotaProducer {

    private static final int SESSION_BYTES = 8;

    private final RedisLedgers ledgers;
    private final LedgerQuota quota;

    RedisQuotaProducer(
            Redis redis, Vertx vertx, AccountingConfig accounting, QuotaConfig config, Instance<QuotaEvents> events) {
        var random = new SecureRandom();
        var session = new byte[SESSION_BYTES];
        random.nextBytes(session);
        ledgers = new RedisLedgers(redis, vertx, config.callTimeout());
        quota = new LedgerQuota(
                new AccountingProfiles(accounting, config),
                ledgers,
                HexFormat.of().formatHex(session),
                random,
                events.isResolvable() ? events.get() : QuotaEvents.NONE);
    }

    @Produces
    @Singleton
    Quota quota() {
        return quota;
    }

    void open(@Observes StartupEvent start) {
        quota.open();
    }

    void close(@Observes ShutdownEvent stop) {
        quota.close();
        ledgers.close();
    }
}
