package io.mapwright.deploy.simulator.answer;

import java.util.List;

/**
 * Two things beside each other; {@code leftOnly} and {@code rightOnly} are paired by index.
 *
 * @param left names of the first, the usual one first
 */
record Comparison(
        List<String> left, List<String> right, List<String> both, List<String> leftOnly, List<String> rightOnly) {

    Comparison swapped() {
        return new Comparison(right, left, both, rightOnly, leftOnly);
    }
}
