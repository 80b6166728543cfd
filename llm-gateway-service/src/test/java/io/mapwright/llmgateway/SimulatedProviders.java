package io.mapwright.llmgateway;

import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The provider simulator as all providers of the gateway under test. */
public final class SimulatedProviders implements QuarkusTestResourceLifecycleManager {

    /** Where its control address is told to the tests. */
    static final String ADDRESS = "test.simulator";

    private Simulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = Simulator.start(SimulatorOptions.defaults());
        Map<String, String> config = new HashMap<>();
        Map.of(
                        "dashscope", "/dashscope/compatible-mode/v1",
                        "deepseek", "/deepseek",
                        "moonshot", "/moonshot/v1",
                        "hunyuan", "/hunyuan/v1",
                        "ark", "/ark/api/v3",
                        "local", "/openai/v1")
                .forEach((id, path) -> {
                    config.put("gateway.providers." + id + ".base-url", simulator.baseUrl() + path);
                    config.put("gateway.providers." + id + ".api-key", "sk-test");
                });
        config.put(ADDRESS, simulator.baseUrl());
        config.put("gateway.reload.file", reloaded().toString());
        return config;
    }

    private static Path reloaded() {
        try {
            return Files.createTempDirectory("gateway").resolve("routes.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
