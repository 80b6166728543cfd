package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.answer.Answer;
import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.answer.Question;
import io.mapwright.deploy.simulator.http.Backstage;
import io.mapwright.deploy.simulator.limit.Refusal;
import io.mapwright.deploy.simulator.provider.ChatRequest;
import io.mapwright.deploy.simulator.provider.Dialect;
import io.mapwright.deploy.simulator.provider.Dialects;
import io.mapwright.deploy.simulator.provider.Json;
import io.mapwright.deploy.simulator.provider.Provider;
import io.mapwright.deploy.simulator.provider.WireError;
import io.mapwright.deploy.simulator.settings.ProviderSettings;
import io.vertx.core.Vertx;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What all sessions share: the model's answers and voices, time, chance, and errors in the provider's form. */
final class Studio {

    private static final Map<String, Double> PITCHES =
            Map.of("Cherry", 220.0, "Chelsie", 235.0, "Tina", 205.0, "Serena", 195.0, "Ethan", 120.0);
    private static final double USUAL_PITCH = 160;

    private final Vertx vertx;
    private final Backstage backstage;
    private final AnswerBook book;
    private final Dialect dialect = Dialects.of(Provider.DASHSCOPE);
    private final Map<Double, Syllables> voices = new HashMap<>();

    Studio(Vertx vertx, Backstage backstage, AnswerBook book) {
        this.vertx = vertx;
        this.backstage = backstage;
        this.book = book;
    }

    Vertx vertx() {
        return vertx;
    }

    Backstage backstage() {
        return backstage;
    }

    Dialect dialect() {
        return dialect;
    }

    ProviderSettings settings() {
        return backstage.settings(Provider.OMNI);
    }

    RandomGenerator random() {
        return backstage.random();
    }

    long nanos() {
        return backstage.nanos();
    }

    String newId(String kind) {
        return kind + "_"
                + dialect.newRequestId(backstage.random()).replace("-", "").substring(0, 21);
    }

    /** How long an answer of so many tokens takes at the present pace, in milliseconds. */
    long millisFor(int tokens) {
        double pace = settings().tokensPerSecond();
        return pace == 0 ? 0 : Math.round(tokens * 1000 / pace);
    }

    Syllables voice(String name) {
        return voices.computeIfAbsent(
                PITCHES.getOrDefault(name, USUAL_PITCH), pitch -> new Syllables(pitch, pitch.longValue()));
    }

    String answer(Question question) {
        Answer answer = book.prose(question, settings().chunkTokens());
        return Conversation.spoken(answer.text());
    }

    /** An error of the provider's table as an event shows it; {@code text} null for the table's. */
    ApiError error(String code, String text) {
        return error(dialect.coded(code, text, request(""), ""));
    }

    ApiError refused(Refusal refusal, String model) {
        return error(dialect.refused(refusal, request(model), ""));
    }

    WireError atTheDoor(String code, String text, String model, String requestId) {
        return dialect.coded(code, text, request(model), requestId);
    }

    WireError full(Refusal refusal, String model, String requestId) {
        return dialect.refused(refusal, request(model), requestId);
    }

    private static ChatRequest request(String model) {
        ObjectNode body = Json.mapper().createObjectNode().put("model", model);
        return ChatRequest.of(body);
    }

    private static ApiError error(WireError error) {
        return ApiError.of(Json.read(error.body()).path("error"));
    }
}
