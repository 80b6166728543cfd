package io.mapwright.llmgateway.quota;

import java.time.Duration;

/**
 * One attempt at one call.
 *
 * @param destination where the call goes
 * @param priority how urgent it is
 * @param tenant on whose behalf
 * @param tokens what it is expected to take
 * @param patience how long the caller can wait for admission, counted from the subscription; zero asks for "now or never",
 *     never negative
 */
public record AdmissionRequest(
        Destination destination, PriorityClass priority, Tenant tenant, TokenEstimate tokens, Duration patience) {

    public AdmissionRequest {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative but was: " + patience);
        }
    }
}
