package io.mapwright.voice.action;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody wants done, as a model read it from their words; not yet tied to the map at hand.
 *
 * @param action for example {@code add_nodes}; {@code none} when nothing is to be done
 * @param confidence how sure the model is, 0..1
 * @param node which node is meant, in whatever words
 * @param targets new texts, or what an action is about
 * @param category the part of the map that is meant
 */
public record Wish(
        String action, double confidence, Optional<String> node, List<String> targets, Optional<String> category) {

    public Wish {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(category, "category");
        targets = List.copyOf(targets);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is 0..1, not " + confidence);
        }
    }

    /** All targets as one text. */
    public Optional<String> target() {
        return targets.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", targets));
    }
}
