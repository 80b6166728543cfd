package io.mapwright.voice.action;

import java.util.Objects;
import java.util.Optional;

/**
 * A node of the map at hand.
 *
 * @param id what the front end calls it
 * @param text what it says
 * @param category the part of the map it belongs to, where its type has parts ({@code similarities}, {@code causes}, …)
 */
public record DiagramNode(String id, String text, Optional<String> category) {

    public DiagramNode {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(category, "category");
    }

    static DiagramNode of(String id, String text) {
        return new DiagramNode(id, text, Optional.empty());
    }
}
