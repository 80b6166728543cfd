package io.mapwright.diagram.prompt;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The service's own templates without Quarkus. */
public final class PlainTemplates {

    private PlainTemplates() {}

    /** Prompts over the templates on the class path; an unknown name fails the rendering. */
    public static Prompts prompts() {
        return new Prompts(Engine.builder()
                .addDefaults()
                .strictRendering(true)
                .addLocator(
                        id -> Optional.ofNullable(PlainTemplates.class.getResourceAsStream("/templates/" + id + ".txt"))
                                .map(stream -> new OnClassPath(read(stream))))
                .build());
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record OnClassPath(String content) implements TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(content);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_PLAIN));
        }
    }
}
