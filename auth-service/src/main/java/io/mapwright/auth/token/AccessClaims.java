package io.mapwright.auth.token;

import java.util.Optional;
import java.util.Set;

/**
 * What an access token says about its bearer.
 *
 * @param subject account id, {@code key:<id>} or {@code service:<name>}
 * @param session id of the login it belongs to; empty for keys and services
 * @param maskedPhone {@code 138****5678}; empty for keys and services
 * @param organization id of the bearer's organization; empty when there is none
 * @param groups what the bearer may do
 */
public record AccessClaims(
        String subject,
        Optional<String> session,
        Optional<String> maskedPhone,
        Optional<String> organization,
        Set<String> groups) {

    public AccessClaims {
        if (subject.isBlank() || groups.isEmpty()) {
            throw new IllegalArgumentException("a token has a subject and a group");
        }
        groups = Set.copyOf(groups);
    }

    /** What a service may show to its siblings. */
    public static AccessClaims ofService(String name) {
        return new AccessClaims(
                "service:" + name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of("service"));
    }
}
