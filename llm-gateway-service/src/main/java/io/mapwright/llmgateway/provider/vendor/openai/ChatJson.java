package io.mapwright.llmgateway.provider.vendor.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mapwright.llmgateway.provider.ProviderCall;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the dialect's JSON as trees of maps and lists. */
@Singleton
final class ChatJson {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .build();

    /** The object in {@code text}, leading blank lines allowed; empty when it is not a JSON object. */
    Optional<Map<String, Object>> read(String text) {
        try {
            return Optional.ofNullable(mapper.readValue(text, TREE));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    String write(Map<String, Object> tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values cannot be written as JSON", impossible);
        }
    }

    /** The request body for one provider: the caller's, with its model name, its extras and its way to ask for usage. */
    byte[] request(ProviderCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", call.model());
        call.provider().vendor().defaults().forEach(body::put);
        call.provider().body().forEach((name, value) -> body.put(name, value(value)));
        call.body().forEach((name, value) -> {
            if (!name.equals("model") && value != null) {
                body.put(name, value);
            }
        });
        body.remove("stream_options");
        if (call.streamed()) {
            body.put("stream", true);
            if (call.provider().vendor().asksForStreamUsage()) {
                body.put("stream_options", Map.of("include_usage", true));
            }
        } else {
            body.remove("stream");
        }
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values cannot be written as JSON", impossible);
        }
    }

    /** A configured value: JSON, or a word that is not JSON and means itself. */
    private Object value(String configured) {
        try {
            return mapper.readValue(configured, Object.class);
        } catch (JsonProcessingException aPlainWord) {
            return configured;
        }
    }
}
