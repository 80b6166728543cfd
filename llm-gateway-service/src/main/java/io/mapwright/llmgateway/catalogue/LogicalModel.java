package io.mapwright.llmgateway.catalogue;

import java.util.Comparator;
import java.util.List;

/**
 * A model as callers name it.
 *
 * @param name such as {@code qwen}, or {@code provider/model}
 * @param routes by rank, never empty
 */
public record LogicalModel(String name, List<Route> routes) {

    public LogicalModel {
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("model " + name + " has no route");
        }
        routes = routes.stream().sorted(Comparator.comparingInt(Route::rank)).toList();
    }
}
