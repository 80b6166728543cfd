package io.mapwright.defaults.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent the request, as its verified token says.
 *
 * @param subject user id, {@code key:<id>} for an API key, {@code service:<name>} for a service of the suite
 * @param organization the organization the caller belongs to; empty for callers without one
 * @param groups roles: {@code user}, {@code manager}, {@code admin}, {@code api-key}, {@code service}
 * @param bearerToken the token itself, to be forwarded to sibling services and to nobody else
 */
public record Caller(String subject, Optional<String> organization, Set<String> groups, String bearerToken) {

    static final String ATTRIBUTE = "mapwright.caller";

    private static final String KEY_PREFIX = "key:";

    public Caller {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(organization, "organization");
        groups = Set.copyOf(groups);
        Objects.requireNonNull(bearerToken, "bearerToken");
    }

    /** The id of the API key that was used; empty for people and services. */
    public Optional<String> apiKeyId() {
        return subject.startsWith(KEY_PREFIX) ? Optional.of(subject.substring(KEY_PREFIX.length())) : Optional.empty();
    }

    /** Whether the token lists {@code group}. */
    public boolean has(String group) {
        return groups.contains(group);
    }

    /** Without the token: callers end up in log lines. */
    @Override
    public String toString() {
        return "Caller[subject=" + subject + ", organization=" + organization.orElse("-") + ", groups=" + groups + "]";
    }
}
