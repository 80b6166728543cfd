package io.mapwright.diagram.specification;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Valid diagrams of every type, with texts that hold whatever JSON treats specially. */
public final class AnySpecification {

    private AnySpecification() {}

    public static Arbitrary<Specification> ofAnyType() {
        return Arbitraries.of(DiagramType.values()).flatMap(AnySpecification::of);
    }

    public static Arbitrary<Specification> of(DiagramType type) {
        return switch (type) {
            case CIRCLE_MAP -> Combinators.combine(words(), list(words(), 4, 9)).as(CircleMap::new);
            case BUBBLE_MAP ->
                Combinators.combine(words(), list(words(), 3, 15)).as(BubbleMap::new);
            case DOUBLE_BUBBLE_MAP ->
                Combinators.combine(words(), words(), list(words(), 1, 6), list(words(), 2, 7), list(words(), 2, 7))
                        .as(DoubleBubbleMap::new);
            case TREE_MAP ->
                Combinators.combine(words(), dimension(), categories()).as(TreeMap::new);
            case BRACE_MAP ->
                Combinators.combine(words(), dimension(), list(part(), 1, 6)).as(BraceMap::new);
            case FLOW_MAP -> flowMap();
            case MULTI_FLOW_MAP ->
                Combinators.combine(words(), unique(1, 10), unique(1, 10)).as(MultiFlowMap::new);
            case BRIDGE_MAP -> Combinators.combine(dimension(), pairs()).as(BridgeMap::new);
            case CONCEPT_MAP -> conceptMap();
            default -> mindMap(type);
        };
    }

    /** A tidy text: no blank at its ends, none doubled. */
    static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abcXYZ 019 \"\\{}[],:/*'`#$%&")
                .withChars('光', '合', '作', '，', '：', '（', 'é', 'ß', '\u007f')
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(Wording::tidy)
                .filter(text -> !text.isEmpty());
    }

    private static <T> Arbitrary<List<T>> list(Arbitrary<T> entries, int least, int most) {
        return entries.list().ofMinSize(least).ofMaxSize(most);
    }

    private static Arbitrary<List<String>> unique(int least, int most) {
        return words().list().uniqueElements(Wording::key).ofMinSize(least).ofMaxSize(most);
    }

    private static Arbitrary<Dimension> dimension() {
        return Combinators.combine(words().optional(), unique(0, 6)).as(Dimension::new);
    }

    private static Arbitrary<List<TreeMap.Category>> categories() {
        return Combinators.combine(unique(1, 10), list(unique(0, 10), 10, 10))
                .as((names, items) -> IntStream.range(0, names.size())
                        .mapToObj(
                                i -> new TreeMap.Category("item_" + i, names.get(i), items("item_" + i, items.get(i))))
                        .toList());
    }

    private static List<TreeMap.Item> items(String parent, List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new TreeMap.Item(parent + "_" + i, names.get(i)))
                .toList();
    }

    private static Arbitrary<BraceMap.Part> part() {
        return Combinators.combine(words(), list(words(), 0, 5)).as(BraceMap.Part::new);
    }

    private static Arbitrary<Specification> flowMap() {
        var details = list(list(words(), 0, 8), 15, 15);
        return Combinators.combine(words(), unique(2, 15), details)
                .as((title, steps, groups) -> new FlowMap(
                        title,
                        steps,
                        IntStream.range(0, steps.size())
                                .filter(i -> !groups.get(i).isEmpty())
                                .mapToObj(i -> new FlowMap.Details(steps.get(i), groups.get(i)))
                                .toList()));
    }

    private static Arbitrary<List<Analogy>> pairs() {
        return Combinators.combine(words(), words())
                .as(Analogy::new)
                .list()
                .uniqueElements()
                .ofMinSize(5)
                .ofMaxSize(16);
    }

    private static Arbitrary<Specification> conceptMap() {
        return Combinators.combine(unique(3, 14), words()).as((names, label) -> {
            var concepts = names.subList(1, names.size());
            var edges = concepts.stream()
                    .map(concept -> new ConceptMap.Relationship(names.getFirst(), concept, label))
                    .toList();
            return new ConceptMap(names.getFirst(), concepts, edges);
        });
    }

    private static Arbitrary<Specification> mindMap(DiagramType type) {
        var numbers = BranchNumbers.of(type);
        var labels = list(words(), numbers.least(), Math.min(12, numbers.most()));
        var children = list(list(words(), numbers.leastOnEach(), Math.min(4, numbers.mostOnEach())), 20, 20);
        return Combinators.combine(words(), labels, children)
                .as((topic, names, ideas) -> new MindMap(
                        type,
                        topic,
                        IntStream.range(0, names.size())
                                .mapToObj(i -> new MindMap.Node("branch_" + i, names.get(i), nodes(i, ideas.get(i))))
                                .toList()));
    }

    private static List<MindMap.Node> nodes(int branch, List<String> labels) {
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new MindMap.Node("child_" + branch + "_" + i, labels.get(i), List.of()))
                .toList();
    }

    /** A dimension that names nothing. */
    public static Dimension noDimension() {
        return new Dimension(Optional.empty(), List.of());
    }
}
