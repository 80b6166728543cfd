package io.mapwright.deploy.local.stack;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers the model calls: the simulator, except for providers whose real key is in the environment.
 *
 * @param settings environment of the LLM gateway
 * @param real names of the providers that are really called
 */
record Providers(Map<String, String> settings, List<String> real) {

    /**
     * One provider as the LLM gateway calls it.
     *
     * @param id part of the names of the gateway's settings
     * @param keyVariable environment variable with the real key
     * @param simulated path of its stand-in in the simulator
     */
    private record Provider(String id, String keyVariable, String simulated) {}

    private static final List<Provider> ALL = List.of(
            new Provider("DASHSCOPE", "DASHSCOPE_API_KEY", "/dashscope/compatible-mode/v1"),
            new Provider("DEEPSEEK", "DEEPSEEK_API_KEY", "/deepseek"),
            new Provider("MOONSHOT", "MOONSHOT_API_KEY", "/moonshot/v1"),
            new Provider("HUNYUAN", "HUNYUAN_API_KEY", "/hunyuan/v1"),
            new Provider("ARK", "ARK_API_KEY", "/ark/api/v3"));

    Providers {
        settings = Map.copyOf(settings);
        real = List.copyOf(real);
    }

    /** @param environment of whoever starts the stack */
    static Providers chosenBy(Map<String, String> environment, int simulatorPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> real = new java.util.ArrayList<>();
        for (Provider provider : ALL) {
            Optional<String> key = present(environment, provider.keyVariable());
            settings.put(setting(provider.id(), "API_KEY"), key.orElse("simulated"));
            if (key.isPresent()) {
                // The gateway knows the provider's real address.
                real.add(provider.id().toLowerCase(java.util.Locale.ROOT));
            } else {
                settings.put(
                        setting(provider.id(), "BASE_URL"), "http://127.0.0.1:" + simulatorPort + provider.simulated());
            }
        }
        Optional<String> compatible = present(environment, "OPENAI_BASE_URL");
        settings.put(
                setting("OPENAI", "BASE_URL"),
                compatible
                        .map(URI::create)
                        .map(URI::toString)
                        .orElse("http://127.0.0.1:" + simulatorPort + "/openai/v1"));
        present(environment, "OPENAI_API_KEY")
                .or(() -> compatible.isPresent() ? Optional.empty() : Optional.of("simulated"))
                .ifPresent(key -> settings.put(setting("OPENAI", "API_KEY"), key));
        if (compatible.isPresent()) {
            real.add("openai");
        }
        return new Providers(settings, real);
    }

    private static String setting(String id, String name) {
        return "GATEWAY_PROVIDERS_" + id + "_" + name;
    }

    private static Optional<String> present(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
