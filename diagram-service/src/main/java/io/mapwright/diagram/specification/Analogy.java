package io.mapwright.diagram.specification;

/**
 * One pair of a bridge map.
 *
 * @param left the upper side, not blank
 * @param right the lower side, not blank
 */
public record Analogy(String left, String right) {

    /** Checks the rules. */
    public Analogy {
        BrokenRuleException.unlessPresent(left, "analogies.left");
        BrokenRuleException.unlessPresent(right, "analogies.right");
    }
}
