package io.mapwright.llmgateway.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A provider account that can be called.
 *
 * @param id its name in configuration
 * @param vendor its accent
 * @param chat address of its chat completions
 * @param credential API key, empty when it wants none
 * @param headers further request headers
 * @param body further members of the request body, JSON text by name
 * @param limits how long to wait for it
 */
public record Provider(
        ProviderId id,
        Vendor vendor,
        URI chat,
        Optional<String> credential,
        Map<String, String> headers,
        Map<String, String> body,
        Limits limits) {

    public Provider {
        headers = Map.copyOf(headers);
        body = Map.copyOf(body);
    }

    /** Which of {@code asked} this provider does not have. */
    public Set<Ability> missing(Set<Ability> asked) {
        return asked.stream().filter(vendor.lacks()::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "provider " + id;
    }

    /**
     * How long to wait for a provider; each is positive.
     *
     * @param connect for the connection
     * @param firstByte from the request to the first byte of the answer
     * @param idle between two bytes of it
     */
    public record Limits(Duration connect, Duration firstByte, Duration idle) {

        public Limits {
            if (!connect.isPositive() || !firstByte.isPositive() || !idle.isPositive()) {
                throw new IllegalArgumentException("timeouts must be positive but were: connect " + connect
                        + ", first byte " + firstByte + ", idle " + idle);
            }
        }
    }
}
