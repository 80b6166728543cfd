package io.mapwright.auth.token;

import java.time.Duration;

/**
 * A signed token. Its text form hides it.
 *
 * @param value the compact JWT
 * @param expiresIn its lifetime from the moment it was issued
 */
public record AccessToken(String value, Duration expiresIn) {

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
