package io.mapwright.auth.token.rest;

import io.mapwright.auth.token.AccessToken;

/** An access token as sibling services get it. */
public record IssuedToken(String accessToken, long expiresIn) {

    /** The token with its lifetime in seconds. */
    public static IssuedToken of(AccessToken token) {
        return new IssuedToken(token.value(), token.expiresIn().toSeconds());
    }
}
