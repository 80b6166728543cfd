package io.mapwright.voice;

import io.mapwright.voice.session.SessionConfig;
import io.mapwright.voice.understanding.UnderstandingConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The settings that the service ships with, for tests without Quarkus. */
public final class Configured {

    private Configured() {}

    public static SessionConfig session() {
        return by(SessionConfig.class, "voice.session.", Map.of());
    }

    public static SessionConfig session(Map<String, String> changes) {
        return by(SessionConfig.class, "voice.session.", changes);
    }

    public static UnderstandingConfig understanding() {
        return by(UnderstandingConfig.class, "voice.understanding.", Map.of());
    }

    private static <T> T by(Class<T> mapping, String prefix, Map<String, String> changes) {
        var settings = new HashMap<String, String>();
        shipped().forEach((name, value) -> {
            if (name.toString().startsWith(prefix)) {
                settings.put(name.toString(), value.toString());
            }
        });
        settings.putAll(changes);
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .build()
                .getConfigMapping(mapping);
    }

    private static Properties shipped() {
        var properties = new Properties();
        try (var file = Configured.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
