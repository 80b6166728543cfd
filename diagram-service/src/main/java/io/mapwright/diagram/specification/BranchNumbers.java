package io.mapwright.diagram.specification;

import java.util.ArrayList;
import java.util.List;

/** How many branches a mind map or thinking tool has, and how many entries at least hang on each. */
record BranchNumbers(int least, int most, int leastOnEach, int mostOnEach) {

    private static final int ANY = 50;

    static BranchNumbers of(DiagramType type) {
        return switch (type) {
            case FACTOR_ANALYSIS -> new BranchNumbers(4, 8, 1, 3);
            case THREE_POSITION_ANALYSIS -> new BranchNumbers(3, 3, 1, 3);
            case PERSPECTIVE_ANALYSIS -> new BranchNumbers(2, 4, 0, ANY);
            case GOAL_ANALYSIS -> new BranchNumbers(4, 8, 0, ANY);
            case POSSIBILITY_ANALYSIS -> new BranchNumbers(3, 6, 2, ANY);
            case RESULT_ANALYSIS -> new BranchNumbers(2, 2, 1, ANY);
            case FIVE_W_ONE_H -> new BranchNumbers(6, 6, 0, ANY);
            case WHWM_ANALYSIS, FOUR_QUADRANT -> new BranchNumbers(4, 4, 0, ANY);
            default -> new BranchNumbers(1, ANY, 0, ANY);
        };
    }

    void check(List<MindMap.Node> branches) {
        BrokenRuleException.unlessWithin(branches.size(), least, most, "children");
        for (var branch : branches) {
            BrokenRuleException.unlessWithin(
                    branch.children().size(), leastOnEach, mostOnEach, "children of " + branch.label());
        }
    }

    /** Leaves out what is too much; what is too little is for {@link #check} to refuse. */
    List<MindMap.Node> trim(List<MindMap.Node> branches, Notices notices) {
        var trimmed = new ArrayList<MindMap.Node>();
        for (var branch : notices.capped(branches, most, "children")) {
            var children = notices.capped(branch.children(), mostOnEach, "children of " + branch.label());
            trimmed.add(new MindMap.Node(branch.id(), branch.label(), children));
        }
        return trimmed;
    }
}
