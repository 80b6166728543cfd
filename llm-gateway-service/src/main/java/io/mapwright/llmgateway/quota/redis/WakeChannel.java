package io.mapwright.llmgateway.quota.redis;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jboss.logging.Logger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * The connection on which Redis wakes this replica. It is opened again whenever it breaks; while it is closed the ledger
 * takes this replica for dead rather than cut off.
 */
final class WakeChannel {

    private static final Logger LOG = Logger.getLogger(WakeChannel.class);
    private static final long REOPEN_MILLIS = 250;

    private final Redis redis;
    private final Vertx vertx;
    private final Map<String, LongConsumer> wakes = new ConcurrentHashMap<>();
    private volatile Optional<RedisConnection> connection = Optional.empty();
    private volatile boolean closed;

    WakeChannel(Redis redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    void open() {
        redis.connect().onSuccess(this::opened).onFailure(failure -> reopenLater());
    }

    void close() {
        closed = true;
        connection.ifPresent(RedisConnection::close);
    }

    /** Hands every number that is published on a channel to somebody; on an unspecified thread. */
    void listen(String channel, LongConsumer wake) {
        wakes.put(channel, wake);
        connection.ifPresent(open -> subscribe(open, channel));
    }

    private void opened(RedisConnection opened) {
        if (closed) {
            opened.close();
            return;
        }
        opened.handler(this::received);
        opened.endHandler(end -> reopenLater());
        opened.exceptionHandler(failure -> LOG.debugf("wake channel: %s", failure.getMessage()));
        connection = Optional.of(opened);
        wakes.keySet().forEach(channel -> subscribe(opened, channel));
    }

    private void reopenLater() {
        connection = Optional.empty();
        if (!closed) {
            vertx.setTimer(REOPEN_MILLIS, timer -> open());
        }
    }

    private static void subscribe(RedisConnection connection, String channel) {
        connection.send(Request.cmd(Command.SSUBSCRIBE).arg(channel));
    }

    private void received(Response push) {
        if (push.size() == 3 && "smessage".equals(push.get(0).toString())) {
            Optional.ofNullable(wakes.get(push.get(1).toString()))
                    .ifPresent(wake -> wake.accept(push.get(2).toLong()));
        }
    }
}
