package io.mapwright.llmgateway.metering;

import java.math.BigDecimal;

/**
 * What a call costs.
 *
 * @param amount zero or more
 * @param currency ISO 4217 code
 */
public record Cost(BigDecimal amount, String currency) {}
