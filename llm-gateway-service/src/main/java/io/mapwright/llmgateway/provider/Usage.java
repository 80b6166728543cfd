package io.mapwright.llmgateway.provider;

import java.util.Map;
import java.util.Optional;

/**
 * Tokens that the provider says a call took.
 *
 * @param input tokens of the prompt
 * @param output tokens of the answer, reasoning included
 * @param cached the part of {@code input} that came from the provider's cache
 * @param reasoning the part of {@code output} that was thinking
 */
public record Usage(long input, long output, long cached, long reasoning) {

    /** Nothing taken. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage {
        if (input < 0 || output < 0 || cached < 0 || reasoning < 0) {
            throw new IllegalArgumentException("token counts must not be negative but were: input " + input
                    + ", output " + output + ", cached " + cached + ", reasoning " + reasoning);
        }
    }

    /**
     * Reads a {@code usage} object in any of the spellings that providers use.
     *
     * @param usage the JSON value, a map when it is an object
     * @return empty for anything that does not count tokens, such as the {@code null} of most chunks
     */
    public static Optional<Usage> read(Object usage) {
        if (!(usage instanceof Map<?, ?> counts)) {
            return Optional.empty();
        }
        long input = count(counts, "prompt_tokens", "input_tokens", "PromptTokens");
        long output = count(counts, "completion_tokens", "output_tokens", "CompletionTokens");
        if (input < 0 && output < 0) {
            return Optional.empty();
        }
        long cached = Math.max(
                nested(counts, "prompt_tokens_details", "cached_tokens"),
                count(counts, "cached_tokens", "prompt_cache_hit_tokens"));
        long reasoning = nested(counts, "completion_tokens_details", "reasoning_tokens");
        return Optional.of(
                new Usage(Math.max(0, input), Math.max(0, output), Math.max(0, cached), Math.max(0, reasoning)));
    }

    /** Input and output together. */
    public long total() {
        return input + output;
    }

    private static long nested(Map<?, ?> counts, String details, String name) {
        return counts.get(details) instanceof Map<?, ?> inner ? count(inner, name) : -1;
    }

    private static long count(Map<?, ?> counts, String... names) {
        for (String name : names) {
            if (counts.get(name) instanceof Number number) {
                return Math.max(0, number.longValue());
            }
        }
        return -1;
    }
}
