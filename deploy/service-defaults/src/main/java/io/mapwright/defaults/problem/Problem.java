package io.mapwright.defaults.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A problem document (RFC 9457) with the members that older clients read: {@code detail} is the localized text,
 * {@code error_type} a stable machine code, {@code request_id} what support asks for.
 *
 * @param status HTTP status, 400..599
 * @param errorType stable machine code
 * @param detail the sentence shown to the user
 * @param errors wrong fields of the request; empty when no field is to blame
 * @param headers additional response headers
 * @param extensions additional members
 */
public record Problem(
        int status,
        String errorType,
        Text detail,
        List<FieldError> errors,
        Map<String, String> headers,
        Map<String, Object> extensions) {

    /** Media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400..599, not " + status);
        }
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(detail, "detail");
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
        extensions = Map.copyOf(extensions);
    }

    /**
     * One wrong field.
     *
     * @param field its path in the request, for example {@code prompt} or {@code items[2].text}
     * @param message what is wrong with it
     */
    public record FieldError(String field, Text message) {}

    /** The members of the document, in the order in which people read them. */
    public Map<String, Object> members(Language language, String path, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", ReasonPhrase.of(status));
        members.put("status", status);
        members.put("detail", detail.in(language));
        members.put("instance", path);
        members.put("error_type", errorType);
        members.put("request_id", requestId);
        if (!errors.isEmpty()) {
            members.put(
                    "errors",
                    errors.stream()
                            .map(error -> Map.of(
                                    "field",
                                    error.field(),
                                    "message",
                                    error.message().in(language)))
                            .toList());
        }
        members.putAll(extensions);
        return members;
    }
}
