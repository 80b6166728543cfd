package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.ErrorSignal;
import io.mapwright.llmgateway.provider.Usage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one event of a stream, or one whole answer, says. Usage is found in all places where providers put it.
 *
 * @param error the error it is, empty when it is none
 * @param answers whether it carries a piece of the answer
 * @param text the words of it: content, reasoning and arguments of tool calls
 * @param content whether the piece carries anything a caller would miss
 * @param finish the finish reason, empty before the end
 * @param usage the tokens so far, empty when it doesn't tell
 */
record Piece(
        Optional<ErrorSignal> error,
        boolean answers,
        String text,
        boolean content,
        Optional<String> finish,
        Optional<Usage> usage) {

    /** Reads a parsed event or answer that came with {@code status}. */
    static Piece of(int status, Map<String, Object> tree) {
        if (ErrorSignal.isIn(tree)) {
            return new Piece(
                    Optional.of(ErrorSignal.of(status, tree)), false, "", false, Optional.empty(), Optional.empty());
        }
        StringBuilder text = new StringBuilder();
        boolean tools = false;
        Optional<String> finish = Optional.empty();
        Optional<Usage> usage = Usage.read(tree.get("usage"));
        List<?> choices = tree.get("choices") instanceof List<?> list ? list : List.of();
        for (Object each : choices) {
            if (each instanceof Map<?, ?> choice) {
                Map<?, ?> words = words(choice);
                append(text, words.get("content"));
                append(text, words.get("reasoning_content"));
                append(text, words.get("refusal"));
                tools |= appendToolCalls(text, words.get("tool_calls"));
                finish = finish.or(() -> reason(choice.get("finish_reason")));
                usage = usage.or(() -> Usage.read(choice.get("usage")));
            }
        }
        return new Piece(
                Optional.empty(), !choices.isEmpty(), text.toString(), tools || !text.isEmpty(), finish, usage);
    }

    /** The tree without any usage, as a chunk is passed on; the same tree when it carries none. */
    static Map<String, Object> withoutUsage(Map<String, Object> tree) {
        boolean inChoices = tree.get("choices") instanceof List<?> choices
                && choices.stream().anyMatch(each -> each instanceof Map<?, ?> choice && choice.containsKey("usage"));
        if (tree.get("usage") == null && !inChoices) {
            return tree;
        }
        Map<String, Object> bare = new LinkedHashMap<>(tree);
        bare.remove("usage");
        if (inChoices) {
            bare.put(
                    "choices",
                    ((List<?>) tree.get("choices"))
                            .stream().map(Piece::bareChoice).toList());
        }
        return bare;
    }

    private static Object bareChoice(Object choice) {
        if (choice instanceof Map<?, ?> map && map.containsKey("usage")) {
            Map<Object, Object> bare = new LinkedHashMap<>(map);
            bare.remove("usage");
            return bare;
        }
        return choice;
    }

    private static Map<?, ?> words(Map<?, ?> choice) {
        if (choice.get("delta") instanceof Map<?, ?> delta) {
            return delta;
        }
        return choice.get("message") instanceof Map<?, ?> message ? message : Map.of();
    }

    private static void append(StringBuilder text, Object words) {
        if (words instanceof String string) {
            text.append(string);
        }
    }

    private static boolean appendToolCalls(StringBuilder text, Object calls) {
        if (!(calls instanceof List<?> list) || list.isEmpty()) {
            return false;
        }
        for (Object each : list) {
            if (each instanceof Map<?, ?> call && call.get("function") instanceof Map<?, ?> function) {
                append(text, function.get("name"));
                append(text, function.get("arguments"));
            }
        }
        return true;
    }

    /** DashScope's native API writes the word "null" until the end. */
    private static Optional<String> reason(Object reason) {
        return reason instanceof String word && !word.isEmpty() && !word.equals("null")
                ? Optional.of(word)
                : Optional.empty();
    }
}
