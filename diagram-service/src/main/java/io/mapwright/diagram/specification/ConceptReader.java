package io.mapwright.diagram.specification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a concept map: shortens long concepts on both sides of the edges, and leaves out edges that link nothing. */
final class ConceptReader {

    /** More than a screen shows; what a model sends beyond it is not looked at. */
    private static final int MOST_CONCEPTS = 40;

    private final Members json;
    private final Notices notices;
    private final String topic;
    private final Map<String, String> byKey = new HashMap<>();

    ConceptReader(Members json, Notices notices) {
        this.json = json;
        this.notices = notices;
        this.topic = json.text("topic");
    }

    ConceptMap read() {
        var concepts = concepts();
        byKey.putIfAbsent(Wording.key(topic), topic);
        return new ConceptMap(topic, concepts, relationships());
    }

    private List<String> concepts() {
        var concepts = new ArrayList<String>();
        int shortened = 0;
        for (var words : notices.capped(Wording.distinct(json.texts("concepts", "nodes")), MOST_CONCEPTS, "concepts")) {
            var concept = Wording.within(ConceptMap.CONCEPT_LENGTH, words);
            if (!concepts.contains(concept)) {
                concepts.add(concept);
            }
            byKey.put(Wording.key(words), concept);
            shortened += concept.equals(words) ? 0 : 1;
        }
        if (shortened > 0) {
            notices.add(Notice.shortened("concepts", shortened));
        }
        return concepts;
    }

    private List<ConceptMap.Relationship> relationships() {
        var edges = json.objects("relationships", "edges");
        var kept = new ArrayList<ConceptMap.Relationship>();
        var linked = new HashSet<Set<String>>();
        for (var edge : edges) {
            var from = concept(edge.text("from", "source"));
            var to = concept(edge.text("to", "target"));
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                if (linked.add(Set.of(from.get(), to.get()))) {
                    kept.add(new ConceptMap.Relationship(from.get(), to.get(), label(edge)));
                }
            }
        }
        notices.dropped("relationships", edges.size() - kept.size());
        return kept;
    }

    private Optional<String> concept(String words) {
        return Optional.ofNullable(byKey.get(Wording.key(words)));
    }

    private static String label(Members edge) {
        return Wording.within(ConceptMap.LABEL_LENGTH, edge.text("label", "relationship", "text"));
    }
}
