package io.mapwright.deploy.local.gateway;

import io.mapwright.deploy.local.gateway.route.RouteFile;
import io.mapwright.deploy.local.gateway.route.RouteTable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The running gateway: one event loop, the public port, one inside port per service, and a management port. */
public final class ApiGateway implements AutoCloseable {

    /** Streams and sockets hold a connection each; more than this on one replica is an overload. */
    private static final int CONNECTIONS_PER_REPLICA = 1024;

    private static final int WAITING_PER_REPLICA = 1024;
    private static final int IN_FLIGHT = 4096;
    private static final Duration CONNECT = Duration.ofSeconds(1);
    /** Heartbeats come every 15 s, so a connection without a byte for so long is dead. */
    private static final Duration IDLE = Duration.ofMinutes(12);

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Traffic traffic = new Traffic(IN_FLIGHT);
    private final Map<String, Replicas> services = new LinkedHashMap<>();
    private final Map<String, Integer> insidePorts = new LinkedHashMap<>();
    private int publicPort;
    private int managementPort;

    private ApiGateway(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Starts a gateway and returns when all its ports accept connections.
     *
     * @param log receives one line per public request
     * @throws IllegalArgumentException when the routes can't be read or lead to a service that is not configured
     * @throws IllegalStateException when a port can't be opened
     */
    public static ApiGateway start(GatewaySettings settings, InstantSource time, Consumer<String> log) {
        RouteTable routes = RouteFile.load(settings.routes());
        ApiGateway gateway = new ApiGateway(Vertx.vertx());
        for (GatewaySettings.Service service : settings.services()) {
            gateway.services.put(
                    service.name(),
                    new Replicas(
                            service.name(),
                            service.replicaPorts().stream()
                                    .map(port -> SocketAddress.inetSocketAddress(port, settings.host()))
                                    .toList(),
                            time));
        }
        Set<String> unknown = new TreeSet<>(routes.services());
        unknown.removeAll(gateway.services.keySet());
        if (!unknown.isEmpty()) {
            gateway.vertx.close();
            throw new IllegalArgumentException("the routes lead to services that nobody configured: " + unknown);
        }
        try {
            gateway.open(settings, routes, new AccessLog(time, log)).get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            gateway.vertx.close();
            throw new IllegalStateException("the gateway's ports could not be opened: " + failed.getMessage(), failed);
        }
        return gateway;
    }

    /** The port of the public API. */
    public int publicPort() {
        return publicPort;
    }

    /** The port of {@code /q/health}. */
    public int managementPort() {
        return managementPort;
    }

    /** The port where siblings reach {@code service}. */
    public int insidePort(String service) {
        return insidePorts.get(service);
    }

    /** Admits no new request and lets the running ones end, at most for {@code grace}. */
    public boolean drain(Duration grace) throws InterruptedException {
        return traffic.drain(grace.toMillis());
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private CompletableFuture<Void> open(GatewaySettings settings, RouteTable routes, AccessLog log) {
        // Everything on one event loop: the counters below need no locks, and a local stack needs no second loop.
        Context loop = vertx.getOrCreateContext();
        CompletableFuture<Void> opened = new CompletableFuture<>();
        loop.runOnContext(go -> {
            RequestIds ids = new RequestIds(() -> UUID.randomUUID().toString());
            Listener.Rules rules =
                    new Listener.Rules(settings.bodyLimit(), new Cors(settings.corsOrigins()), traffic, ids, log);
            HttpClient client = client();
            Future<Void> all = listen(settings.host(), settings.managementPort(), this::health)
                    .onSuccess(server -> managementPort = server.actualPort())
                    .mapEmpty();
            for (GatewaySettings.Service service : settings.services()) {
                Replicas replicas = services.get(service.name());
                all = all.compose(previous -> listen(
                                settings.host(),
                                service.insidePort(),
                                Listener.inside(vertx, client, replicas, ids::of))
                        .onSuccess(server -> insidePorts.put(service.name(), server.actualPort()))
                        .mapEmpty());
            }
            all.compose(previous -> listen(
                            settings.host(),
                            settings.publicPort(),
                            new Listener(vertx, client, routes, services, rules)))
                    .onSuccess(server -> {
                        publicPort = server.actualPort();
                        opened.complete(null);
                    })
                    .onFailure(opened::completeExceptionally);
        });
        return opened;
    }

    private Future<HttpServer> listen(String host, int port, Handler<HttpServerRequest> handler) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxInitialLineLength(16 << 10)
                .setMaxHeaderSize(32 << 10)
                .setIdleTimeout((int) IDLE.toSeconds())
                .setHttp2ClearTextEnabled(false);
        return vertx.createHttpServer(options)
                .requestHandler(handler)
                .connectionHandler(connection -> connection.exceptionHandler(ended -> {}))
                .exceptionHandler(ended -> {})
                .invalidRequestHandler(request -> {
                    GatewayProblem.MALFORMED.answer(request, UUID.randomUUID().toString());
                    request.connection().close();
                })
                .listen()
                .recover(failed -> Future.failedFuture(
                        new IllegalStateException("port " + port + ": " + failed.getMessage(), failed)));
    }

    private HttpClient client() {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout(20)
                .setMaxHeaderSize(32 << 10)
                .setDecompressionSupported(false);
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_REPLICA).setMaxWaitQueueSize(WAITING_PER_REPLICA);
        // A connection's end is told to the exchange that uses it; a log entry for each would only be noise.
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(connection -> connection.exceptionHandler(ended -> {}))
                .build();
    }

    private void health(HttpServerRequest request) {
        if (!request.path().startsWith("/q/health")) {
            request.response().setStatusCode(404).end();
            return;
        }
        JsonObject behind = new JsonObject();
        services.forEach((name, replicas) -> {
            JsonArray each = new JsonArray();
            replicas.all()
                    .forEach(replica -> each.add(new JsonObject()
                            .put("port", replica.address().port())
                            .put("in_flight", replica.inFlight())
                            .put("refused_lately", replicas.rests(replica))));
            behind.put(name, each);
        });
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("status", "UP")
                        .put("in_flight", traffic.inFlight())
                        .put("services", behind)
                        .encodePrettily());
    }
}
