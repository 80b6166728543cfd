package io.mapwright.deploy.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers pass through a proxy, and which it speaks for itself. */
final class HeaderRules {

    /** Between two neighbours only (RFC 9110, 7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    /** Who the client is and how it came is told by the outermost proxy alone. */
    private static final Set<String> TOLD_BY_THE_GATEWAY = Set.of(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-real-ip",
            RequestIds.HEADER);

    private HeaderRules() {}

    /** Copies what may pass from one side to the other. */
    static void copyEndToEnd(MultiMap from, MultiMap to) {
        copy(from, to, Set.of());
    }

    /** Copies the client's headers for a service and adds what the gateway knows about the client. */
    static void copyFromOutside(HttpServerRequest request, String requestId, MultiMap to) {
        copy(request.headers(), to, TOLD_BY_THE_GATEWAY);
        to.set(RequestIds.HEADER, requestId);
        to.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        to.set("X-Forwarded-Proto", request.scheme());
        to.set("X-Forwarded-Port", String.valueOf(request.localAddress().port()));
        String host = request.getHeader("Host");
        if (host != null) {
            to.set("X-Forwarded-Host", host);
        }
    }

    /** Copies a service's headers for the client; what the gateway has already said, such as CORS, is kept. */
    static void copyToOutside(MultiMap from, MultiMap to) {
        Set<String> said =
                new HashSet<>(to.names().stream().map(HeaderRules::lower).toList());
        said.remove("vary");
        copy(from, to, said);
    }

    private static void copy(MultiMap from, MultiMap to, Set<String> except) {
        Set<String> named = new HashSet<>();
        for (String value : from.getAll("Connection")) {
            for (String name : value.split(",")) {
                named.add(lower(name.strip()));
            }
        }
        for (Map.Entry<String, String> header : from) {
            String name = lower(header.getKey());
            if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !except.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
