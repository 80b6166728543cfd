package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.provider.Json;
import org.awaitility.Awaitility;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A client of the realtime protocol: speaks in tones and keeps every event that it hears. */
final class Phone implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private Phone(URI uri, String key) {
        socket = CLIENT.newWebSocketBuilder()
                .header("Authorization", "Bearer " + key)
                .header("x-request-id", "call-1")
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(uri, new Listening())
                .join();
    }

    static Phone call(Simulator simulator) {
        return call(simulator, "sk-test", "qwen3-omni-flash-realtime");
    }

    static Phone call(Simulator simulator, String key, String model) {
        String base = simulator.baseUrl().replace("http", "ws");
        return new Phone(URI.create(base + "/dashscope/api-ws/v1/realtime?model=" + model), key);
    }

    void send(String event) {
        socket.sendText(event, true).join();
    }

    /** Sets the session up, with members of {@code session}. */
    void setUp(String members) {
        send("{\"type\":\"session.update\",\"session\":{" + members + "}}");
    }

    void speak(int millis) {
        append(tone(millis, 0.3));
    }

    void beSilent(int millis) {
        append(tone(millis, 0));
    }

    /** Says something and waits for the pause after which it is over. */
    void say() {
        speak(600);
        beSilent(1_000);
    }

    void append(byte[] sound) {
        int step = 3_200;
        for (int from = 0; from < sound.length; from += step) {
            byte[] part = java.util.Arrays.copyOfRange(sound, from, Math.min(sound.length, from + step));
            send("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
                    + Base64.getEncoder().encodeToString(part) + "\"}");
        }
    }

    static byte[] tone(int millis, double loudness) {
        byte[] sound = new byte[32 * millis];
        for (int i = 0; i < sound.length / 2; i++) {
            Pcm.put(sound, i, loudness * Math.sin(2 * Math.PI * 200 * i / Pcm.HEARD_RATE));
        }
        return sound;
    }

    JsonNode await(String type) {
        return await(event -> event.path("type").asText().equals(type));
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> heard.stream().anyMatch(wanted));
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    List<JsonNode> heard() {
        return heard;
    }

    List<JsonNode> heard(String type) {
        return heard.stream()
                .filter(event -> event.path("type").asText().equals(type))
                .toList();
    }

    /** Types in the order of their events, repeated ones once. */
    List<String> sequence() {
        return heard.stream()
                .map(event -> event.path("type").asText())
                .distinct()
                .toList();
    }

    void forget() {
        heard.clear();
    }

    /** The close code; 1006 when the connection was cut. */
    int closeCode() {
        return closed.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    void hangUp() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listening implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(Json.read(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            closed.complete(1006);
        }
    }
}
