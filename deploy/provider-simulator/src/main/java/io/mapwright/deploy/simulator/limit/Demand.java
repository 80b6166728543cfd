package io.mapwright.deploy.simulator.limit;

/**
 * What one call asks for.
 *
 * @param tokens tokens charged as it arrives; corrected when it ends
 * @param holdsPlace whether it counts as a call in flight until it ends
 */
public record Demand(long tokens, boolean holdsPlace) {

    /** The demand of an ordinary call. */
    public Demand(long tokens) {
        this(tokens, true);
    }
}
