package io.mapwright.deploy.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A gateway in front of one service called {@code echo}, on free ports. */
final class GatewayFixture implements AutoCloseable {

    static final int BODY_LIMIT = 100_000;
    static final String PAGE = "http://page.example";

    private static final String ROUTE = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: echo}
            spec:
              rules:
                - matches: [{path: {type: PathPrefix, value: /api}}]
                  timeouts: {request: 20s}
                  backendRefs: [{name: echo, port: 1}]
                - matches: [{path: {type: PathPrefix, value: /hurried}}]
                  timeouts: {request: 200ms}
                  backendRefs: [{name: echo, port: 1}]
                - matches: [{path: {type: PathPrefix, value: /ws}}]
                  timeouts: {request: 0s}
                  backendRefs: [{name: echo, port: 1}]
            """;

    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    final Queue<String> log = new ConcurrentLinkedQueue<>();
    final ApiGateway gateway;

    GatewayFixture(Path folder, int... replicaPorts) {
        try {
            Files.writeString(folder.resolve("echo.yaml"), ROUTE);
            Files.writeString(folder.resolve("kustomization.yaml"), "kind: Kustomization\nresources: [echo.yaml]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Integer> ports = IntStream.of(replicaPorts).boxed().toList();
        GatewaySettings settings = new GatewaySettings(
                "127.0.0.1",
                0,
                0,
                folder,
                List.of(new GatewaySettings.Service("echo", 0, ports)),
                BODY_LIMIT,
                Set.of(PAGE));
        gateway = ApiGateway.start(settings, InstantSource.system(), log::add);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.publicPort() + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(to(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A port nobody listens on, below the range from which the system hands out ports: the gateway is given none of these. */
    static int deadPort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Somebody listens there: another one.
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        gateway.close();
    }
}
