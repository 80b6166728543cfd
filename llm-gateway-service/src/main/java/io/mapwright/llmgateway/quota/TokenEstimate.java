package io.mapwright.llmgateway.quota;

/**
 * The tokens a call is expected to take; they are set aside before it and replaced by the real usage after it.
 *
 * @param input tokens of the prompt, zero or more
 * @param output tokens of the answer, as a cautious guess (the 90th percentile of such calls); zero or more
 * @param maximumOutput the {@code max_tokens} sent along, at least {@code output}; providers that charge it up front count
 *     this instead of {@code output}
 */
public record TokenEstimate(long input, long output, long maximumOutput) {

    public TokenEstimate {
        if (input < 0 || output < 0 || maximumOutput < output) {
            throw new IllegalArgumentException("want 0 <= input and 0 <= output <= maximumOutput but was: input "
                    + input + ", output " + output + ", maximumOutput " + maximumOutput);
        }
    }

    /** An estimate for a call without a {@code max_tokens} of its own. */
    public static TokenEstimate of(long input, long output) {
        return new TokenEstimate(input, output, output);
    }
}
