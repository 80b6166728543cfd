package io.mapwright.llmgateway.routing.redis;

import io.mapwright.llmgateway.routing.Breaker;
import io.mapwright.llmgateway.routing.BreakerBulletin;
import io.mapwright.llmgateway.routing.BreakerConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The bulletin in Redis: counts in the keys of a route, news on a channel. A replica that missed a message learns the state
 * from the answer to its own next report.
 */
@Singleton
final class RedisBreakerBulletin implements BreakerBulletin {

    private static final String CHANNEL = "gateway:breakers";

    private final Redis redis;
    private final NewsChannel channel;
    private final Breaker.Rule rule;
    private final Supplier<UUID> ids;
    private final String failedScript = script("failed");
    private final String passedScript = script("passed");
    private volatile Optional<Reader> reader = Optional.empty();

    RedisBreakerBulletin(Redis redis, Vertx vertx, BreakerConfig config, Supplier<UUID> ids) {
        this.redis = redis;
        this.channel = new NewsChannel(redis, vertx, CHANNEL, this::received);
        this.rule = config.rule();
        this.ids = ids;
    }

    @Override
    public void tell(Reader newReader) {
        reader = Optional.of(newReader);
    }

    @Override
    public void failed(String route) {
        Request report = Request.cmd(Command.EVAL)
                .arg(failedScript)
                .arg(2)
                .arg(key(route) + ":failures")
                .arg(key(route) + ":state")
                .arg(rule.window().toMillis())
                .arg(rule.failures())
                .arg(rule.open().toMillis())
                .arg(CHANNEL)
                .arg(route)
                .arg(ids.get().toString());
        redis.send(report).onSuccess(remaining -> {
            if (remaining.toLong() > 0) {
                news(route, remaining.toLong());
            }
        });
    }

    @Override
    public void probePassed(String route) {
        Request report = Request.cmd(Command.EVAL)
                .arg(passedScript)
                .arg(1)
                .arg(key(route) + ":state")
                .arg(rule.probes())
                .arg(CHANNEL)
                .arg(route);
        redis.send(report).onSuccess(open -> {
            if (open.toLong() == 0) {
                news(route, 0);
            }
        });
    }

    void onStart(@Observes StartupEvent starting) {
        channel.open();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        channel.close();
    }

    /** A message is the milliseconds a breaker stays open, 0 for closed, a space, and the route. */
    private void received(Response message) {
        String text = message.toString();
        int space = text.indexOf(' ');
        if (space > 0) {
            news(text.substring(space + 1), Long.parseLong(text.substring(0, space)));
        }
    }

    private void news(String route, long openMillis) {
        reader.ifPresent(told -> {
            if (openMillis > 0) {
                told.opened(route, Duration.ofMillis(openMillis));
            } else {
                told.closed(route);
            }
        });
    }

    private static String key(String route) {
        return "gateway:{breaker:" + route + "}";
    }

    private static String script(String name) {
        String path = "/routing/" + name + ".lua";
        try (InputStream file = RedisBreakerBulletin.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }
}
