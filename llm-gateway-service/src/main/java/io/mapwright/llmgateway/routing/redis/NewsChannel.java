package io.mapwright.llmgateway.routing.redis;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jboss.logging.Logger;

import java.util.Optional;
import java.util.function.Consumer;

/** A subscription that is opened again whenever it breaks. Messages sent meanwhile are missed. */
final class NewsChannel {

    private static final Logger LOG = Logger.getLogger(NewsChannel.class);
    private static final long REOPEN_MILLIS = 500;

    private final Redis redis;
    private final Vertx vertx;
    private final String channel;
    private final Consumer<Response> reader;
    private volatile Optional<RedisConnection> connection = Optional.empty();
    private volatile boolean closed;

    NewsChannel(Redis redis, Vertx vertx, String channel, Consumer<Response> reader) {
        this.redis = redis;
        this.vertx = vertx;
        this.channel = channel;
        this.reader = reader;
    }

    void open() {
        redis.connect().onSuccess(this::opened).onFailure(unreachable -> reopenLater());
    }

    void close() {
        closed = true;
        connection.ifPresent(RedisConnection::close);
    }

    private void opened(RedisConnection opened) {
        if (closed) {
            opened.close();
            return;
        }
        connection = Optional.of(opened);
        opened.handler(this::received);
        opened.endHandler(end -> reopenLater());
        opened.exceptionHandler(failure -> LOG.debugf("breaker news: %s", failure.getMessage()));
        // A connection that does not subscribe would be deaf for good: closing it opens another.
        opened.send(Request.cmd(Command.SUBSCRIBE).arg(channel)).onFailure(deaf -> opened.close());
    }

    private void received(Response push) {
        if (push.size() == 3 && "message".equals(push.get(0).toString())) {
            reader.accept(push.get(2));
        }
    }

    private void reopenLater() {
        connection = Optional.empty();
        if (!closed) {
            vertx.setTimer(REOPEN_MILLIS, again -> open());
        }
    }
}
