package io.mapwright.deploy.local.gateway;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;

/**
 * A WebSocket after its handshake: bytes in both directions, untouched. Frames, pings and close codes are the two ends'
 * own affair, so they can't be lost or changed here.
 */
final class Tunnel {

    private Tunnel() {}

    static boolean isAskedFor(HttpServerRequest request) {
        String connection = request.getHeader("Connection");
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && connection != null
                && connection.toLowerCase(java.util.Locale.ROOT).contains("upgrade");
    }

    /**
     * Accepts the client's handshake with the service's answer and joins the two connections.
     *
     * @param onEnd called once, when either side has gone
     */
    static void open(HttpServerRequest request, HttpClientResponse accepted, Runnable onEnd) {
        NetSocket inner = accepted.netSocket();
        inner.pause();
        HttpServerResponse response = request.response().setStatusCode(101);
        accepted.headers().forEach(header -> response.headers().set(header.getKey(), header.getValue()));
        request.toNetSocket()
                .onSuccess(outer -> {
                    outer.closeHandler(gone -> {
                        inner.close();
                        onEnd.run();
                    });
                    inner.closeHandler(gone -> outer.close());
                    join(outer, inner);
                    join(inner, outer);
                })
                .onFailure(gone -> {
                    inner.close();
                    onEnd.run();
                });
    }

    private static void join(NetSocket from, NetSocket to) {
        from.exceptionHandler(broken -> from.close());
        from.handler(bytes -> {
            to.write(bytes);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(room -> from.resume());
            }
        });
        from.resume();
    }
}
