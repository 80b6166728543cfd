package io.mapwright.deploy.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

import java.time.Duration;

/**
 * Reads away the rest of a body that nobody wants, so that the client gets to read the answer, and hangs up on a client
 * that goes on for too long.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 64L << 20;

    private Leftovers() {}

    static void discard(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] read = {0};
        long timer =
                vertx.setTimer(PATIENCE.toMillis(), late -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.handler(chunk -> {
            read[0] += chunk.length();
            if (read[0] > MOST_BYTES) {
                request.connection().close();
            }
        });
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.resume();
    }
}
