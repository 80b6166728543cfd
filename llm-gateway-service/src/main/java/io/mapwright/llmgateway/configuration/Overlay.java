package io.mapwright.llmgateway.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;

import java.util.Map;

/** The configuration of the start with some properties laid over it. */
final class Overlay implements Reloadable.Fresh {

    /** Above system properties, which are the highest of the usual sources. */
    private static final int ABOVE_ALL = 500;

    private final SmallRyeConfig start;
    private final Map<String, String> properties;

    Overlay(Config start, Map<String, String> properties) {
        this.start = start.unwrap(SmallRyeConfig.class);
        this.properties = properties;
    }

    @Override
    public <T> T mapping(Class<T> type) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withProfiles(start.getProfiles())
                .withValidateUnknown(false)
                .withSources(new PropertiesConfigSource(properties, "reloaded file", ABOVE_ALL));
        start.getConfigSources().forEach(builder::withSources);
        return builder.withMapping(type, type.getAnnotation(ConfigMapping.class).prefix())
                .build()
                .getConfigMapping(type);
    }
}
