package io.mapwright.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.mapwright.testkit.TestTokens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A front end at its socket. Whatever it is sent is held against the published schema of server messages. */
public final class VoiceClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Close> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    /** How the server closed the connection. */
    public record Close(int code, String reason) {}

    private VoiceClient() {}

    /** Whoever comes with these headers. */
    public static VoiceClient open(URI address, Map<String, String> headers) {
        var client = new VoiceClient();
        var builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        client.socket = builder.buildAsync(address, client).join();
        return client;
    }

    /** A signed-in user. */
    public static VoiceClient of(String user, URI address) {
        return open(address, Map.of("Authorization", "Bearer " + token(user), "X-Language", "en"));
    }

    /** A token that outlasts all time that a test lets pass. */
    public static String token(String user) {
        return TestTokens.user(user).expiresIn(Duration.ofHours(24)).token();
    }

    /** Sends a start message and waits for its answer. */
    public VoiceClient started() {
        say(
                "{\"type\":\"start\",\"diagram_type\":\"bubble_map\",\"context\":{\"diagram_data\":{\"topic\":\"Frogs\"}}}");
        await("connected");
        return this;
    }

    public void say(String json) {
        socket.sendText(json, true).join();
    }

    public void ask(String words) {
        say("{\"type\":\"text\",\"text\":\"" + words + "\"}");
    }

    public void sound(byte[] pcm) {
        socket.sendBinary(ByteBuffer.wrap(pcm), true).join();
    }

    /** The next message, which must be of this type. */
    public JsonNode next(String type) {
        JsonNode message = next();
        assertThat(message.path("type").asText()).as("%s", message).isEqualTo(type);
        return message;
    }

    /** The next message of this type; those before it are passed over. */
    public JsonNode await(String type) {
        JsonNode message;
        do {
            message = next();
        } while (!message.path("type").asText().equals(type));
        return message;
    }

    /** Waits for the server to close. */
    public Close closing() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError("not closed; still unread: " + received, late);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Breaks the connection without a word. */
    public void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye")
                    .orTimeout(5, TimeUnit.SECONDS)
                    .exceptionally(gone -> null)
                    .join();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                received.add(JSON.readTree(partial.toString()));
            } catch (IOException broken) {
                received.add(JSON.createObjectNode().put("type", "no JSON: " + partial));
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(new Close(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable failure) {
        closed.complete(new Close(1006, String.valueOf(failure)));
    }

    private JsonNode next() {
        try {
            JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came; closed: " + closed.getNow(new Close(0, "still open")));
            }
            assertThat(SCHEMA.validate(message)).as("%s", message).isEmpty();
            return message;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ended);
        }
    }

    private static JsonSchema schema() {
        String file = "/contracts/openapi/voice.server-messages.schema.json";
        // The schema's own $id is relative: it needs a place to be relative to.
        String location = "https://contracts.mapwright/voice.server-messages";
        try (var content = VoiceClient.class.getResourceAsStream(file)) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemaFactory.getInstance(
                            SpecVersion.VersionFlag.V202012,
                            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(location, text))))
                    .getSchema(SchemaLocation.of(location));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
