package io.mapwright.llmgateway.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import java.util.Map;

/** Configuration of a test, in properties, without a container. */
public final class Settings {

    private Settings() {}

    public static <T> T of(Class<T> type, Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidateUnknown(false)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(type, type.getAnnotation(ConfigMapping.class).prefix())
                .build()
                .getConfigMapping(type);
    }
}
