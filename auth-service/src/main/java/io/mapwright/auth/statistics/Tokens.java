package io.mapwright.auth.statistics;

/** Tokens that were used. */
public record Tokens(long input, long output) {

    /** Both together. */
    public long total() {
        return input + output;
    }
}
