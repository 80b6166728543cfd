package io.mapwright.diagram.generation.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.generation.GraphAnswer;
import io.mapwright.diagram.generation.GraphEvent;
import io.mapwright.diagram.generation.rest.EventStreams.Event;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.model.ModelUnavailableException;

/** Writes the events of one streamed request. */
final class GraphEventJson {

    private final GraphAnswerJson answers;
    private final Language language;

    GraphEventJson(GraphAnswerJson answers, Language language) {
        this.answers = answers;
        this.language = language;
    }

    Event of(GraphEvent event) {
        return switch (event) {
            case GraphEvent.Accepted accepted -> Event.named("accepted", answers.origin());
            case GraphEvent.Waiting waiting -> Event.named("waiting", JsonObject.empty());
            case GraphEvent.Streaming streaming ->
                Event.named(
                        "streaming",
                        JsonObject.empty().with("model", streaming.model().wireName()));
            case GraphEvent.Answered answered -> answered(answered.answer());
            case GraphEvent.Unavailable unavailable -> unavailable(unavailable.outage());
        };
    }

    private Event answered(GraphAnswer answer) {
        return switch (answer) {
            case GraphAnswer.Failed failed -> Event.lastNamed("error", error(failed.reason()));
            case GraphAnswer.Unclear unclear ->
                Event.lastNamed(
                        "error", error(ErrorType.PROMPT_TOO_COMPLEX).with("show_guidance", new Json.Flag(true)));
            case GraphAnswer.Drawn drawn -> Event.lastNamed("complete", answers.of(drawn));
            case GraphAnswer.Classified classified -> Event.lastNamed("complete", answers.of(classified));
        };
    }

    private Event unavailable(ModelUnavailableException outage) {
        var error = error(outage.errorType());
        return Event.lastNamed(
                "error",
                outage.retryAfter()
                        .map(delay -> error.with("retry_after_ms", Json.Number.of(delay.toMillis())))
                        .orElse(error));
    }

    private JsonObject error(ErrorType reason) {
        return JsonObject.empty()
                .with("error_type", reason.wireName())
                .with("message", reason.text().in(language));
    }
}
