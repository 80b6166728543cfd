package io.mapwright.llmgateway.completion.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.defaults.problem.RetryAfter;
import io.mapwright.defaults.request.CurrentRequest;
import io.mapwright.defaults.request.RequestId;
import io.mapwright.llmgateway.completion.CompletionAnswer;
import io.mapwright.llmgateway.completion.Passage;
import io.mapwright.llmgateway.provider.StreamPart;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes answers in OpenAI's dialect. */
@Singleton
final class ChatAnswers {

    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String EVENTS = "text/event-stream;charset=UTF-8";

    private final ObjectMapper mapper;
    private final CurrentRequest request;

    ChatAnswers(ObjectMapper mapper, CurrentRequest request) {
        this.mapper = mapper;
        this.request = request;
    }

    HttpAnswer of(CompletionAnswer answer, boolean usageWanted) {
        return switch (answer) {
            case CompletionAnswer.Whole whole ->
                new HttpAnswer(
                        200, headers(JSON, whole.passage()), Multi.createFrom().item(bytes(whole.json())));
            case CompletionAnswer.Streaming streaming ->
                new HttpAnswer(
                        200,
                        headers(EVENTS, streaming.passage()),
                        streaming.parts().onItem().transformToMultiAndConcatenate(part -> events(part, usageWanted)));
            case CompletionAnswer.Refused refused ->
                error(Refusals.error(refused.refusal()), headers(JSON, refused.passage()));
        };
    }

    HttpAnswer rejected(OpenAiError error) {
        return error(error, headers(JSON, Passage.NONE));
    }

    private HttpAnswer error(OpenAiError error, Map<String, List<String>> headers) {
        headers.put("x-llm-error-source", List.of(error.source().name().toLowerCase(Locale.ROOT)));
        error.retryAfter().ifPresent(delay -> headers.put("retry-after", List.of(RetryAfter.seconds(delay))));
        return new HttpAnswer(error.status(), headers, Multi.createFrom().item(bytes(json(error))));
    }

    private Multi<byte[]> events(StreamPart part, boolean usageWanted) {
        return switch (part) {
            case StreamPart.Chunk chunk -> Multi.createFrom().item(event(chunk.json()));
            case StreamPart.Ended ended -> {
                Multi<byte[]> done = Multi.createFrom().item(DONE);
                yield usageWanted && ended.json().isPresent()
                        ? Multi.createFrom().items(event(ended.json().get()), DONE)
                        : done;
            }
            // An error instead of the closing mark: nobody can take half an answer for a whole one.
            case StreamPart.Broken broken ->
                Multi.createFrom()
                        .item(event(json(Refusals.provider(broken.diagnosis().failure()))));
        };
    }

    private Map<String, List<String>> headers(String contentType, Passage passage) {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Content-Type", List.of(contentType));
        headers.put("Cache-Control", List.of("no-store"));
        headers.put(RequestId.HEADER, List.of(request.id().value()));
        passage.route().ifPresent(route -> {
            headers.put("x-llm-provider", List.of(route.provider().id().value()));
            headers.put("x-llm-model", List.of(route.model()));
        });
        headers.put("x-llm-attempts", List.of(Integer.toString(passage.attempts())));
        headers.put(
                "x-llm-queue-wait-ms", List.of(Long.toString(passage.queueWait().toMillis())));
        headers.put(
                "x-llm-overhead-ms", List.of(Long.toString(passage.overhead().toMillis())));
        headers.put("x-llm-shared", List.of("false"));
        return headers;
    }

    private String json(OpenAiError error) {
        try {
            return mapper.writeValueAsString(OpenAiError.tree(
                    error.message().in(request.language()), error.type(), error.parameter(), error.code()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an error cannot be written as JSON", impossible);
        }
    }

    private static byte[] event(String json) {
        return bytes("data: " + json + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
