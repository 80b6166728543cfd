package io.mapwright.llmgateway.provider;

import java.util.Optional;

/**
 * How an answer ended.
 *
 * @param reason the provider's {@code finish_reason}, empty when it gave none
 * @param usage the tokens it took, empty when the provider never told
 */
public record Ending(String reason, Optional<Usage> usage) {}
