package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.UpstreamConfig;

import java.time.InstantSource;

/**
 * What every exchange in the dialect needs.
 *
 * @param json reads and writes it
 * @param config bounds of sizes
 * @param clock measures its pauses
 */
record Dialect(ChatJson json, UpstreamConfig config, InstantSource clock) {}
