package io.mapwright.llmgateway.completion.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.defaults.problem.RetryAfter;
import io.mapwright.defaults.request.CurrentRequest;
import io.mapwright.llmgateway.completion.CompletionAnswer;
import io.mapwright.llmgateway.completion.Passage;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** @param limits what is left of the quota of the route that was taken */
    Response of(CompletionAnswer answer, boolean usageWanted, List<QuotaSnapshot.Usage> limits) {
        return switch (answer) {
            case CompletionAnswer.Whole whole ->
                response(200, JSON, whole.passage(), limits)
                        .entity(whole.json())
                        .build();
            case CompletionAnswer.Streaming streaming ->
                response(200, EVENTS, streaming.passage(), limits)
                        .entity(new EventStream(streaming
                                .parts()
                                .onItem()
                                .transformToMultiAndConcatenate(part -> events(part, usageWanted))))
                        .build();
            case CompletionAnswer.Refused refused ->
                error(Refusals.error(refused.refusal()), refused.passage(), limits);
        };
    }

    Response rejected(OpenAiError error) {
        return error(error, Passage.NONE, List.of());
    }

    private Response error(OpenAiError error, Passage passage, List<QuotaSnapshot.Usage> limits) {
        Response.ResponseBuilder response = bare(error.status(), JSON, passage)
                .header("x-llm-error-source", error.source().name().toLowerCase(Locale.ROOT));
        LimitHeaders.add(response, limits, error.retryAfter());
        error.retryAfter().ifPresent(delay -> response.header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(delay)));
        return response.entity(json(error)).build();
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

    private static Response.ResponseBuilder response(
            int status, String contentType, Passage passage, List<QuotaSnapshot.Usage> limits) {
        Response.ResponseBuilder response = bare(status, contentType, passage);
        LimitHeaders.add(response, limits, Optional.empty());
        return response;
    }

    private static Response.ResponseBuilder bare(int status, String contentType, Passage passage) {
        Response.ResponseBuilder response = Response.status(status)
                .type(contentType)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("x-llm-attempts", passage.attempts())
                .header("x-llm-queue-wait-ms", passage.queueWait().toMillis())
                .header("x-llm-overhead-ms", passage.overhead().toMillis())
                .header("x-llm-shared", false);
        passage.route()
                .ifPresent(route ->
                        response.header("x-llm-provider", route.provider().id()).header("x-llm-model", route.model()));
        return response;
    }

    private String json(OpenAiError error) {
        try {
            return mapper.writeValueAsString(error.tree(request.language()));
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
