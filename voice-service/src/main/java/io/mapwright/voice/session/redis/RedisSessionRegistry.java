package io.mapwright.voice.session.redis;

import io.mapwright.voice.session.SessionConfig;
import io.mapwright.voice.session.SessionId;
import io.mapwright.voice.session.SessionRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.stream.Stream;

/** Keeps each session as a hash {@code voice:session:<id>} that expires with its lease. */
@ApplicationScoped
final class RedisSessionRegistry implements SessionRegistry {

    private static final String PREFIX = "voice:session:";

    private final ReactiveRedisDataSource redis;
    private final SessionConfig.Registry config;

    RedisSessionRegistry(ReactiveRedisDataSource redis, SessionConfig config) {
        this.redis = redis;
        this.config = config.registry();
    }

    @Override
    public Uni<Claim> claim(SessionId session, Holder holder) {
        return run(Script.CLAIM, session, holder.user(), holder.connection(), lease(), RedisEndings.CHANNEL)
                .map(RedisSessionRegistry::claim);
    }

    @Override
    public Uni<Claim> renew(SessionId session, Holder holder) {
        return run(Script.RENEW, session, holder.user(), holder.connection(), lease())
                .map(RedisSessionRegistry::claim);
    }

    @Override
    public Uni<Void> release(SessionId session, Holder holder) {
        return run(Script.RELEASE, session, holder.connection()).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> evict(SessionId session, String user) {
        return run(Script.EVICT, session, user, RedisEndings.CHANNEL).map(freed -> freed.toInteger() == 1);
    }

    private String lease() {
        return Long.toString(config.lease().toMillis());
    }

    private Uni<Response> run(Script script, SessionId session, String... arguments) {
        String[] command = Stream.concat(
                        Stream.of(script.source(), "1", PREFIX + session.value()), Stream.of(arguments))
                .toArray(String[]::new);
        return redis.execute("EVAL", command)
                .ifNoItem()
                .after(config.redisLimit())
                .fail();
    }

    private static Claim claim(Response response) {
        return Claim.valueOf(response.toString().toUpperCase(Locale.ROOT));
    }
}
