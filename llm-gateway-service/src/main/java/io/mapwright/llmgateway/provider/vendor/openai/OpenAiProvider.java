package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.ModelProvider;
import io.mapwright.llmgateway.provider.ProviderCall;
import io.mapwright.llmgateway.provider.ProviderReply;
import io.mapwright.llmgateway.provider.UpstreamConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.List;

/** The one call chain to every provider that speaks OpenAI's dialect, on two pools of connections. */
@Singleton
final class OpenAiProvider implements ModelProvider {

    private final Vertx vertx;
    private final Dialect dialect;
    private final HttpClient secure;
    private final HttpClient plain;

    OpenAiProvider(Vertx vertx, UpstreamConfig config, ChatJson json, InstantSource clock) {
        this.vertx = vertx;
        this.dialect = new Dialect(json, config, clock);
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(config.connectionsPerProvider())
                .setHttp2MaxSize(Math.max(1, config.connectionsPerProvider() / 16))
                .setMaxWaitQueueSize(config.waitingForConnection());
        this.plain = vertx.createHttpClient(options(), pool);
        this.secure = vertx.createHttpClient(
                options()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1)),
                pool);
    }

    @Override
    public Uni<ProviderReply> send(ProviderCall call) {
        HttpClient client = "https".equals(call.provider().chat().getScheme()) ? secure : plain;
        return Uni.createFrom()
                .emitter(reply -> new Exchange(vertx.getOrCreateContext(), client, call, dialect, reply).start());
    }

    @PreDestroy
    void close() {
        plain.close();
        secure.close();
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setDecompressionSupported(true)
                .setTcpNoDelay(true)
                .setKeepAliveTimeout(30)
                .setHttp2KeepAliveTimeout(60);
    }
}
