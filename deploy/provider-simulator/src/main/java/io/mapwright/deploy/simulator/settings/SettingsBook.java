package io.mapwright.deploy.simulator.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of all providers as one JSON document: a key per provider, and {@code *} for all of them. Changes are merge
 * patches (RFC 7396), so a test changes one number and nothing else; {@code "preset"} starts again from a named document.
 *
 * <p>A document with a mistake is refused as a whole with {@link IllegalArgumentException} and changes nothing.
 */
public final class SettingsBook {

    /** The documents that ship with the simulator. */
    public static final Set<String> PRESETS = Set.of("none", "local", "real");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<String> providers;
    private ObjectNode document;
    private Map<String, ProviderSettings> settings;

    /** @param providers the only keys a document may have besides {@code *} and {@code preset} */
    public SettingsBook(List<String> providers, String preset) {
        this.providers = List.copyOf(providers);
        this.document = JSON.createObjectNode();
        change("{\"preset\":\"" + preset + "\"}");
    }

    public ProviderSettings of(String provider) {
        return settings.get(provider);
    }

    /** The present settings of all providers as JSON. */
    public String toJson() {
        return write(settings);
    }

    /** Merges a document into the present one. */
    public void change(String patch) {
        try {
            if (!(JSON.readTree(patch) instanceof ObjectNode changes)) {
                throw new IllegalArgumentException("settings are a JSON object by provider");
            }
            ObjectNode next = document.deepCopy();
            JsonNode preset = changes.remove("preset");
            if (preset != null) {
                next = resource(preset.asText());
            }
            apply(next, changes);
            settings = read(next);
            document = next;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private void apply(ObjectNode target, ObjectNode changes) {
        JsonNode everywhere = changes.remove("*");
        if (everywhere != null) {
            for (String provider : providers) {
                merge(target.withObjectProperty(provider), everywhere);
            }
        }
        merge(target, changes);
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                target.remove(entry.getKey());
            } else if (value.isObject()) {
                JsonNode old = target.get(entry.getKey());
                ObjectNode node = old instanceof ObjectNode object ? object : target.putObject(entry.getKey());
                merge(node, value);
            } else {
                target.set(entry.getKey(), value);
            }
        });
    }

    private Map<String, ProviderSettings> read(ObjectNode from) throws JsonProcessingException {
        from.fieldNames().forEachRemaining(name -> {
            if (!providers.contains(name)) {
                throw new IllegalArgumentException("no provider '" + name + "', only " + providers);
            }
        });
        Map<String, ProviderSettings> result = new LinkedHashMap<>();
        for (String provider : providers) {
            JsonNode node = from.has(provider) ? from.get(provider) : JSON.createObjectNode();
            result.put(provider, JSON.treeToValue(node, ProviderSettings.class));
        }
        return result;
    }

    private ObjectNode resource(String preset) {
        if (!PRESETS.contains(preset)) {
            throw new IllegalArgumentException("no preset '" + preset + "', only " + PRESETS);
        }
        try (InputStream in = SettingsBook.class.getResourceAsStream("/simulator/limits/" + preset + ".json")) {
            ObjectNode result = JSON.createObjectNode();
            apply(result, (ObjectNode) JSON.readTree(in));
            return result;
        } catch (IOException e) {
            throw new IllegalStateException("preset " + preset + " is unreadable", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are always writable", e);
        }
    }
}
