package io.mapwright.diagram.generation.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.generation.GraphAnswer;
import io.mapwright.diagram.generation.GraphRequest;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.specification.Notice;

import java.util.List;
import java.util.Locale;

/** Writes answers the way front ends read them. */
final class GraphAnswerJson {

    private final Language language;
    private final JsonObject origin;

    GraphAnswerJson(GraphRequest request, String requestId) {
        this.language = request.language();
        this.origin = JsonObject.empty()
                .with("language", language.name().toLowerCase(Locale.ROOT))
                .with("llm_model", request.model().wireName())
                .with("request_id", requestId);
    }

    /** What is known of every answer before there is one. */
    JsonObject origin() {
        return origin;
    }

    JsonObject of(GraphAnswer answer) {
        return switch (answer) {
            case GraphAnswer.Classified classified ->
                succeeded(true)
                        .with("diagram_type", classified.type().wireName())
                        .with("extracted_topic", classified.topic())
                        .with("language", language.name().toLowerCase(Locale.ROOT))
                        .with("use_default_template", new Json.Flag(true));
            case GraphAnswer.Drawn drawn -> drawn(drawn);
            case GraphAnswer.Unclear unclear ->
                failed(ErrorType.PROMPT_TOO_COMPLEX).with("show_guidance", new Json.Flag(true));
            case GraphAnswer.Failed failed -> failed(failed);
        };
    }

    private JsonObject drawn(GraphAnswer.Drawn drawn) {
        var hidden = new Json.Number(Double.toString(drawn.hiddenShare()));
        var json = joined(
                        succeeded(true)
                                .with("spec", drawn.spec())
                                .with("diagram_type", drawn.type().wireName()),
                        origin)
                .with("is_learning_sheet", new Json.Flag(drawn.learningSheet()))
                .with("hidden_node_percentage", hidden);
        return drawn.notices().isEmpty() ? json : warned(json, drawn.notices());
    }

    private JsonObject warned(JsonObject json, List<Notice> notices) {
        var sentences =
                notices.stream().map(notice -> notice.text().in(language)).toList();
        return json.with("warning", sentences.getFirst()).with("recovery_warnings", Json.texts(sentences));
    }

    private JsonObject failed(GraphAnswer.Failed failed) {
        var json = failed(failed.reason());
        return failed.type()
                .map(type -> json.with("diagram_type", type.wireName()))
                .orElse(json);
    }

    private JsonObject failed(ErrorType reason) {
        var json = succeeded(false).with("error", reason.text().in(language)).with("error_type", reason.wireName());
        return joined(json, origin);
    }

    private static JsonObject succeeded(boolean success) {
        return JsonObject.empty().with("success", new Json.Flag(success));
    }

    private static JsonObject joined(JsonObject first, JsonObject second) {
        var all = first;
        for (var member : second.members().entrySet()) {
            all = all.with(member.getKey(), member.getValue());
        }
        return all;
    }
}
