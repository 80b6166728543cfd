package io.mapwright.llmgateway.completion.rest;

import io.smallrye.mutiny.Multi;

/**
 * A response body that is written as it comes.
 *
 * @param bytes its pieces; one is asked for when the one before has left, so a slow reader slows the provider down
 */
record EventStream(Multi<byte[]> bytes) {}
