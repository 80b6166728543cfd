package io.mapwright.deploy.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Event streams and WebSockets through the gateway. */
class GatewayStreamingTest {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void passesEachEventBeforeTheNextIsSent() throws Exception {
        Semaphore permits = new Semaphore(0);
        ScriptedService streaming = new ScriptedService(connection -> {
            connection.send("HTTP/1.1 200 OK\nContent-Type: text/event-stream\nTransfer-Encoding: chunked\n\n");
            for (int i = 0; i < 3; i++) {
                permits.acquire();
                connection.send("b\ndata: " + i + "\n\n\n");
            }
            permits.acquire();
            connection.send("0\n\n");
        });
        try (streaming;
                GatewayFixture fixture = new GatewayFixture(folder, streaming.port())) {
            HttpResponse<InputStream> answer =
                    fixture.http.send(fixture.to("/api/stream").build(), HttpResponse.BodyHandlers.ofInputStream());
            BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));

            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            for (int i = 0; i < 3; i++) {
                permits.release();
                assertThat(events.readLine()).isEqualTo("data: " + i);
                assertThat(events.readLine()).isEmpty();
            }
            permits.release();
            assertThat(events.readLine()).isNull();
        }
    }

    @Test
    void passesTextBinaryAndCloseCodesOfAWebSocket() throws Exception {
        int port = echoingSockets();
        try (GatewayFixture fixture = new GatewayFixture(folder, port)) {
            Heard heard = new Heard();
            WebSocket socket = open(fixture, "/ws/echo?token=t", heard);
            socket.sendText("hello", true).join();
            assertThat(heard.next()).isEqualTo("text hello");

            socket.sendBinary(ByteBuffer.wrap(new byte[200_000]), true).join();
            assertThat(heard.next()).isEqualTo("binary 200000");

            socket.sendText("close 4003", true).join();
            assertThat(heard.next()).isEqualTo("closed 4003 replaced");
        }
    }

    @Test
    void passesARefusedHandshakeAsItIs() throws Exception {
        ScriptedService refusing =
                new ScriptedService(connection -> connection.send("HTTP/1.1 403 Forbidden\nContent-Length: 2\n\nno"));
        try (refusing;
                GatewayFixture fixture = new GatewayFixture(folder, refusing.port())) {
            assertThat(statusOfRefusedHandshake(fixture)).isEqualTo(403);
        }
    }

    @Test
    void refusesASocketWhenNobodyIsThere() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(folder, GatewayFixture.deadPort())) {
            assertThat(statusOfRefusedHandshake(fixture)).isEqualTo(503);
        }
    }

    @Test
    void closesTheClientsSocketWhenTheServiceDies() throws Exception {
        int port = echoingSockets();
        try (GatewayFixture fixture = new GatewayFixture(folder, port)) {
            Heard heard = new Heard();
            WebSocket socket = open(fixture, "/ws/echo", heard);
            socket.sendText("hello", true).join();
            assertThat(heard.next()).isEqualTo("text hello");

            vertx.close();

            assertThat(heard.next()).matches("closed .*|broken");
        }
    }

    private int echoingSockets() throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxWebSocketFrameSize(300_000))
                .webSocketHandler(socket -> {
                    socket.textMessageHandler(text -> {
                        if (text.startsWith("close ")) {
                            socket.close(Short.parseShort(text.substring(6)), "replaced");
                        } else {
                            socket.writeTextMessage(text);
                        }
                    });
                    socket.binaryMessageHandler(bytes -> socket.writeTextMessage("#" + bytes.length()));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return server.actualPort();
    }

    private static WebSocket open(GatewayFixture fixture, String path, Heard heard) throws Exception {
        return fixture.http
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + fixture.gateway.publicPort() + path), heard)
                .get(5, TimeUnit.SECONDS);
    }

    private static int statusOfRefusedHandshake(GatewayFixture fixture) throws Exception {
        try {
            open(fixture, "/ws/x", new Heard());
            return 101;
        } catch (ExecutionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    /** Writes down what a client's socket hears. */
    private static final class Heard implements WebSocket.Listener {

        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return events.poll(5, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            socket.request(1);
            String heard = text.toString();
            events.add(heard.startsWith("#") ? "binary " + heard.substring(1) : "text " + heard);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            events.add("closed " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable broken) {
            events.add("broken");
        }
    }
}
