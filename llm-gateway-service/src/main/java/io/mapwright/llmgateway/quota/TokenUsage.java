package io.mapwright.llmgateway.quota;

/**
 * The tokens a call really took.
 *
 * @param input tokens of the prompt, zero or more
 * @param output tokens of the answer, zero or more
 */
public record TokenUsage(long input, long output) {

    public TokenUsage {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("tokens must not be negative but were: " + input + " and " + output);
        }
    }

    /** Input and output together. */
    public long total() {
        return input + output;
    }
}
