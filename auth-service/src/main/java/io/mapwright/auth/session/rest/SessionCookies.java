package io.mapwright.auth.session.rest;

import io.mapwright.auth.session.SignedIn;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;

import java.time.Duration;

/** The two cookies of a session: out of reach of scripts, not sent along by other sites, over TLS only where there is. */
final class SessionCookies {

    static final String ACCESS = "access_token";
    static final String REFRESH = "refresh_token";

    /** Only the endpoints that need the refresh token ever see it. */
    private static final String REFRESH_PATH = "/api/auth";

    private SessionCookies() {}

    static NewCookie[] of(SignedIn signedIn, UriInfo uri) {
        return new NewCookie[] {
            cookie(
                    ACCESS,
                    "/",
                    signedIn.accessToken().value(),
                    signedIn.accessToken().expiresIn(),
                    uri),
            cookie(REFRESH, REFRESH_PATH, signedIn.refreshToken().value(), signedIn.refreshLifetime(), uri)
        };
    }

    static NewCookie[] cleared(UriInfo uri) {
        return new NewCookie[] {
            cookie(ACCESS, "/", "", Duration.ZERO, uri), cookie(REFRESH, REFRESH_PATH, "", Duration.ZERO, uri)
        };
    }

    private static NewCookie cookie(String name, String path, String value, Duration lifetime, UriInfo uri) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure("https".equals(uri.getRequestUri().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
