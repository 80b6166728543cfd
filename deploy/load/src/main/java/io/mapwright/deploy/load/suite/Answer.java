package io.mapwright.deploy.load.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.time.Duration;
import java.util.Optional;

/**
 * What came back from the API.
 *
 * @param status HTTP status; 0 when there was no answer at all
 * @param body text of the body; empty when there was none
 * @param retryAfter the {@code Retry-After} header in seconds
 * @param took from sending to the last byte
 */
public record Answer(int status, String body, Optional<String> retryAfter, Duration took) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 300;

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Whether the system said that it can't do this now and when to come back. */
    public boolean isRefusedWithRetryAfter() {
        return (status == 503 || status == 429) && retryAfter.isPresent();
    }

    /** For error messages. */
    public String brief() {
        return status + " " + (body.length() > SHOWN ? body.substring(0, SHOWN) + "..." : body);
    }
}
