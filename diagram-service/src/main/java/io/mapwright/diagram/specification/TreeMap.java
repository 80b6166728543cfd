package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * Sorts a topic into categories and their members.
 *
 * @param topic what is classified, not blank
 * @param dimension what it is classified by
 * @param children 1 to 10 categories
 */
public record TreeMap(String topic, Dimension dimension, List<Category> children) implements Specification {

    private static final int MOST = 10;

    /** Checks the rules. */
    public TreeMap {
        children = List.copyOf(children);
        BrokenRuleException.unlessPresent(topic, "topic");
        BrokenRuleException.unlessWithin(children.size(), 1, MOST, "children");
    }

    /**
     * A category.
     *
     * @param id stable while the diagram is edited
     * @param text its name
     * @param children at most 10 members
     */
    public record Category(String id, String text, List<Item> children) {
        public Category {
            children = List.copyOf(children);
            BrokenRuleException.unlessPresent(text, "children.text");
            BrokenRuleException.unlessWithin(children.size(), 0, MOST, "children.children");
        }
    }

    /** A member of a category. */
    public record Item(String id, String text) {}

    static TreeMap read(Members json, Notices notices) {
        var ids = new NodeIds();
        var categories = notices.capped(named(json), MOST, "children").stream()
                .map(category -> category(category, ids, notices))
                .toList();
        return new TreeMap(json.text("topic"), Dimension.read(json), categories);
    }

    private static Category category(Members json, NodeIds ids, Notices notices) {
        var id = ids.take(json, "item");
        var items = notices.capped(named(json), MOST, "children.children").stream()
                .map(item -> new Item(ids.take(item, id), Wording.of(item.json())))
                .toList();
        return new Category(id, Wording.of(json.json()), items);
    }

    /** The children that have a name, each name once. */
    private static List<Members> named(Members json) {
        var first = new LinkedHashMap<String, Members>();
        json.objects("children", "items", "categories").stream()
                .filter(child -> !Wording.of(child.json()).isEmpty())
                .forEach(child -> first.putIfAbsent(Wording.key(Wording.of(child.json())), child));
        return List.copyOf(first.values());
    }

    @Override
    public DiagramType type() {
        return DiagramType.TREE_MAP;
    }

    @Override
    public JsonObject toJson() {
        var categories = children.stream().map(TreeMap::toJson).toList();
        return dimension.addTo(JsonObject.empty().with("topic", topic)).with("children", new JsonArray(categories));
    }

    private static Json toJson(Category category) {
        var items = category.children().stream()
                .map(item -> (Json) JsonObject.empty().with("id", item.id()).with("text", item.text()))
                .toList();
        return JsonObject.empty()
                .with("id", category.id())
                .with("text", category.text())
                .with("children", new JsonArray(items));
    }
}
