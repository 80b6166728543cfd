package io.mapwright.deploy.simulator.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Fills a JSON skeleton of any shape: texts become phrases, lists get five entries, numbers and truth values stay. */
final class SkeletonFiller {

    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();

    String fill(String instructions, String topic, List<String> phrases) {
        JsonNode skeleton = skeleton(instructions.replaceAll(",?\\s*(?:\\.\\.\\.|…)", ""));
        Iterator<String> endless = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                return phrases.get(next++ % phrases.size());
            }
        };
        return fill(skeleton, "", topic, endless).toString();
    }

    private static JsonNode skeleton(String instructions) {
        for (int start = instructions.indexOf('{'); start >= 0; start = instructions.indexOf('{', start + 1)) {
            try (JsonParser parser = LENIENT.createParser(instructions.substring(start))) {
                JsonNode node = LENIENT.readTree(parser);
                if (node instanceof ObjectNode object && !object.isEmpty()) {
                    return object;
                }
            } catch (JsonProcessingException e) {
                // Not a skeleton here; the next brace may open one.
                continue;
            } catch (java.io.IOException e) {
                throw new IllegalStateException("reading a string cannot fail", e);
            }
        }
        return LENIENT.createObjectNode().put("answer", "");
    }

    private static JsonNode fill(JsonNode node, String key, String topic, Iterator<String> phrases) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode filled = LENIENT.createObjectNode();
                object.properties()
                        .forEach(entry ->
                                filled.set(entry.getKey(), fill(entry.getValue(), entry.getKey(), topic, phrases)));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = LENIENT.createArrayNode();
                JsonNode pattern = array.isEmpty() ? TextNode.valueOf("") : array.get(0);
                for (int i = 0; i < 5; i++) {
                    filled.add(fill(pattern, key, topic, phrases));
                }
                yield filled;
            }
            case TextNode text ->
                TextNode.valueOf(isTopic(key) ? topic : key.equals("id") ? text.asText() : phrases.next());
            default -> node;
        };
    }

    private static boolean isTopic(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.equals("topic") || lower.equals("title") || lower.equals("center") || lower.equals("main_topic");
    }
}
