package io.mapwright.deploy.systemtests.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.suite.UnexpectedAnswerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One typed turn of a live conversation. */
final class VoiceTurn {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String baseUrl;

    VoiceTurn(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Says something about a circle map and returns the types of the messages that came back, in order. */
    List<String> say(String text, String token, String session) throws Exception {
        Heard heard = new Heard();
        URI address = URI.create(baseUrl.replaceFirst("^http", "ws") + "/ws/voice/" + session + "?token=" + token);
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, heard)
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        try {
            socket.sendText(start().toString(), true).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            List<String> types = new ArrayList<>();
            await("connected", heard, types);
            ObjectNode said =
                    JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text);
            socket.sendText(said.toString(), true).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            await("response_done", heard, types);
            if (!types.contains("text_chunk")) {
                throw new UnexpectedAnswerException("the turn brought no text: " + types);
            }
            return types;
        } finally {
            socket.abort();
        }
    }

    private static ObjectNode start() {
        ObjectNode start = JsonNodeFactory.instance
                .objectNode()
                .put("type", "start")
                .put("diagram_type", "circle_map")
                .put("active_panel", "none");
        ObjectNode context = start.putObject("context");
        ObjectNode diagram = context.putObject("diagram_data");
        diagram.put("topic", "dolphins")
                .putArray("context")
                .add("live in the sea")
                .add("breathe air");
        context.putArray("selected_nodes");
        context.putObject("panels");
        return start;
    }

    private static void await(String type, Heard heard, List<String> types) throws InterruptedException {
        while (true) {
            String message = heard.messages.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new UnexpectedAnswerException(
                        "no " + type + " within " + LIMIT.toSeconds() + " s, only " + types);
            }
            String came = typeOf(message);
            types.add(came);
            if (came.equals("error") || came.equals("closed")) {
                throw new UnexpectedAnswerException("instead of " + type + " came " + message);
            }
            if (came.equals(type)) {
                return;
            }
        }
    }

    private static String typeOf(String message) {
        try {
            JsonNode json = JSON.readTree(message);
            return json.path("type").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("a message that is no JSON", e);
        }
    }

    /** Puts whole messages, and the end, into a queue. */
    private static final class Heard implements WebSocket.Listener {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "closed")
                    .put("code", code)
                    .put("reason", reason)
                    .toString());
            return null;
        }
    }
}
