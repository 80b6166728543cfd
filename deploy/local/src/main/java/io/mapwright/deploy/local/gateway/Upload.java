package io.mapwright.deploy.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;

/** Passes a request's body on as it arrives, at the pace of the slower side, and stops at the limit. */
final class Upload {

    private final HttpServerRequest from;
    private final long limit;
    private final Runnable onTooLarge;
    private long passed;
    private boolean stopped;

    /** @param onTooLarge called once, when more than {@code limit} bytes have come; nothing is passed on after it */
    Upload(HttpServerRequest from, long limit, Runnable onTooLarge) {
        this.from = from;
        this.limit = limit;
        this.onTooLarge = onTooLarge;
    }

    /** Whether the request announces a body. */
    static boolean isAnnounced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    /** Starts passing on; {@code to} must have its headers. */
    void passTo(HttpClientRequest to) {
        if (!isAnnounced(from)) {
            to.end();
            from.resume();
            return;
        }
        to.setChunked(!to.headers().contains("Content-Length"));
        from.handler(chunk -> pass(chunk, to));
        from.endHandler(end -> {
            if (!stopped) {
                to.end();
            }
        });
        if ("100-continue".equalsIgnoreCase(from.getHeader("Expect"))) {
            from.response().writeContinue();
        }
        from.resume();
    }

    /** From now on whatever still comes is dropped. */
    void stop() {
        stopped = true;
    }

    private void pass(Buffer chunk, HttpClientRequest to) {
        if (stopped) {
            return;
        }
        passed += chunk.length();
        if (passed > limit) {
            stopped = true;
            onTooLarge.run();
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(room -> from.resume());
        }
    }
}
