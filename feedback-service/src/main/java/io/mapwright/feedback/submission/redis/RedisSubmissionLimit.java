package io.mapwright.feedback.submission.redis;

import io.mapwright.feedback.submission.Allowance;
import io.mapwright.feedback.submission.Sender;
import io.mapwright.feedback.submission.SubmissionConfig;
import io.mapwright.feedback.submission.SubmissionLimit;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps each sender's window as a sorted set {@code feedback:limit:<sender>}, which expires with the window. */
@ApplicationScoped
final class RedisSubmissionLimit implements SubmissionLimit {

    private static final String PREFIX = "feedback:limit:";

    private final ReactiveRedisDataSource redis;
    private final SubmissionConfig.Limit config;
    private final Supplier<UUID> slots;
    private final String script = script("/lua/take-allowance.lua");

    RedisSubmissionLimit(ReactiveRedisDataSource redis, SubmissionConfig config, Supplier<UUID> slots) {
        this.redis = redis;
        this.config = config.limit();
        this.slots = slots;
    }

    @Override
    public Uni<Allowance> take(Sender sender) {
        String slot = slots.get().toString();
        return redis.execute(
                        "EVAL",
                        script,
                        "1",
                        PREFIX + sender.key(),
                        Integer.toString(config.submissions()),
                        Long.toString(config.window().toMillis()),
                        slot)
                .map(response -> response.toLong())
                .<Allowance>map(
                        wait -> wait == 0 ? new Allowance.Granted(slot) : new Allowance.Denied(Duration.ofMillis(wait)))
                .ifNoItem()
                .after(config.redisLimit())
                .fail();
    }

    @Override
    public Uni<Void> giveBack(Sender sender, Allowance.Granted granted) {
        return redis.execute("ZREM", PREFIX + sender.key(), granted.slot())
                .ifNoItem()
                .after(config.redisLimit())
                .fail()
                .replaceWithVoid();
    }

    private static String script(String resource) {
        try (InputStream source = RedisSubmissionLimit.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
