package io.mapwright.voice.completion.client;

import io.mapwright.voice.completion.CompletionConfig;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.inject.Singleton;

/** The connections to the gateway, shared by all sessions. */
@Singleton
class GatewayClient {

    private final HttpClient client;

    GatewayClient(Vertx vertx, CompletionConfig config) {
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(Math.toIntExact(config.connectLimit().toMillis()))
                        .setMaxWaitQueueSize(config.longestQueue())
                        .setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    HttpClient client() {
        return client;
    }
}
