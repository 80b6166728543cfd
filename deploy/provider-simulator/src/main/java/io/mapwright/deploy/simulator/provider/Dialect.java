package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Refusal;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How one provider speaks. */
public interface Dialect {

    Provider provider();

    /** The id of an answer. */
    String newId(RandomGenerator random);

    /** The id of a request, which errors and headers carry. */
    String newRequestId(RandomGenerator random);

    /** What this provider does not accept in a request; empty when it accepts it. */
    Optional<WireError> objection(ChatRequest request, String requestId);

    /** The answer to a body that is not JSON. */
    WireError malformed(String requestId);

    /** The answer to a missing or unknown key. */
    WireError badKey(String requestId);

    /** The answer to a call that did not fit. */
    WireError refused(Refusal refusal, ChatRequest request, String requestId);

    /**
     * An error by its code, or by the catalogue's name for one of several with the same code.
     *
     * @param text replaces the catalogue's message; null keeps it
     */
    WireError coded(String code, String text, ChatRequest request, String requestId);

    String body(Reply reply);

    Frames frames(Reply reply);

    /** Headers of every answer. */
    Map<String, String> headers(String requestId);

    /** The content type of a stream. */
    default String eventStream() {
        return "text/event-stream;charset=UTF-8";
    }
}
