package io.mapwright.diagram.model;

import java.util.List;

/**
 * A question to a model.
 *
 * @param model logical name at the gateway
 * @param messages the conversation so far, not empty
 * @param temperature 0 (always the likeliest word) to 2
 * @param maxTokens longest answer, at least 1
 * @param errand on whose behalf and until when
 */
public record ModelCall(String model, List<Message> messages, double temperature, int maxTokens, Errand errand) {

    /** Checks the ranges. */
    public ModelCall {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || temperature < 0 || temperature > 2 || maxTokens < 1) {
            throw new IllegalArgumentException("a call needs messages, a temperature of 0..2 and maxTokens >= 1, came "
                    + messages.size() + " messages, " + temperature + ", " + maxTokens);
        }
    }
}
