package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.simulator.limit.Refusal;
import io.mapwright.deploy.simulator.limit.Standing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** How one API of a provider speaks. */
public interface Dialect {

    Provider provider();

    /** Where chat requests are sent. */
    List<String> chatPaths();

    /** Where the models are listed. */
    default List<String> modelPaths() {
        return List.of();
    }

    /** The key in an {@code Authorization} header; empty when there is none. */
    default Optional<String> key(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        String key = bearer ? authorization.substring(7).strip() : "";
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /**
     * Reads a request.
     *
     * @param headers answers a header's value, empty when absent
     */
    default ChatRequest read(JsonNode body, UnaryOperator<String> headers) {
        return ChatRequest.of(body);
    }

    /** The id of the answer to a request; at some providers it is the request's. */
    default String newId(String requestId, RandomGenerator random) {
        return requestId;
    }

    /** The id of a request, which errors and headers carry. */
    default String newRequestId(RandomGenerator random) {
        return Ids.uuid(random);
    }

    /** The errors it documents, in its own form. */
    Errors errors();

    /** What this provider does not accept in a request; empty when it accepts it. */
    Optional<WireError> objection(ChatRequest request, String requestId);

    /** The answer to a body that is not JSON. */
    default WireError malformed(String requestId) {
        return errors().named("malformed", null, requestId);
    }

    /** The answer to a missing or unknown key. */
    default WireError badKey(String requestId) {
        return errors().named("bad_key", null, requestId);
    }

    /** The answer to a call that did not fit. */
    default WireError refused(Refusal refusal, ChatRequest request, String requestId) {
        return errors().refused(refusal, request, requestId);
    }

    /**
     * An error by its code, or by the catalogue's name for one of several with the same code.
     *
     * @param text replaces the catalogue's message; null keeps it
     */
    default WireError coded(String code, String text, ChatRequest request, String requestId) {
        return errors().coded(code, text, request, requestId);
    }

    String body(Reply reply);

    Frames frames(Reply reply);

    /** Headers of every answer. */
    Map<String, String> headers(String requestId);

    /** Headers that tell what is left of the account's limits. */
    default Map<String, String> headers(Standing standing) {
        return Map.of();
    }

    /** The content type of a stream. */
    default String eventStream() {
        return WireError.EVENTS;
    }

    /** Where a running answer is stopped, with the path parameter {@code task}; empty when it cannot be. */
    default Optional<String> stopPath() {
        return Optional.empty();
    }

    /** What is sent from time to time while a call waits for its answer; empty for nothing. */
    default String keepAlive(boolean stream) {
        return "";
    }

    /** Whether signs of life go on while the answer streams. */
    default boolean signsWhileStreaming() {
        return false;
    }
}
