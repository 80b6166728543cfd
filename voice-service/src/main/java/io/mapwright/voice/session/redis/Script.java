package io.mapwright.voice.session.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The scripts of this package. */
enum Script {
    CLAIM,
    RENEW,
    RELEASE,
    EVICT;

    private final String source = read("/lua/session-" + name().toLowerCase(Locale.ROOT) + ".lua");

    String source() {
        return source;
    }

    private static String read(String resource) {
        try (InputStream stream = Script.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
