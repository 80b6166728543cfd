package io.mapwright.deploy.simulator.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.answer.Relation.Pair;
import io.mapwright.deploy.simulator.answer.Subject.Group;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the specification of a map, in the shape and with the counts that its type asks for. */
final class MapScribe {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Knowledge knowledge;

    MapScribe(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    String circle(Brief brief) {
        Subject subject = subject(brief);
        ObjectNode map = NODES.objectNode().put("topic", topic(brief));
        texts(map.putArray("context"), subject.about(), 8);
        return map.toString();
    }

    String bubble(Brief brief) {
        ObjectNode map = NODES.objectNode().put("topic", topic(brief));
        texts(map.putArray("attributes"), subject(brief).attributes(), 8);
        return map.toString();
    }

    String doubleBubble(Brief brief) {
        Comparison comparison = knowledge.comparison(brief.text(), brief.variety());
        ObjectNode map = NODES.objectNode()
                .put("left", comparison.left().getFirst())
                .put("right", comparison.right().getFirst());
        texts(map.putArray("similarities"), comparison.both(), 5);
        texts(map.putArray("left_differences"), comparison.leftOnly(), 5);
        texts(map.putArray("right_differences"), comparison.rightOnly(), 5);
        return map.toString();
    }

    String tree(Brief brief) {
        Subject subject = subject(brief);
        ObjectNode map = NODES.objectNode().put("topic", topic(brief));
        dimensions(map, subject, brief);
        ArrayNode children = map.putArray("children");
        for (int i = 0; i < subject.groups().size() && i < 6; i++) {
            Group group = subject.groups().get(i);
            ObjectNode child = children.addObject().put("id", "item_" + (i + 1)).put("text", group.name());
            ArrayNode leaves = child.putArray("children");
            for (int j = 0; j < group.items().size() && j < 6; j++) {
                leaves.addObject()
                        .put("id", "item_" + (i + 1) + "_" + (j + 1))
                        .put("text", group.items().get(j));
            }
        }
        return map.toString();
    }

    String brace(Brief brief) {
        Subject subject = subject(brief);
        ObjectNode map = NODES.objectNode().put("whole", topic(brief));
        dimensions(map, subject, brief);
        ArrayNode parts = map.putArray("parts");
        for (Group part : first(subject.parts(), 6)) {
            ArrayNode subparts = parts.addObject().put("name", part.name()).putArray("subparts");
            first(part.items(), 5).forEach(item -> subparts.addObject().put("name", item));
        }
        return map.toString();
    }

    String flow(Brief brief) {
        Subject subject = subject(brief);
        ObjectNode map = NODES.objectNode().put("title", topic(brief));
        ArrayNode steps = map.putArray("steps");
        ArrayNode substeps = map.putArray("substeps");
        for (Group step : first(subject.steps(), 8)) {
            steps.add(step.name());
            texts(substeps.addObject().put("step", step.name()).putArray("substeps"), step.items(), 5);
        }
        return map.toString();
    }

    String multiFlow(Brief brief) {
        Subject subject = subject(brief);
        ObjectNode map = NODES.objectNode().put("event", topic(brief));
        texts(map.putArray("causes"), subject.causes(), 4);
        texts(map.putArray("effects"), subject.effects(), 4);
        return map.toString();
    }

    String bridge(Brief brief) {
        Relation relation = knowledge.relation(brief.everything(), brief.variety());
        String dimension = brief.dimension().isEmpty() ? relation.names().getFirst() : brief.dimension();
        ObjectNode map = NODES.objectNode().put("relating_factor", "as").put("dimension", dimension);
        ArrayNode analogies = map.putArray("analogies");
        for (Pair pair : relation.pairs()) {
            boolean begun = brief.pairs().contains(pair.left()) || brief.pairs().contains(pair.right());
            if (!begun && analogies.size() < 6) {
                int id = analogies.size();
                analogies
                        .addObject()
                        .put("left", pair.left())
                        .put("right", pair.right())
                        .put("id", id);
            }
        }
        List<String> others = knowledge.relations().stream()
                .filter(other -> other != relation)
                .map(other -> other.names().getFirst())
                .toList();
        texts(map.putArray("alternative_dimensions"), brief.dimension().isEmpty() ? others : List.of(), 5);
        return map.toString();
    }

    String mind(Brief brief) {
        List<Group> groups = subject(brief).groups();
        int even = groups.size() >= 8 ? 8 : groups.size() >= 6 ? 6 : 4;
        return branches(topic(brief), first(groups, even));
    }

    String tool(Brief brief) {
        String topic = topic(brief);
        return branches(topic, knowledge.tool(brief.tool(), topic));
    }

    String concept(Brief brief) {
        Subject subject = subject(brief);
        String topic = shorter(topic(brief));
        Set<String> concepts = new LinkedHashSet<>();
        List<Group> groups = first(subject.groups(), 5);
        groups.forEach(group -> concepts.add(shorter(group.name())));
        List<String[]> links = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String name = shorter(groups.get(i).name());
            links.add(new String[] {topic, name, label(i)});
            for (String item : first(groups.get(i).items(), 2)) {
                String leaf = shorter(item);
                if (concepts.size() < 14 && !leaf.equals(topic) && concepts.add(leaf)) {
                    links.add(new String[] {name, leaf, label(i + 2 + links.size() % 3)});
                }
            }
        }
        ObjectNode map = NODES.objectNode().put("topic", topic);
        concepts.forEach(map.putArray("concepts")::add);
        ArrayNode relationships = map.putArray("relationships");
        for (String[] link : links) {
            relationships.addObject().put("from", link[0]).put("to", link[1]).put("label", link[2]);
        }
        return map.toString();
    }

    private String branches(String topic, List<Group> groups) {
        ObjectNode map = NODES.objectNode().put("topic", topic);
        ArrayNode children = map.putArray("children");
        for (int i = 0; i < groups.size(); i++) {
            ObjectNode branch = children.addObject()
                    .put("id", "branch_" + i)
                    .put("label", groups.get(i).name());
            ArrayNode leaves = branch.putArray("children");
            for (int j = 0; j < groups.get(i).items().size(); j++) {
                leaves.addObject()
                        .put("id", "child_" + i + "_" + j)
                        .put("label", groups.get(i).items().get(j))
                        .putArray("children");
            }
        }
        return map.toString();
    }

    private void dimensions(ObjectNode map, Subject subject, Brief brief) {
        List<String> all = subject.dimensions();
        String chosen = brief.dimension().isEmpty() ? all.getFirst() : brief.dimension();
        map.put("dimension", chosen);
        List<String> rest =
                all.stream().filter(dimension -> !dimension.equals(chosen)).toList();
        texts(map.putArray("alternative_dimensions"), rest, 5);
    }

    private String label(int index) {
        List<String> labels = knowledge.language() == Language.ZH
                ? List.of("包括", "涉及", "表现为", "例如", "取决于", "影响")
                : List.of("includes", "involves", "is shown by", "for example", "depends on", "shapes");
        return labels.get(Math.floorMod(index, labels.size()));
    }

    private Subject subject(Brief brief) {
        return knowledge.subject(brief.text(), brief.variety());
    }

    private static String topic(Brief brief) {
        return TopicPhrase.of(brief.text());
    }

    private static String shorter(String text) {
        return text.codePointCount(0, text.length()) <= 30
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 29)) + "…";
    }

    private static void texts(ArrayNode array, List<String> texts, int count) {
        first(texts, count).forEach(array::add);
    }

    private static <T> List<T> first(List<T> list, int count) {
        return list.subList(0, Math.min(count, list.size()));
    }
}
