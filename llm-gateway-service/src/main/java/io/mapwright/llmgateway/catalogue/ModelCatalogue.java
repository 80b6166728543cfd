package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.configuration.ConfigurationCheck;
import io.mapwright.llmgateway.configuration.Reloadable;
import io.mapwright.llmgateway.provider.Provider;
import io.mapwright.llmgateway.provider.ProviderId;
import io.mapwright.llmgateway.provider.Providers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All models that can be called. A route whose provider has no address is left out, and so is a model without routes. Routes
 * and their weights may change while calls are under way; a call keeps those that it began with. Thread-safe.
 */
@Singleton
public final class ModelCatalogue implements ConfigurationCheck, Reloadable {

    private final Providers providers;
    private volatile Catalogue catalogue;

    @Inject
    ModelCatalogue(Providers providers, ModelsConfig config) {
        this.providers = providers;
        this.catalogue = Catalogue.of(config, providers);
    }

    /** All logical models, by name. */
    public List<LogicalModel> all() {
        return List.copyOf(catalogue.models().values());
    }

    /** The names that callers may use, without the {@code provider/model} ones. */
    public Set<String> names() {
        return catalogue.models().keySet();
    }

    /**
     * Finds a model by its logical name, or by {@code provider/model} for any model of a configured provider: whether that
     * provider has such a model only it knows.
     */
    public Optional<LogicalModel> find(String name) {
        LogicalModel logical = catalogue.models().get(name);
        return logical == null ? direct(name) : Optional.of(logical);
    }

    @Override
    public List<String> mistakes() {
        return catalogue.mistakes();
    }

    @Override
    public List<String> mistakesIn(Fresh fresh) {
        return Catalogue.of(fresh.mapping(ModelsConfig.class), providers).mistakes();
    }

    @Override
    public void take(Fresh fresh) {
        catalogue = Catalogue.of(fresh.mapping(ModelsConfig.class), providers);
    }

    private Optional<LogicalModel> direct(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            return Optional.empty();
        }
        try {
            Optional<Provider> provider = providers.find(new ProviderId(name.substring(0, slash)));
            return provider.map(found ->
                    new LogicalModel(name, List.of(new Route(found, name.substring(slash + 1), 1, 1))));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
