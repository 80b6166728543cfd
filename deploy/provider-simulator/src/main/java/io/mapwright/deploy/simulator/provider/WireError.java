package io.mapwright.deploy.simulator.provider;

import java.util.Map;

/**
 * An error in a provider's own form.
 *
 * @param code the discriminating code, for the ledger
 * @param contentType empty for none
 * @param body what is sent, possibly empty
 * @param headers beyond those of every answer
 */
public record WireError(int status, String code, String contentType, String body, Map<String, String> headers) {

    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream;charset=UTF-8";

    public WireError(int status, String code, String contentType, String body) {
        this(status, code, contentType, body, Map.of());
    }

    static WireError json(int status, String code, String body) {
        return new WireError(status, code, JSON, body);
    }

    /** The same error with another body. */
    WireError as(String newContentType, String newBody) {
        return new WireError(status, code, newContentType, newBody, headers);
    }

    WireError with(String header, String value) {
        return with(Map.of(header, value));
    }

    WireError with(Map<String, String> newHeaders) {
        return new WireError(status, code, contentType, body, newHeaders);
    }

    /** The same error in a stream's framing. */
    String asEvent() {
        return contentType.equals(EVENTS) ? body : "data: " + body + "\n\n";
    }
}
