package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares two topics. Differences with the same index belong together.
 *
 * @param left the first topic, not blank
 * @param right the second topic, not blank
 * @param similarities what both have, at least 1
 * @param leftDifferences what only the first has, at least 2
 * @param rightDifferences what only the second has, at least 2
 */
public record DoubleBubbleMap(
        String left,
        String right,
        List<String> similarities,
        List<String> leftDifferences,
        List<String> rightDifferences)
        implements Specification {

    private static final int LEAST_SIMILARITIES = 1;
    private static final int LEAST_DIFFERENCES = 2;
    private static final int MOST_IN_ALL = 20;

    /** Checks the rules; there are at most 20 entries in all. */
    public DoubleBubbleMap {
        similarities = List.copyOf(similarities);
        leftDifferences = List.copyOf(leftDifferences);
        rightDifferences = List.copyOf(rightDifferences);
        BrokenRuleException.unlessPresent(left, "left");
        BrokenRuleException.unlessPresent(right, "right");
        BrokenRuleException.unlessWithin(similarities.size(), LEAST_SIMILARITIES, MOST_IN_ALL, "similarities");
        BrokenRuleException.unlessWithin(leftDifferences.size(), LEAST_DIFFERENCES, MOST_IN_ALL, "left_differences");
        BrokenRuleException.unlessWithin(rightDifferences.size(), LEAST_DIFFERENCES, MOST_IN_ALL, "right_differences");
        int all = similarities.size() + leftDifferences.size() + rightDifferences.size();
        BrokenRuleException.unless(
                all <= MOST_IN_ALL, "总共最多 20 项，现在有 " + all + " 项", "at most 20 entries in all, came " + all);
    }

    static DoubleBubbleMap read(Members json, Notices notices) {
        var similarities = new ArrayList<>(json.texts("similarities"));
        var left = new ArrayList<>(json.texts("left_differences"));
        var right = new ArrayList<>(json.texts("right_differences"));
        trim(List.of(similarities, left, right), notices);
        return new DoubleBubbleMap(
                json.text("left", "left_topic"), json.text("right", "right_topic"), similarities, left, right);
    }

    /** Takes the last entry off the longest list until all fit, so that no side is emptied for another. */
    private static void trim(List<List<String>> lists, Notices notices) {
        int came = lists.stream().mapToInt(List::size).sum();
        for (int i = MOST_IN_ALL; i < came; i++) {
            lists.stream().max(Comparator.comparingInt(List::size)).ifPresent(List::removeLast);
        }
        if (came > MOST_IN_ALL) {
            notices.add(Notice.trimmed("similarities, left_differences, right_differences", MOST_IN_ALL, came));
        }
    }

    @Override
    public DiagramType type() {
        return DiagramType.DOUBLE_BUBBLE_MAP;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.empty()
                .with("left", left)
                .with("right", right)
                .with("similarities", Json.texts(similarities))
                .with("left_differences", Json.texts(leftDifferences))
                .with("right_differences", Json.texts(rightDifferences));
    }
}
