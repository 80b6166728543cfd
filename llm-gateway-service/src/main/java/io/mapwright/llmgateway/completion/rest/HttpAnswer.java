package io.mapwright.llmgateway.completion.rest;

import io.smallrye.mutiny.Multi;

import java.util.List;
import java.util.Map;

/**
 * A response before it is written.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param body its bytes, in one piece or many
 */
record HttpAnswer(int status, Map<String, List<String>> headers, Multi<byte[]> body) {}
