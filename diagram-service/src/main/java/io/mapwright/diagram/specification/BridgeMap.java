package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shows one relation in many pairs.
 *
 * @param dimension the relation, and others worth trying
 * @param analogies 5 to 16 pairs
 */
public record BridgeMap(Dimension dimension, List<Analogy> analogies) implements Specification {

    /** Pairs of a map that holds no pairs of the user's own. */
    static final int SHOWN = 5;

    private static final int MOST = 16;
    private static final int MOST_READ = 64;

    /** Checks the rules. */
    public BridgeMap {
        analogies = List.copyOf(analogies);
        BrokenRuleException.unlessWithin(analogies.size(), SHOWN, MOST, "analogies");
    }

    static BridgeMap read(Members json, Notices notices) {
        var pairs = notices.capped(json.objects("analogies", "pairs"), MOST_READ, "analogies");
        var whole = new ArrayList<Analogy>();
        for (var pair : pairs) {
            var left = pair.text("left");
            var right = pair.text("right");
            if (!left.isEmpty() && !right.isEmpty() && !whole.contains(new Analogy(left, right))) {
                whole.add(new Analogy(left, right));
            }
        }
        notices.dropped("analogies", pairs.size() - whole.size());
        return new BridgeMap(Dimension.read(json), notices.capped(whole, MOST, "analogies"));
    }

    /** The map with the pairs beyond the fifth left out. */
    public BridgeMap shown() {
        return new BridgeMap(dimension, analogies.subList(0, SHOWN));
    }

    @Override
    public DiagramType type() {
        return DiagramType.BRIDGE_MAP;
    }

    @Override
    public JsonObject toJson() {
        var pairs = IntStream.range(0, analogies.size())
                .mapToObj(i -> pair(analogies.get(i), i))
                .toList();
        var json = JsonObject.empty()
                .with("relating_factor", "as")
                .with("dimension", dimension.chosen().orElse(""))
                .with("analogies", new JsonArray(pairs));
        return json.with("alternative_dimensions", Json.texts(dimension.alternatives()));
    }

    private static Json pair(Analogy analogy, int id) {
        return JsonObject.empty()
                .with("left", analogy.left())
                .with("right", analogy.right())
                .with("id", Json.Number.of((long) id));
    }
}
