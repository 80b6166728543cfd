package io.mapwright.deploy.simulator.answer;

import java.util.List;

/**
 * A relation that holds for many pairs.
 *
 * @param names the first is how it is called
 */
record Relation(List<String> names, List<Pair> pairs) {

    /** One pair for which it holds. */
    record Pair(String left, String right) {}
}
