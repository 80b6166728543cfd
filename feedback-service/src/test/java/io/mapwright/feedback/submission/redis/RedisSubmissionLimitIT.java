package io.mapwright.feedback.submission.redis;

import io.mapwright.feedback.Configured;
import io.mapwright.feedback.submission.SubmissionConfig;
import io.mapwright.feedback.submission.SubmissionLimit;
import io.mapwright.feedback.submission.SubmissionLimitContract;
import io.mapwright.testkit.EmbeddedServers;
import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

class RedisSubmissionLimitIT extends SubmissionLimitContract {

    private static final SubmissionConfig CONFIG = Configured.by(
            SubmissionConfig.class, "feedback.submission", Map.of("feedback.submission.limit.redis-limit", "5s"));

    private static Vertx vertx;
    private static Redis redis;

    @BeforeAll
    static void connect() {
        vertx = Vertx.vertx();
        redis = Redis.createClient(vertx, EmbeddedServers.lease().redisUri());
    }

    @AfterAll
    static void close() {
        redis.close();
        vertx.close().await().indefinitely();
    }

    @Override
    protected SubmissionLimit limit() {
        var source = new ReactiveRedisDataSourceImpl(vertx, redis, RedisAPI.api(redis));
        return new RedisSubmissionLimit(source, CONFIG, UUID::randomUUID);
    }

    @Override
    protected int submissions() {
        return CONFIG.limit().submissions();
    }

    @Override
    protected Duration window() {
        return CONFIG.limit().window();
    }
}
