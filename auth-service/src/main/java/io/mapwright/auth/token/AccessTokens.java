package io.mapwright.auth.token;

/** Issues access tokens. Touches neither network nor disk. Thread-safe. */
public interface AccessTokens {

    /** A fresh token with an id of its own, signed with the current key, good from now for the configured lifetime. */
    AccessToken issue(AccessClaims claims);
}
