package io.mapwright.feedback;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings as the service would read them, for tests without Quarkus. */
public final class Configured {

    private static final Map<String, String> WITHOUT_DEFAULT = Map.of(
            "feedback.notification.mail.recipient", "readers@example.org",
            "feedback.notification.mail.sender", "no-reply@example.org");

    private Configured() {}

    /** The defaults, with these properties on top; a property that {@code mapping} does not know is refused. */
    public static <T> T by(Class<T> mapping, String prefix, Map<String, String> properties) {
        var all = new HashMap<>(properties);
        WITHOUT_DEFAULT.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                all.putIfAbsent(name, value);
            }
        });
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(all, "test", 1000))
                .build()
                .getConfigMapping(mapping);
    }
}
