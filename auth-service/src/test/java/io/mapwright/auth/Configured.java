package io.mapwright.auth;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.spi.Converter;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** Settings as the service would read them, for tests without Quarkus. */
public final class Configured {

    private Configured() {}

    /** The defaults, with these properties on top; a property that {@code mapping} does not know is refused. */
    public static <T> T by(Class<T> mapping, Map<String, String> properties) {
        Converter<ZoneId> zones = ZoneId::of;
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(ZoneId.class, 200, zones)
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(properties, "test", 1000))
                .build()
                .getConfigMapping(mapping);
    }

    /** The defaults. */
    public static <T> T byDefault(Class<T> mapping) {
        return by(mapping, Map.of());
    }
}
