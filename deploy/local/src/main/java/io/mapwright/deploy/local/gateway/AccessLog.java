package io.mapwright.deploy.local.gateway;

import io.vertx.core.http.HttpServerRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** One line per request: method, path without its query (which may carry a token), status, time, who answered. */
final class AccessLog {

    private final InstantSource time;
    private final Consumer<String> lines;

    AccessLog(InstantSource time, Consumer<String> lines) {
        this.time = time;
        this.lines = lines;
    }

    Entry begin(HttpServerRequest request, String id) {
        return new Entry(request, id, time.instant());
    }

    /** A request whose line is still to be written. */
    final class Entry {

        private final HttpServerRequest request;
        private final String id;
        private final Instant began;

        private Entry(HttpServerRequest request, String id, Instant began) {
            this.request = request;
            this.id = id;
            this.began = began;
        }

        void end(String answeredBy) {
            Instant now = time.instant();
            boolean answered = request.response().headWritten();
            lines.accept("%s %s %s %s %d ms %s %s"
                    .formatted(
                            now,
                            request.method(),
                            request.path(),
                            answered ? request.response().getStatusCode() : "gone",
                            Duration.between(began, now).toMillis(),
                            answeredBy,
                            id));
        }
    }
}
