package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.metering.Attribution;
import io.mapwright.llmgateway.provider.Ability;
import io.mapwright.llmgateway.quota.PriorityClass;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A valid chat request.
 *
 * @param model the name the caller used
 * @param body the request as a JSON tree
 * @param streamed whether the answer is wanted piece by piece
 * @param abilities what a provider must have to serve it
 * @param maximumOutput the caller's bound on the tokens of the answer
 * @param attribution whose it is
 * @param priority how urgent it is
 * @param receivedAt when it arrived
 * @param deadline when the caller stops waiting
 * @param thread runs a command where the caller's connection lives, so that a call stays on one thread
 */
public record CompletionRequest(
        String model,
        Map<String, Object> body,
        boolean streamed,
        Set<Ability> abilities,
        OptionalLong maximumOutput,
        Attribution attribution,
        PriorityClass priority,
        Instant receivedAt,
        Deadline deadline,
        Executor thread) {}
