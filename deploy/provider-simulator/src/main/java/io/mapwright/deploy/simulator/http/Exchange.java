package io.mapwright.deploy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.provider.Json;
import io.mapwright.deploy.simulator.provider.WireError;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.io.IOException;
import java.util.Map;

/** Reading requests and answering errors, the same for every endpoint. */
public final class Exchange {

    private static final String PAGE =
            "<html>\r\n<head><title>%1$d %2$s</title></head>\r\n<body>\r\n<center><h1>%1$d %2$s"
                    + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

    private Exchange() {}

    /** A header's value, empty when absent. */
    public static String header(RoutingContext http, String name) {
        String value = http.request().getHeader(name);
        return value == null ? "" : value;
    }

    /** The body as JSON; a missing node when it is none. */
    static JsonNode json(RoutingContext http) {
        try {
            byte[] bytes = http.body().buffer() == null
                    ? new byte[0]
                    : http.body().buffer().getBytes();
            return Json.mapper().readTree(bytes);
        } catch (IOException e) {
            return Json.mapper().missingNode();
        }
    }

    /** Answers with an error, unless the caller is gone or was answered. */
    public static void send(RoutingContext http, WireError error, Map<String, String> headers) {
        headers.forEach(http.response()::putHeader);
        send(http.response(), error);
    }

    static void send(HttpServerResponse response, WireError error) {
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(error.status());
        error.headers().forEach(response::putHeader);
        if (!error.contentType().isEmpty()) {
            response.putHeader("content-type", error.contentType());
        }
        response.end(error.body());
    }

    /** What a proxy in front of a provider answers. */
    public static WireError proxyPage(Fault fault) {
        return proxyPage(fault.status() > 0 ? fault.status() : 502, fault.kind().key());
    }

    static WireError proxyPage(int status, String code) {
        String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
        return new WireError(status, code, "text/html", PAGE.formatted(status, reason));
    }

    /** Closes an HTTP/1 connection, resets an HTTP/2 stream, without ending the response. */
    static void reset(HttpServerResponse response) {
        if (!response.closed()) {
            response.reset();
        }
    }
}
