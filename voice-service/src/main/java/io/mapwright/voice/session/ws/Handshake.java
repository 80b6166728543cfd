package io.mapwright.voice.session.ws;

import io.mapwright.defaults.problem.Language;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.quarkus.websockets.next.HandshakeRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the request that opened a socket says about its client. Browsers cannot set headers on it. */
record Handshake(HandshakeRequest request) {

    private static final String SCHEME = "bearer ";

    /** From {@code Authorization}, else the query's {@code token}, else the cookie {@code access_token}. */
    Optional<String> token() {
        return header().or(() -> query("token")).or(this::cookie);
    }

    /** From {@code X-Language}, else the query's {@code language}, else {@code Accept-Language}. */
    Language language() {
        String chosen = Optional.ofNullable(request.header(Language.HEADER))
                .or(() -> query("language"))
                .orElse(null);
        return Language.of(chosen, request.header("Accept-Language"));
    }

    private Optional<String> header() {
        String header = request.header("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private Optional<String> query(String name) {
        if (request.query() == null) {
            return Optional.empty();
        }
        Map<String, List<String>> parameters = new QueryStringDecoder("?" + request.query()).parameters();
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private Optional<String> cookie() {
        String header = request.header("Cookie");
        return header == null
                ? Optional.empty()
                : ServerCookieDecoder.LAX.decode(header).stream()
                        .filter(cookie -> cookie.name().equals("access_token"))
                        .map(Cookie::value)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }
}
