package io.mapwright.deploy.simulator.answer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

/**
 * Understands prompts as a model would, from their form: the user's words stand between {@code <user_text>} and
 * {@code </user_text>}, the wanted shape is a JSON skeleton in the instructions.
 */
final class PromptReader {

    private static final Pattern FENCE = Pattern.compile("<(user_[a-z_]+)>\\s*(.*?)\\s*</\\1>", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("[\"“]([A-Za-z_]+)[\"”]\\s*:");
    private static final Pattern LINES =
            Pattern.compile("\\blines?\\b|每行|一行|逐行|\\bone per line\\b|行输出", CASE_INSENSITIVE);
    private static final Map<String, Pattern> TOOLS = tools();

    private final long seed;

    PromptReader(long seed) {
        this.seed = seed;
    }

    Brief read(Question question) {
        StringBuilder all = new StringBuilder();
        Map<String, String> fences = new HashMap<>();
        String lastUser = "";
        for (Question.Turn turn : question.turns()) {
            if (!turn.role().equals("assistant")) {
                Matcher fence = FENCE.matcher(turn.text());
                while (fence.find()) {
                    fences.putIfAbsent(fence.group(1), fence.group(2));
                }
                lastUser = turn.role().equals("user") ? turn.text() : lastUser;
                all.append(turn.text()).append('\n');
            }
        }
        String instructions = FENCE.matcher(all).replaceAll(" ");
        boolean fenced = !fences.isEmpty();
        String text = fences.getOrDefault(
                "user_text", FENCE.matcher(lastUser).replaceAll(" ").strip());
        String tool = tool(instructions);
        AskedFor kind = fenced ? kind(instructions, tool) : unfenced(question, instructions, tool);
        return new Brief(
                kind,
                text,
                fences.getOrDefault("user_dimension", ""),
                fences.getOrDefault("user_pairs", ""),
                Language.of(kind == AskedFor.CONVERSATION ? text : fenced ? prose(instructions) : all.toString()),
                instructions,
                tool,
                variety(question, all));
    }

    private static AskedFor unfenced(Question question, String instructions, String tool) {
        AskedFor kind = kind(instructions, tool);
        if (kind == AskedFor.PALETTE) {
            return AskedFor.CONVERSATION;
        }
        return kind == AskedFor.CONVERSATION && question.json() ? AskedFor.OTHER_JSON : kind;
    }

    private static AskedFor kind(String instructions, String tool) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher matcher = KEY.matcher(instructions);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        if (keys.isEmpty()) {
            return LINES.matcher(instructions).find() ? AskedFor.PALETTE : AskedFor.CONVERSATION;
        }
        if (keys.contains("action") && keys.contains("confidence")) {
            return AskedFor.VOICE_INTENT;
        }
        if (keys.contains("diagram_type") && !keys.contains("children")) {
            return AskedFor.CLASSIFICATION;
        }
        return keys.contains("children") ? branching(keys, tool) : flat(keys);
    }

    private static AskedFor branching(Set<String> keys, String tool) {
        if (!tool.isEmpty() && keys.contains("topic")) {
            return AskedFor.THINKING_TOOL;
        }
        if (keys.contains("topic")) {
            return keys.contains("label") ? AskedFor.MIND_MAP : AskedFor.TREE_MAP;
        }
        return flat(keys);
    }

    private static AskedFor flat(Set<String> keys) {
        Map<String, AskedFor> telling = new LinkedHashMap<>();
        telling.put("similarities", AskedFor.DOUBLE_BUBBLE_MAP);
        telling.put("analogies", AskedFor.BRIDGE_MAP);
        telling.put("relationships", AskedFor.CONCEPT_MAP);
        telling.put("causes", AskedFor.MULTI_FLOW_MAP);
        telling.put("steps", AskedFor.FLOW_MAP);
        telling.put("parts", AskedFor.BRACE_MAP);
        telling.put("attributes", AskedFor.BUBBLE_MAP);
        telling.put("context", AskedFor.CIRCLE_MAP);
        telling.put("contexts", AskedFor.CIRCLE_MAP);
        telling.put("suggestions", AskedFor.SUGGESTIONS);
        for (Map.Entry<String, AskedFor> entry : telling.entrySet()) {
            if (keys.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return keys.equals(Set.of("topic")) ? AskedFor.TOPIC : AskedFor.OTHER_JSON;
    }

    private static String tool(String instructions) {
        for (Map.Entry<String, Pattern> entry : TOOLS.entrySet()) {
            if (entry.getValue().matcher(instructions).find()) {
                return entry.getKey();
            }
        }
        return "";
    }

    /** Instructions without quoted words, so that an English skeleton in a Chinese prompt does not hide its language. */
    private static String prose(String instructions) {
        return instructions.replaceAll("\"[^\"\\n]*\"|\\{|\\}", " ");
    }

    private long variety(Question question, CharSequence all) {
        long hash = seed * 0x9E3779B97F4A7C15L + question.choice();
        hash = hash * 31 + question.model().hashCode();
        hash = hash * 31 + Double.hashCode(question.temperature());
        hash = hash * 31 + question.seed();
        return hash * 31 + all.toString().hashCode();
    }

    private static Map<String, Pattern> tools() {
        Map<String, Pattern> tools = new LinkedHashMap<>();
        tools.put("factor_analysis", words("factor[_ ]analysis|因素分析"));
        tools.put("three_position_analysis", words("three[-_ ]position|三方|换位|三个立场|三种立场"));
        tools.put("perspective_analysis", words("perspective[_ ]analysis|换角度|视角分析|观点分析|角度分析|透视"));
        tools.put("goal_analysis", words("goal[_ ]analysis|目标分析"));
        tools.put("possibility_analysis", words("possibility[_ ]analysis|可能性分析"));
        tools.put("result_analysis", words("result[_ ]analysis|结果分析|后果分析"));
        tools.put("five_w_one_h", words("five_w_one_h|5W1H|六何|5w1h"));
        tools.put("whwm_analysis", words("WHWM"));
        tools.put("four_quadrant", words("four[-_ ]quadrant|四象限"));
        return tools;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, CASE_INSENSITIVE);
    }
}
