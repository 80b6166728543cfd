package io.mapwright.llmgateway.quota.redis;

import io.mapwright.llmgateway.quota.Ledgers;
import io.mapwright.llmgateway.quota.QuotaConfig;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Ledgers in the Redis of this service. */
@ApplicationScoped
class RedisLedgersProducer {

    @Produces
    @Singleton
    @Identifier("redis")
    Ledgers ledgers(Redis redis, Vertx vertx, QuotaConfig config) {
        return new RedisLedgers(redis, vertx, config.callTimeout());
    }
}
