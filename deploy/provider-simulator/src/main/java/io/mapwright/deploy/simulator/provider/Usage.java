package io.mapwright.deploy.simulator.provider;

/**
 * Tokens of one answer.
 *
 * @param completion the chain of thought included
 * @param reasoning the chain of thought alone
 */
public record Usage(int prompt, int completion, int reasoning) {

    public int total() {
        return prompt + completion;
    }

    /** The same prompt with less of the answer. */
    public Usage upTo(int completionSoFar) {
        return new Usage(prompt, completionSoFar, Math.min(reasoning, completionSoFar));
    }
}
