package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.provider.ProviderId;
import io.mapwright.llmgateway.provider.Providers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The models as one reading of the configuration has them.
 *
 * @param models by name
 * @param mistakes what is wrong, one sentence each that names the property
 */
record Catalogue(Map<String, LogicalModel> models, List<String> mistakes) {

    static Catalogue of(ModelsConfig config, Providers providers) {
        Map<String, LogicalModel> models = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        new TreeMap<>(config.models()).forEach((name, model) -> {
            if (model.routes().isEmpty()) {
                mistakes.add("gateway.models." + name + ".routes must not be empty");
            }
            List<Route> routes = routes(name, model, providers, mistakes);
            if (!routes.isEmpty()) {
                models.put(name, new LogicalModel(name, routes));
            }
        });
        return new Catalogue(Collections.unmodifiableMap(models), List.copyOf(mistakes));
    }

    private static List<Route> routes(
            String name, ModelsConfig.Model model, Providers providers, List<String> mistakes) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < model.routes().size(); i++) {
            ModelsConfig.Route route = model.routes().get(i);
            String key = "gateway.models." + name + ".routes[" + i + "]";
            if (!providers.isConfigured(route.provider())) {
                mistakes.add(
                        key + ".provider must be one of " + providers.configured() + " but was: " + route.provider());
                continue;
            }
            try {
                providers
                        .find(new ProviderId(route.provider()))
                        .map(found -> new Route(found, route.model(), route.weight(), route.rank()))
                        .ifPresent(routes::add);
            } catch (IllegalArgumentException wrong) {
                mistakes.add(key + ": " + wrong.getMessage());
            }
        }
        return routes;
    }
}
