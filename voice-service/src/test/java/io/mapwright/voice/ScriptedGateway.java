package io.mapwright.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The model gateway as far as this service calls it. Words are streamed as server-sent events; wishes are answered in one
 * piece by what {@link #understands} said last.
 */
public final class ScriptedGateway implements AutoCloseable {

    /** What becomes of a streamed answer. */
    public enum Answer {
        /** "Frogs ", "leap.", and its end. */
        WHOLE,
        /** "Frogs ", and the connection ends. */
        CUT_OFF,
        /** "Frogs ", and an error event. */
        FILTERED,
        /** One word after the other until the client goes away. */
        ENDLESS,
        /** 429 with a delay. */
        REFUSED,
        /** 503 that is no JSON. */
        BROKEN,
        /** An end without any word. */
        EMPTY
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_WISH = "{\"action\":\"none\",\"confidence\":0.1}";

    private final HttpServer server;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private volatile Answer answer = Answer.WHOLE;
    private volatile String understanding = NO_WISH;

    /** One request: its headers (first values, lower case) and its body. */
    public record Call(Map<String, String> headers, JsonNode body) {

        public boolean isStreamed() {
            return body.path("stream").asBoolean();
        }
    }

    public ScriptedGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/chat/completions", this::complete);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As at the beginning. */
    public void reset() {
        answer = Answer.WHOLE;
        understanding = NO_WISH;
        calls.clear();
        abandoned.set(0);
    }

    public void answers(Answer next) {
        answer = next;
    }

    /** The content of the next answers to questions for a wish. */
    public void understands(String content) {
        understanding = content;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Streams whose client went away. */
    public int abandoned() {
        return abandoned.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void complete(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var call = new Call(headers, JSON.readTree(exchange.getRequestBody()));
        calls.add(call);
        if (call.isStreamed()) {
            stream(exchange);
        } else {
            var message = Map.of("choices", List.of(Map.of("message", Map.of("content", understanding))));
            send(exchange, 200, JSON.writeValueAsString(message));
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        switch (answer) {
            case REFUSED -> {
                exchange.getResponseHeaders().add("Retry-After", "3");
                send(exchange, 429, "{\"error\":{\"type\":\"rate_limit_error\",\"code\":\"rate_limited\"}}");
            }
            case BROKEN -> send(exchange, 503, "<html>no upstream</html>");
            default -> events(exchange);
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            switch (answer) {
                case EMPTY -> event(out, "[DONE]");
                case ENDLESS -> wordsUntilNobodyListens(out);
                case FILTERED -> {
                    event(out, words("Frogs "));
                    event(out, "{\"error\":{\"type\":\"content_filter\",\"code\":\"content_filter\"}}");
                }
                case CUT_OFF -> event(out, words("Frogs "));
                default -> {
                    event(out, words("Frogs "));
                    event(out, words("leap."));
                    event(out, "[DONE]");
                }
            }
        }
    }

    private void wordsUntilNobodyListens(OutputStream out) throws IOException {
        try {
            while (true) {
                event(out, words("on "));
                Thread.sleep(20);
            }
        } catch (IOException gone) {
            abandoned.incrementAndGet();
            throw gone;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String words(String content) throws IOException {
        return JSON.writeValueAsString(Map.of("choices", List.of(Map.of("delta", Map.of("content", content)))));
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
