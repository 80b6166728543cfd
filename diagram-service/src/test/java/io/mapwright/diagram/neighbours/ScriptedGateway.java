package io.mapwright.diagram.neighbours;

import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.answer.Question;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers as the provider simulator does, unless the prompt holds one of these words: {@code [busy] [own-limit] [late]
 * [filter] [prose] [short] [hang] [stall] [kimi-fails] [torn]}.
 */
final class ScriptedGateway {

    private final AnswerBook answers = new AnswerBook(1);
    private final Promised gateway = new Promised("llm-gateway");
    private final List<JsonObject> calls = new CopyOnWriteArrayList<>();

    JsonArray calls() {
        return new JsonArray(List.copyOf(calls));
    }

    void answer(HttpServerRequest request, Buffer content) {
        if (gateway.refuses(request, content)) {
            return;
        }
        var body = new JsonObject(content);
        var prompt = body.getJsonArray("messages").encode();
        record(request, body, prompt);
        var response = request.response().putHeader("content-type", "application/json");
        if (prompt.contains("[busy]")) {
            refuse(response.putHeader("Retry-After", "7"), 503, "rpm", "gateway");
        } else if (prompt.contains("[own-limit]")) {
            refuse(response.putHeader("Retry-After", "9"), 429, "budget_spent", "gateway");
        } else if (prompt.contains("[late]")) {
            refuse(response, 504, "deadline_exceeded", "gateway");
        } else if (prompt.contains("[filter]")) {
            refuse(response, 400, "content_filtered", "provider");
        } else if (prompt.contains("[kimi-fails]") && body.getString("model").equals("kimi")) {
            refuse(response, 502, "server_error", "provider");
        } else if (!prompt.contains("[hang]")) {
            complete(response, body, prompt);
        }
    }

    private void record(HttpServerRequest request, JsonObject body, String prompt) {
        var call = new JsonObject()
                .put("model", body.getString("model"))
                .put("stream", body.getBoolean("stream"))
                .put("prompt", prompt)
                .put("closed", false);
        request.headers().forEach(header -> call.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        calls.add(call);
        request.connection().closeHandler(closed -> call.put("closed", true));
    }

    private void complete(HttpServerResponse response, JsonObject body, String prompt) {
        var text = text(body, prompt);
        if (!body.getBoolean("stream")) {
            response.end(new JsonObject()
                    .put(
                            "choices",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put(
                                                    "message",
                                                    new JsonObject()
                                                            .put("role", "assistant")
                                                            .put("content", text))
                                            .put("finish_reason", "stop")))
                    .encode());
            return;
        }
        response.putHeader("content-type", "text/event-stream").setChunked(true);
        for (int i = 0; i < text.length(); i += 40) {
            response.write(event(text.substring(i, Math.min(text.length(), i + 40))));
        }
        if (prompt.contains("[torn]")) {
            response.end("data: {\"error\":{\"code\":\"server_error\"}}\n\n");
        } else if (!prompt.contains("[stall]")) {
            response.end("data: [DONE]\n\n");
        }
    }

    private static String event(String words) {
        var delta = new JsonObject(Map.of("choices", List.of(Map.of("delta", Map.of("content", words)))));
        return "data: " + delta.encode() + "\n\n";
    }

    private String text(JsonObject body, String prompt) {
        boolean reminded = body.getJsonArray("messages").size() > 2;
        if (prompt.contains("[prose]")) {
            return "I would rather talk about something else.";
        }
        if (prompt.contains("[short]") && !reminded) {
            return "{\"topic\":\"Short\",\"context\":[\"one\"],\"attributes\":[\"one\"]}";
        }
        var turns = body.getJsonArray("messages").stream()
                .map(JsonObject.class::cast)
                .map(turn -> new Question.Turn(turn.getString("role"), turn.getString("content")))
                .toList();
        return answers.answer(new Question(body.getString("model"), turns, 0, false, 0, 0), 8)
                .text();
    }

    private static void refuse(HttpServerResponse response, int status, String code, String source) {
        response.setStatusCode(status)
                .putHeader("x-llm-error-source", source)
                .end(new JsonObject(Map.of("error", Map.of("message", "no", "type", "error", "code", code))).encode());
    }
}
