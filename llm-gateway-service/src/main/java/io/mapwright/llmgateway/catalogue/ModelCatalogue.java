package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.provider.Provider;
import io.mapwright.llmgateway.provider.ProviderId;
import io.mapwright.llmgateway.provider.Providers;
import io.mapwright.llmgateway.provider.ProvidersConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All models that can be called. A route whose provider has no address is left out, and so is a model without routes. */
@Singleton
public final class ModelCatalogue {

    private final Providers providers;
    private final Map<String, LogicalModel> models = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    ModelCatalogue(Providers providers, ModelsConfig config, Set<String> configuredProviders) {
        this.providers = providers;
        new TreeMap<>(config.models()).forEach((name, model) -> read(name, model, configuredProviders));
    }

    @Inject
    ModelCatalogue(Providers providers, ModelsConfig config, ProvidersConfig configured) {
        this(providers, config, configured.providers().keySet());
    }

    /** All logical models, by name. */
    public List<LogicalModel> all() {
        return List.copyOf(models.values());
    }

    /** The names that callers may use, without the {@code provider/model} ones. */
    public Set<String> names() {
        return models.keySet();
    }

    /**
     * Finds a model by its logical name, or by {@code provider/model} for any model of a configured provider: whether that
     * provider has such a model only it knows.
     */
    public Optional<LogicalModel> find(String name) {
        LogicalModel logical = models.get(name);
        return logical == null ? direct(name) : Optional.of(logical);
    }

    /** What is wrong with the configuration, one sentence each that names the property. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private Optional<LogicalModel> direct(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            return Optional.empty();
        }
        try {
            Optional<Provider> provider = providers.find(new ProviderId(name.substring(0, slash)));
            return provider.map(found -> {
                Route route = new Route(found, name.substring(slash + 1), 1, 1);
                route.destination();
                return new LogicalModel(name, List.of(route));
            });
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private void read(String name, ModelsConfig.Model model, Set<String> configuredProviders) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < model.routes().size(); i++) {
            ModelsConfig.Route route = model.routes().get(i);
            String key = "gateway.models." + name + ".routes[" + i + "]";
            if (!configuredProviders.contains(route.provider())) {
                mistakes.add(key + ".provider must be one of "
                        + configuredProviders.stream().sorted().toList() + " but was: " + route.provider());
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
        if (model.routes().isEmpty()) {
            mistakes.add("gateway.models." + name + ".routes must not be empty");
        }
        if (!routes.isEmpty()) {
            models.put(name, new LogicalModel(name, routes));
        }
    }
}
