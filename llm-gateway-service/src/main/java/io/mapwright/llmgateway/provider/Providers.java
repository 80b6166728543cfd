package io.mapwright.llmgateway.provider;

import io.mapwright.llmgateway.configuration.ConfigurationCheck;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The configured providers that have an address, with every mistake of their configuration collected. */
@Singleton
public final class Providers implements ConfigurationCheck {

    private final Map<ProviderId, Provider> byId = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> configured;

    @Inject
    Providers(ProvidersConfig config, @Any Instance<Vendor> vendors) {
        this(config, vendors.stream());
    }

    Providers(ProvidersConfig config, Stream<Vendor> vendors) {
        configured = new TreeSet<>(config.providers().keySet());
        Map<String, Vendor> known = new TreeMap<>();
        vendors.forEach(vendor -> known.put(vendor.name(), vendor));
        new TreeMap<>(config.providers()).forEach((name, settings) -> read(name, settings, known));
    }

    /** The provider of that name, empty when there is none or it has no address. */
    public Optional<Provider> find(ProviderId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All that can be called, in the order of their names. */
    public List<Provider> all() {
        return List.copyOf(byId.values());
    }

    /** Whether configuration names such a provider, be it with an address or without. */
    public boolean isConfigured(String name) {
        return configured.contains(name);
    }

    /** The names of all providers in configuration, those without an address too. */
    public Set<String> configured() {
        return configured;
    }

    @Override
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private void read(String name, ProvidersConfig.Settings settings, Map<String, Vendor> vendors) {
        String key = "gateway.providers." + name;
        int before = mistakes.size();
        Vendor vendor = vendors.get(settings.vendor());
        if (vendor == null) {
            mistakes.add(key + ".vendor must be one of " + vendors.keySet() + " but was: " + settings.vendor());
        }
        Optional<URI> chat = settings.baseUrl().flatMap(url -> chatAddress(key, url));
        try {
            ProviderId id = new ProviderId(name);
            Provider.Limits limits =
                    new Provider.Limits(settings.connectTimeout(), settings.firstByteTimeout(), settings.idleTimeout());
            if (chat.isPresent() && mistakes.size() == before) {
                byId.put(
                        id,
                        new Provider(
                                id,
                                vendor,
                                chat.get(),
                                settings.apiKey(),
                                settings.headers(),
                                settings.body(),
                                limits));
            }
        } catch (IllegalArgumentException wrong) {
            mistakes.add(key + ": " + wrong.getMessage());
        }
    }

    private Optional<URI> chatAddress(String key, String url) {
        try {
            URI chat = URI.create(url.strip().replaceAll("/+$", "") + "/chat/completions");
            boolean http = "http".equals(chat.getScheme()) || "https".equals(chat.getScheme());
            if (http && chat.getHost() != null && chat.getQuery() == null) {
                return Optional.of(chat);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // reported below, like any other address that cannot be called
        }
        mistakes.add(key + ".base-url must be an http or https address without a query but was: " + url);
        return Optional.empty();
    }
}
