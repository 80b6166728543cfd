package io.mapwright.auth.storage.redis;

import io.mapwright.auth.storage.StorageConfig;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Redis with a limit on every wait. A call fails when the limit passes; whether it took effect is then unknown. */
@ApplicationScoped
public class RedisCalls {

    private final ReactiveRedisDataSource redis;
    private final Duration timeout;

    RedisCalls(ReactiveRedisDataSource redis, StorageConfig config) {
        this.redis = redis;
        this.timeout = config.redisTimeout();
    }

    /** Keeps a text for a while, whatever was there. */
    public Uni<Void> put(String key, String text, Duration lifetime) {
        return within(redis.value(String.class).psetex(key, lifetime.toMillis(), text));
    }

    /** Reads and removes a text in one step; an empty list when there was none. */
    public Uni<List<String>> take(String key) {
        return within(redis.value(String.class).getdel(key)).map(text -> text == null ? List.of() : List.of(text));
    }

    /** Removes keys, present or not. */
    public Uni<Void> remove(String... keys) {
        return within(redis.key().del(keys)).replaceWithVoid();
    }

    /** Runs a Lua script that answers with a number. */
    public Uni<Long> script(String lua, List<String> keys, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(lua);
        command.add(Integer.toString(keys.size()));
        command.addAll(keys);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return within(redis.execute("EVAL", command.toArray(String[]::new))).map(Response::toLong);
    }

    private <T> Uni<T> within(Uni<T> call) {
        return call.ifNoItem().after(timeout).fail();
    }
}
