package io.mapwright.diagram.sibling.client;

import io.mapwright.diagram.sibling.SiblingConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import java.time.Duration;

/** Posts JSON to the other services of the suite. Cancelling a result resets the exchange. */
@Singleton
public final class SiblingHttp {

    private final Vertx vertx;
    private final HttpClient client;
    private final SiblingConfig config;

    SiblingHttp(Vertx vertx, SiblingConfig config) {
        this.vertx = vertx;
        this.config = config;
        var options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30);
        var pool = new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waitingCalls());
        this.client = vertx.createHttpClient(options, pool);
    }

    /**
     * Posts once.
     *
     * @param total limit for the whole exchange, waiting for a connection included
     * @return the answer, whatever its status; fails with a {@link java.util.concurrent.TimeoutException} after
     *     {@code total} or too long a silence, and with the failure of the connection otherwise
     */
    public Uni<SiblingAnswer> post(SiblingCall call, Duration total) {
        return post(call, total, () -> {});
    }

    /**
     * As {@link #post(SiblingCall, Duration)}.
     *
     * @param begun runs once, when the first part of an answer with status 200 has arrived
     */
    public Uni<SiblingAnswer> post(SiblingCall call, Duration total, Runnable begun) {
        return Uni.createFrom().emitter(emitter -> {
            var limits = new Exchange.Limits(
                    total, config.silenceTimeout(), config.longestAnswer().asLongValue());
            new Exchange(vertx, emitter, limits, begun).start(client.request(options(call)), call.body());
        });
    }

    private RequestOptions options(SiblingCall call) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(call.uri().toString())
                .setConnectTimeout(config.acquireTimeout().toMillis())
                .putHeader("content-type", "application/json");
        call.headers().forEach(options::putHeader);
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
