package io.mapwright.voice.session.ws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.defaults.problem.Language;
import io.mapwright.voice.session.ServerEvent;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes events as JSON. */
@Singleton
final class EventWriter {

    private final ObjectMapper json;

    EventWriter(ObjectMapper json) {
        this.json = json;
    }

    String write(ServerEvent event, Language language) {
        try {
            return json.writeValueAsString(tree(event, language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of maps, lists and texts cannot be written", impossible);
        }
    }

    private static Map<String, Object> tree(ServerEvent event, Language language) {
        return switch (event) {
            case ServerEvent.Connected connected ->
                message("connected", "session_id", connected.sessionId().value());
            case ServerEvent.TextChunk chunk -> message("text_chunk", "text", chunk.text());
            case ServerEvent.ResponseDone done -> message("response_done");
            case ServerEvent.ResponseCancelled cancelled -> message("response_cancelled");
            case ServerEvent.Action action -> message("action", "action", action.action(), "params", action.params());
            case ServerEvent.DiagramUpdate update ->
                message(
                        "diagram_update",
                        "mutation_id",
                        update.mutationId(),
                        "action",
                        update.action(),
                        "updates",
                        update.updates());
            case ServerEvent.Failure failure ->
                message("error", "error", failure.text().in(language), "error_type", failure.errorType());
        };
    }

    private static Map<String, Object> message(String type, Object... members) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", type);
        for (int i = 0; i < members.length; i += 2) {
            tree.put((String) members[i], members[i + 1]);
        }
        return tree;
    }
}
