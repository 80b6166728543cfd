package io.mapwright.deploy.simulator.limit;

/**
 * What one call asks for.
 *
 * @param tokens tokens charged as it arrives; corrected when it ends
 */
public record Demand(long tokens) {}
