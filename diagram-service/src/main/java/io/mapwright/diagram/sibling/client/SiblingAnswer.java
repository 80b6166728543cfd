package io.mapwright.diagram.sibling.client;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

import java.time.Duration;
import java.util.Optional;

/** What another service answered. */
public record SiblingAnswer(int status, MultiMap headers, Buffer body) {

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The delay in {@code Retry-After}, when it is a number of seconds. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** The status only. */
    @Override
    public String toString() {
        return "SiblingAnswer[" + status + "]";
    }
}
