package io.mapwright.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** auth-service as far as this service calls it. The text of the captcha says what to answer. */
public final class ScriptedAuth implements AutoCloseable {

    public static final String RIGHT = "K7WM";
    public static final String WRONG = "XXXX";
    public static final String EXPIRED = "OLD2";
    public static final String NOT_FOUND = "GONE";
    /** Answers 503. */
    public static final String DOWN = "DOWN";
    /** Answers with an outcome that this service does not know. */
    public static final String STRANGE = "ODD2";
    /** Never answers. */
    public static final String SILENT = "HUSH";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedAuth() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/internal/captcha/consume", this::consume);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void consume(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        if (!exchange.getRequestMethod().equals("POST")
                || !request.path("captcha_id").isTextual()) {
            answer(exchange, 422, "{\"error_type\":\"invalid_parameter\"}");
            return;
        }
        switch (request.path("captcha").asText()) {
            case RIGHT -> answer(exchange, 200, "{\"outcome\":\"accepted\"}");
            case EXPIRED -> answer(exchange, 200, "{\"outcome\":\"expired\"}");
            case NOT_FOUND -> answer(exchange, 200, "{\"outcome\":\"not_found\"}");
            case STRANGE -> answer(exchange, 200, "{\"outcome\":\"maybe\"}");
            case DOWN -> answer(exchange, 503, "{\"error_type\":\"service_error\"}");
            case SILENT -> waitForTheEnd();
            default -> answer(exchange, 200, "{\"outcome\":\"incorrect\"}");
        }
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
