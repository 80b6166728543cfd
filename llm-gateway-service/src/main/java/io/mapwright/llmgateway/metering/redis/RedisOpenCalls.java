package io.mapwright.llmgateway.metering.redis;

import io.mapwright.llmgateway.metering.MeteringConfig;
import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.metering.OpenCalls;
import io.mapwright.llmgateway.metering.UsageEvent;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.ScanArgs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Open calls and signs of life in Redis. */
@Singleton
final class RedisOpenCalls implements OpenCalls {

    private final ReactiveRedisDataSource store;
    private final Redis redis;
    private final String replica;
    private final Duration timeout;
    private final Duration deadAfter;

    RedisOpenCalls(ReactiveRedisDataSource store, Redis redis, Replica replica, MeteringConfig config) {
        this.store = store;
        this.redis = redis;
        this.replica = replica.name();
        this.timeout = config.storeTimeout();
        this.deadAfter = config.deadAfter();
    }

    @Override
    public Uni<Void> beat() {
        return store.set(String.class)
                .sadd(Keys.REPLICAS, replica)
                .chain(() -> store.value(String.class).psetex(Keys.alive(replica), deadAfter.toMillis(), "1"))
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    @Override
    public Uni<Set<String>> silentReplicas() {
        return store.set(String.class)
                .smembers(Keys.REPLICAS)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(other -> !other.equals(replica))
                .onItem()
                .transformToUniAndConcatenate(this::nameIfSilent)
                .collect()
                .asSet()
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private Uni<String> nameIfSilent(String other) {
        // An empty Uni adds nothing to the set.
        return store.key().exists(Keys.alive(other)).map(alive -> alive ? null : other);
    }

    @Override
    public Uni<List<OpenCall>> of(String silent, int most) {
        return Multi.createFrom()
                .deferred(() -> store.hash(String.class)
                        .hscan(Keys.open(silent), new ScanArgs().count(most))
                        .toMulti())
                .select()
                .first(most)
                .map(entry -> RecordJson.read(entry.getValue()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    @Override
    public Uni<Boolean> expire(String silent, UsageEvent event) {
        return redis.send(Request.newInstance(CloseCommand.of(Keys.open(silent), event, true)))
                .map(written -> written.toInteger() == 1)
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    @Override
    public Uni<Void> forget(String silent) {
        return store.set(String.class)
                .srem(Keys.REPLICAS, silent)
                .replaceWithVoid()
                .ifNoItem()
                .after(timeout)
                .fail();
    }
}
