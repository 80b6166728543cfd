package io.mapwright.llmgateway.provider;

import java.time.Duration;
import java.util.Map;

/**
 * One attempt at one provider.
 *
 * @param id sent along as {@code x-request-id}, for those who look for one call on both sides
 * @param provider whom to call
 * @param model the provider's own name of the model
 * @param body the caller's chat request as a JSON tree of maps, lists, strings, numbers and booleans; its model is replaced
 * @param streamed whether the answer is wanted piece by piece
 * @param timeLeft the call is given up after this, whatever it is doing; positive
 */
public record ProviderCall(
        String id, Provider provider, String model, Map<String, Object> body, boolean streamed, Duration timeLeft) {

    public ProviderCall {
        if (!timeLeft.isPositive()) {
            throw new IllegalArgumentException("timeLeft must be positive but was: " + timeLeft);
        }
    }
}
