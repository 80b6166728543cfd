package io.mapwright.llmgateway.estimation;

/**
 * A kind of call, whose answers resemble each other.
 *
 * @param model logical model
 * @param requestType what the call is for, empty when the caller did not say
 */
public record CallKind(String model, String requestType) {}
