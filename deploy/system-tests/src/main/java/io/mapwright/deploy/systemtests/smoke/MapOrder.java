package io.mapwright.deploy.systemtests.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.suite.Answer;
import io.mapwright.deploy.load.suite.UnexpectedAnswerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A map that somebody asks for, and how to tell that it is about what they asked.
 *
 * @param shape its type
 * @param language {@code zh} or {@code en}
 * @param words that must appear in it
 */
record MapOrder(MapShape shape, String language, String prompt, List<String> words) {

    /** Each type once in each language. */
    static List<MapOrder> all() {
        return List.of(
                en(MapShape.CIRCLE_MAP, "Define photosynthesis in context", "photosynthesis"),
                zh(MapShape.CIRCLE_MAP, "定义光合作用", "光合作用"),
                en(MapShape.BUBBLE_MAP, "Describe dolphins", "dolphin"),
                zh(MapShape.BUBBLE_MAP, "描述海豚的特征", "海豚"),
                en(MapShape.DOUBLE_BUBBLE_MAP, "Compare frogs and toads", "frog", "toad"),
                zh(MapShape.DOUBLE_BUBBLE_MAP, "比较城市和乡村", "城市", "乡村"),
                en(MapShape.TREE_MAP, "Classify animals", "animal"),
                zh(MapShape.TREE_MAP, "动物的分类", "动物"),
                en(MapShape.BRACE_MAP, "Parts of a computer", "computer"),
                zh(MapShape.BRACE_MAP, "电脑的组成部分", "电脑"),
                en(MapShape.FLOW_MAP, "How to bake bread", "bread"),
                zh(MapShape.FLOW_MAP, "解释光合作用的过程", "光合作用"),
                en(MapShape.MULTI_FLOW_MAP, "Causes and effects of climate change", "climate change"),
                zh(MapShape.MULTI_FLOW_MAP, "气候变化的原因和影响", "气候变化"),
                en(MapShape.BRIDGE_MAP, "Paris is to France as Rome is to Italy", "paris", "france"),
                zh(MapShape.BRIDGE_MAP, "巴黎之于法国，如同罗马之于意大利", "巴黎", "法国"),
                en(MapShape.MIND_MAP, "The solar system", "solar system"),
                zh(MapShape.MIND_MAP, "太阳系", "太阳系"),
                en(MapShape.CONCEPT_MAP, "Concepts of the water cycle", "water cycle"),
                zh(MapShape.CONCEPT_MAP, "水循环的概念", "水循环"));
    }

    private static MapOrder en(MapShape shape, String prompt, String... words) {
        return new MapOrder(shape, "en", prompt, List.of(words));
    }

    private static MapOrder zh(MapShape shape, String prompt, String... words) {
        return new MapOrder(shape, "zh", prompt, List.of(words));
    }

    ObjectNode request() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt", prompt)
                .put("diagram_type", shape.typeName())
                .put("language", language)
                .put("llm", "qwen");
    }

    /** @throws UnexpectedAnswerException saying everything that is wrong with what came */
    void check(Answer answer) {
        JsonNode body = answer.json();
        if (answer.status() != 200 || !body.path("success").asBoolean()) {
            throw new UnexpectedAnswerException("a " + shape.typeName(), answer);
        }
        List<String> problems = new ArrayList<>(shape.problems(body.path("spec")));
        if (!shape.typeName().equals(body.path("diagram_type").asText())) {
            problems.add("its diagram_type is " + body.path("diagram_type"));
        }
        String text = body.path("spec").toString().toLowerCase(Locale.ROOT);
        words.stream()
                .filter(word -> !text.contains(word))
                .forEach(word -> problems.add("nothing in it is about " + word));
        if (!problems.isEmpty()) {
            throw new UnexpectedAnswerException(problems.toString() + " in " + answer.brief());
        }
    }
}
