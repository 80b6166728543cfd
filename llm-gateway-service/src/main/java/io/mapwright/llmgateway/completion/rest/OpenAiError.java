package io.mapwright.llmgateway.completion.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.problem.Text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error as OpenAI's clients understand it.
 *
 * @param status HTTP status
 * @param type OpenAI's class of the error
 * @param code stable machine code
 * @param parameter the request member at fault, empty when none is
 * @param message for people
 * @param retryAfter when to come back
 * @param source who refused
 */
record OpenAiError(
        int status,
        String type,
        String code,
        Optional<String> parameter,
        Text message,
        Optional<Duration> retryAfter,
        Source source) {

    /** Who refused. */
    enum Source {
        GATEWAY,
        PROVIDER
    }

    static OpenAiError invalid(String parameter, Text message) {
        return new OpenAiError(
                400,
                "invalid_request_error",
                "invalid_value",
                Optional.of(parameter).filter(name -> !name.isEmpty()),
                message,
                Optional.empty(),
                Source.GATEWAY);
    }

    /** @param limit bytes that a body may have */
    static OpenAiError tooLarge(long limit) {
        return new OpenAiError(
                413,
                "invalid_request_error",
                "body_too_large",
                Optional.empty(),
                new Text(
                        "请求内容过大，上限为 " + limit + " 字节",
                        "The request body is too large; the limit is " + limit + " bytes"),
                Optional.empty(),
                Source.GATEWAY);
    }

    /** The JSON tree, with the message in one language. */
    Map<String, Object> tree(Language language) {
        return tree(message.in(language), type, parameter, code);
    }

    /** The JSON tree of an error that somebody else found. */
    static Map<String, Object> tree(String message, String type, Optional<String> parameter, String code) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", parameter.orElse(null));
        error.put("code", code);
        return Map.of("error", error);
    }
}
