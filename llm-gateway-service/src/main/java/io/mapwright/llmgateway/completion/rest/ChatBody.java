package io.mapwright.llmgateway.completion.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mapwright.defaults.problem.Text;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and checks the body of a chat request. What it does not know it passes on: providers have members of their own. */
@Singleton
final class ChatBody {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");
    private static final int MOST_MESSAGES = 2_000;

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<Member> MEMBERS = List.of(
            Member.number("temperature", 0, 2),
            Member.number("top_p", 0, 1),
            Member.number("presence_penalty", -2, 2),
            Member.number("frequency_penalty", -2, 2),
            Member.integer("n", 1, 128),
            Member.integer("max_tokens", 1, 10_000_000),
            Member.integer("max_completion_tokens", 1, 10_000_000),
            Member.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE),
            Member.integer("top_logprobs", 0, 20),
            Member.flag("stream"),
            Member.flag("logprobs"),
            Member.flag("parallel_tool_calls"),
            Member.list("tools"),
            Member.object("stream_options"),
            Member.object("response_format"),
            Member.object("logit_bias"),
            Member.text("user"));

    /** The checked request as a tree. */
    Map<String, Object> read(byte[] bytes) throws InvalidChatException {
        Map<String, Object> tree = parse(bytes);
        checkModel(tree.get("model"));
        for (Member member : MEMBERS) {
            member.check(tree);
        }
        checkStop(tree.get("stop"));
        checkFormat(tree.get("response_format"));
        checkMessages(tree.get("messages"));
        if (tree.get("stream_options") != null && !Boolean.TRUE.equals(tree.get("stream"))) {
            throw wrong(
                    "stream_options", "只有在 stream 为 true 时才能使用 stream_options", "stream_options needs stream: true");
        }
        return tree;
    }

    private Map<String, Object> parse(byte[] bytes) throws InvalidChatException {
        if (bytes == null || bytes.length == 0) {
            throw wrong("", "请求体为空", "The request body is empty");
        }
        try {
            Map<String, Object> tree = mapper.readValue(bytes, TREE);
            if (tree != null) {
                return tree;
            }
        } catch (MismatchedInputException notAnObject) {
            // said below
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
            throw wrong(
                    "",
                    "请求体不是有效的 JSON（第 " + line + " 行第 " + column + " 列）",
                    "The request body is not valid JSON (line " + line + ", column " + column + ")");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
        throw wrong("", "请求体必须是一个 JSON 对象", "The request body must be a JSON object");
    }

    private static void checkModel(Object model) throws InvalidChatException {
        if (model == null) {
            throw wrong("model", "缺少 model", "model is missing");
        }
        if (!(model instanceof String name) || name.isBlank() || name.length() > 128) {
            throw wrong("model", "model 必须是 1 到 128 个字符的字符串", "model must be a string of 1 to 128 characters");
        }
    }

    private static void checkStop(Object stop) throws InvalidChatException {
        boolean fine = stop == null
                || stop instanceof String
                || stop instanceof List<?> list
                        && list.size() <= 16
                        && list.stream().allMatch(String.class::isInstance);
        if (!fine) {
            throw wrong("stop", "stop 必须是字符串或最多 16 个字符串的数组", "stop must be a string or an array of at most 16 strings");
        }
    }

    private static void checkFormat(Object format) throws InvalidChatException {
        if (format instanceof Map<?, ?> map
                && !(map.get("type") instanceof String type
                        && Set.of("text", "json_object", "json_schema").contains(type))) {
            throw wrong(
                    "response_format.type",
                    "response_format.type 必须是 text、json_object 或 json_schema",
                    "response_format.type must be text, json_object or json_schema");
        }
    }

    private static void checkMessages(Object messages) throws InvalidChatException {
        if (messages == null) {
            throw wrong("messages", "缺少 messages", "messages is missing");
        }
        if (!(messages instanceof List<?> list) || list.isEmpty() || list.size() > MOST_MESSAGES) {
            throw wrong(
                    "messages",
                    "messages 必须是 1 到 " + MOST_MESSAGES + " 条消息的数组",
                    "messages must be an array of 1 to " + MOST_MESSAGES + " messages");
        }
        for (int i = 0; i < list.size(); i++) {
            checkMessage("messages[" + i + "]", list.get(i));
        }
    }

    private static void checkMessage(String path, Object message) throws InvalidChatException {
        if (!(message instanceof Map<?, ?> map)) {
            throw wrong(path, path + " 必须是一个对象", path + " must be an object");
        }
        if (!(map.get("role") instanceof String role) || !ROLES.contains(role)) {
            throw wrong(
                    path + ".role",
                    path + ".role 必须是 system、developer、user、assistant、tool 或 function",
                    path + ".role must be system, developer, user, assistant, tool or function");
        }
        Object content = map.get("content");
        boolean wordless = content == null && role.equals("assistant");
        if (!wordless && !(content instanceof String) && !(content instanceof List<?>)) {
            throw wrong(path + ".content", path + ".content 必须是字符串或数组", path + ".content must be a string or an array");
        }
    }

    static InvalidChatException wrong(String parameter, String zh, String en) {
        return new InvalidChatException(parameter, new Text(zh, en));
    }
}
