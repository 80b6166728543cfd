package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Links concepts by named relationships.
 *
 * @param topic not blank
 * @param concepts at least 2, each once, at most 30 characters each
 * @param relationships at least 1; both ends are concepts or the topic, at most one between any two
 */
public record ConceptMap(String topic, List<String> concepts, List<Relationship> relationships)
        implements Specification {

    static final int CONCEPT_LENGTH = 30;
    static final int LABEL_LENGTH = 60;
    private static final int LEAST_CONCEPTS = 2;

    /** Checks the rules. */
    public ConceptMap {
        concepts = List.copyOf(concepts);
        relationships = List.copyOf(relationships);
        BrokenRuleException.unlessPresent(topic, "topic");
        BrokenRuleException.unlessAtLeast(concepts.size(), LEAST_CONCEPTS, "concepts");
        BrokenRuleException.unlessAtLeast(relationships.size(), 1, "relationships");
        for (var concept : concepts) {
            BrokenRuleException.unless(
                    concept.length() <= CONCEPT_LENGTH,
                    "概念“%s”超过 30 个字".formatted(concept),
                    "the concept \"%s\" is longer than 30 characters".formatted(concept));
        }
        checkEdges(topic, concepts, relationships);
    }

    /**
     * An edge.
     *
     * @param from the concept, or the topic, where it starts
     * @param to where it ends, another than {@code from}
     * @param label at most 60 characters
     */
    public record Relationship(String from, String to, String label) {
        public Relationship {
            BrokenRuleException.unless(
                    !from.equals(to), "“%s”不能与自己相连".formatted(from), "\"%s\" is linked to itself".formatted(from));
            BrokenRuleException.unless(
                    label.length() <= LABEL_LENGTH,
                    "“%s”超过 60 个字".formatted(label),
                    "\"%s\" is longer than 60 characters".formatted(label));
        }

        Set<String> ends() {
            return Set.of(from, to);
        }
    }

    static ConceptMap read(Members json, Notices notices) {
        return new ConceptReader(json, notices).read();
    }

    private static void checkEdges(String topic, List<String> concepts, List<Relationship> relationships) {
        var known = new HashSet<>(concepts);
        known.add(topic);
        var linked = new HashSet<Set<String>>();
        for (var edge : relationships) {
            BrokenRuleException.unless(
                    known.containsAll(edge.ends()),
                    "“%s”与“%s”不都是概念".formatted(edge.from(), edge.to()),
                    "\"%s\" and \"%s\" are not both concepts".formatted(edge.from(), edge.to()));
            BrokenRuleException.unless(
                    linked.add(edge.ends()),
                    "“%s”与“%s”之间只能有一条关系".formatted(edge.from(), edge.to()),
                    "\"%s\" and \"%s\" are linked twice".formatted(edge.from(), edge.to()));
        }
    }

    @Override
    public DiagramType type() {
        return DiagramType.CONCEPT_MAP;
    }

    @Override
    public JsonObject toJson() {
        var edges = relationships.stream()
                .map(edge -> (Json) JsonObject.empty()
                        .with("from", edge.from())
                        .with("to", edge.to())
                        .with("label", edge.label()))
                .toList();
        return JsonObject.empty()
                .with("topic", topic)
                .with("concepts", Json.texts(concepts))
                .with("relationships", new JsonArray(edges));
    }
}
