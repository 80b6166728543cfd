package io.mapwright.diagram.generation;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.specification.Analogy;
import io.mapwright.diagram.specification.BridgeMap;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.diagram.specification.Placeholders;
import io.mapwright.diagram.specification.Specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user has decided, whatever a model says. Placeholders are nobody's decision and are dropped.
 *
 * @param preferredDimension what a model is asked to divide by
 * @param fixedDimension what the diagram is divided by
 * @param lockedTopic the topic of the diagram
 * @param pairs the pairs of a bridge map that stay
 */
public record Wishes(
        Optional<String> preferredDimension,
        Optional<String> fixedDimension,
        Optional<String> lockedTopic,
        List<Analogy> pairs) {

    /** Drops what is blank or a placeholder. */
    public Wishes {
        preferredDimension = preferredDimension.map(String::strip).filter(Wishes::isContent);
        fixedDimension = fixedDimension.map(String::strip).filter(Wishes::isContent);
        lockedTopic = lockedTopic.map(String::strip).filter(Wishes::isContent);
        pairs = pairs.stream()
                .filter(pair -> isContent(pair.left()) && isContent(pair.right()))
                .toList();
    }

    /** No decision. */
    public static Wishes none() {
        return new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The dimension a model is told; empty lets it choose. */
    Optional<String> dimensionFor(DiagramType type) {
        return type.hasDimension() ? fixedDimension.or(() -> preferredDimension) : Optional.empty();
    }

    /** The pairs a model is told. */
    List<Analogy> pairsFor(DiagramType type) {
        return type == DiagramType.BRIDGE_MAP ? pairs : List.of();
    }

    /**
     * A model's answer with the decisions in it.
     *
     * @param topic to be used when none was locked, empty to keep the model's
     */
    JsonObject enforceOn(JsonObject answer, DiagramType type, Optional<String> topic) {
        var json = answer;
        var subject = lockedTopic.or(() -> topic);
        if (type.hasSingleSubject() && subject.isPresent()) {
            json = json.with(type.subjectKey(), subject.get());
        }
        if (type.hasDimension() && fixedDimension.isPresent()) {
            json = json.with("dimension", fixedDimension.get());
        }
        return pairsFor(type).isEmpty() ? json : json.with("analogies", pairsBefore(json));
    }

    /** The diagram as it is shown: of a bridge map that is all the model's, five pairs. */
    Specification shown(Specification specification) {
        return specification instanceof BridgeMap bridge && pairs.isEmpty() ? bridge.shown() : specification;
    }

    private JsonArray pairsBefore(JsonObject json) {
        var all = new ArrayList<Json>();
        pairs.forEach(
                pair -> all.add(JsonObject.empty().with("left", pair.left()).with("right", pair.right())));
        if (json.member("analogies").orElse(JsonObject.empty()) instanceof JsonArray own) {
            all.addAll(own.items());
        }
        return new JsonArray(all);
    }

    private static boolean isContent(String words) {
        return !words.isBlank() && !Placeholders.isOne(words);
    }
}
