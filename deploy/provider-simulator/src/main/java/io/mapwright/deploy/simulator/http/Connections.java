package io.mapwright.deploy.simulator.http;

import io.vertx.core.http.HttpServerResponse;

/** Ends connections rudely. */
final class Connections {

    private Connections() {}

    /** Closes an HTTP/1 connection, resets an HTTP/2 stream, without ending the response. */
    static void reset(HttpServerResponse response) {
        if (!response.closed()) {
            response.reset();
        }
    }
}
