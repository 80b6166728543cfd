package io.mapwright.diagram.generation.rest;

import io.mapwright.diagram.generation.GraphAnswer;
import io.mapwright.diagram.generation.GraphRequest;
import io.mapwright.diagram.generation.ModelAnswer;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ModelName;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Writes the answers of several models to one request. */
final class ModelAnswersJson {

    private final GraphRequest request;
    private final String requestId;

    ModelAnswersJson(GraphRequest request, String requestId) {
        this.request = request;
        this.requestId = requestId;
    }

    /** One model's answer: what a single request would be answered, and how long it took. */
    JsonObject of(ModelAnswer answer) {
        return new GraphAnswerJson(request.by(answer.model()), requestId)
                .of(answer.answer())
                .with("duration", seconds(answer.duration()));
    }

    /** All answers, in the order in which they came. */
    JsonObject of(List<ModelAnswer> answers, List<ModelName> asked) {
        var results = new LinkedHashMap<String, Json>();
        answers.forEach(answer -> results.put(answer.model().wireName(), of(answer)));
        var drawn = answers.stream()
                .filter(answer -> answer.answer() instanceof GraphAnswer.Drawn)
                .toList();
        return JsonObject.empty()
                .with("results", new JsonObject(results))
                .with("total_time", seconds(longest(answers)))
                .with("success_count", Json.Number.of((long) drawn.size()))
                .with("first_successful", first(drawn))
                .with(
                        "models_requested",
                        Json.texts(asked.stream().map(ModelName::wireName).toList()));
    }

    static Json seconds(Duration duration) {
        return new Json.Number(Double.toString(duration.toMillis() / 1000.0));
    }

    private static Json first(List<ModelAnswer> drawn) {
        return drawn.isEmpty()
                ? new Json.Null()
                : Json.of(drawn.getFirst().model().wireName());
    }

    private static Duration longest(List<ModelAnswer> answers) {
        return Optional.of(answers)
                .filter(all -> !all.isEmpty())
                .map(all -> all.getLast().duration())
                .orElse(Duration.ZERO);
    }
}
