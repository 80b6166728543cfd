package io.mapwright.deploy.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import java.util.Set;

/** Lets pages of the listed origins, and no others, call the API from a browser. */
final class Cors {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String EXPOSED = "Retry-After, x-request-id, X-Quota-Remaining, ETag, Content-Disposition";

    private final Set<String> origins;

    /** @param origins such as {@code http://localhost:3000}; empty switches cross-origin calls off */
    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Whether the request only asks for permission. */
    static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    boolean allows(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && origins.contains(origin);
    }

    /** Tells the browser that the page may read the answer. */
    void permit(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        if (!origins.isEmpty()) {
            headers.set("Vary", "Origin");
        }
        if (allows(request)) {
            headers.set("Access-Control-Allow-Origin", request.getHeader("Origin"));
            headers.set("Access-Control-Allow-Credentials", "true");
            headers.set("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    /** Answers a preflight of an allowed origin. */
    void answerPreflight(HttpServerRequest request) {
        permit(request);
        String wanted = request.getHeader("Access-Control-Request-Headers");
        if (wanted != null) {
            request.response().putHeader("Access-Control-Allow-Headers", wanted);
        }
        request.response()
                .putHeader("Access-Control-Allow-Methods", METHODS)
                .putHeader("Access-Control-Max-Age", "600")
                .setStatusCode(204)
                .end();
    }
}
