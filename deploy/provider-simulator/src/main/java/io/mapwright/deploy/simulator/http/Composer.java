package io.mapwright.deploy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.answer.Answer;
import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.answer.Question;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.provider.ChatRequest;
import io.mapwright.deploy.simulator.provider.Json;
import io.mapwright.deploy.simulator.provider.Reply;
import io.mapwright.deploy.simulator.provider.Reply.Choice;
import io.mapwright.deploy.simulator.provider.Reply.ToolCall;
import io.mapwright.deploy.simulator.provider.Usage;
import io.mapwright.deploy.simulator.token.TokenEstimate;

import java.util.ArrayList;
import java.util.List;

/** Makes the whole reply to a request: text or a tool call, thoughts, stop words, token limit, usage. */
final class Composer {

    private final AnswerBook book;

    Composer(AnswerBook book) {
        this.book = book;
    }

    Reply compose(String id, long created, ChatRequest request, int promptTokens, int chunkTokens, Fate fate) {
        List<Choice> choices = new ArrayList<>();
        int completion = 0;
        int reasoning = 0;
        for (int i = 0; i < request.choices(); i++) {
            Choice choice = choice(request, i, chunkTokens, fate);
            choices.add(choice);
            int thoughts =
                    choice.thoughts() == Answer.EMPTY ? 0 : choice.thoughts().tokens();
            reasoning += thoughts;
            completion += thoughts + said(choice);
        }
        return new Reply(id, created, request, choices, new Usage(promptTokens, completion, reasoning));
    }

    private Choice choice(ChatRequest request, int index, int chunkTokens, Fate fate) {
        Question question = question(request, index);
        Answer thoughts = request.thinks() ? book.thoughts(question, chunkTokens) : Answer.EMPTY;
        if (callsTool(request)) {
            return new Choice(thoughts, Answer.EMPTY, List.of(toolCall(request, question)), "tool_calls");
        }
        Answer text =
                stopped(request, text(question, chunkTokens, fate), chunkTokens).upTo(request.maxTokens(), chunkTokens);
        return new Choice(thoughts, text, List.of(), text.isCut() ? "length" : "stop");
    }

    private Answer text(Question question, int chunkTokens, Fate fate) {
        if (fate.has(FaultKind.TEXT)) {
            String text = fate.get(FaultKind.TEXT).map(Fault::text).orElse("");
            return Answer.of(text == null ? "" : text, chunkTokens);
        }
        if (fate.has(FaultKind.PROSE)) {
            return book.prose(question, chunkTokens);
        }
        Answer answer = book.answer(question, chunkTokens);
        if (fate.has(FaultKind.FENCED)) {
            return Answer.of("Here is the result:\n```json\n" + answer.text() + "\n```\n", chunkTokens);
        }
        if (fate.has(FaultKind.TRUNCATED_ANSWER)) {
            int half = answer.text().length() * 2 / 3;
            return Answer.of(answer.text().substring(0, half), chunkTokens);
        }
        return answer;
    }

    private static Answer stopped(ChatRequest request, Answer answer, int chunkTokens) {
        JsonNode stop = request.raw().path("stop");
        int cut = -1;
        for (JsonNode word : stop.isArray() ? stop : List.of(stop)) {
            int at = word.asText("").isEmpty() ? -1 : answer.text().indexOf(word.asText());
            cut = at >= 0 && (cut < 0 || at < cut) ? at : cut;
        }
        return cut < 0 ? answer : Answer.of(answer.text().substring(0, cut), chunkTokens);
    }

    private static Question question(ChatRequest request, int index) {
        List<Question.Turn> turns = request.messages().stream()
                .map(message -> new Question.Turn(message.role(), message.text()))
                .toList();
        return new Question(
                request.model(),
                turns,
                request.temperature(),
                request.wantsJson(),
                request.raw().path("seed").asLong(0),
                index);
    }

    private static int said(Choice choice) {
        int tools = 0;
        for (ToolCall call : choice.toolCalls()) {
            tools += TokenEstimate.of(call.name()) + TokenEstimate.of(call.arguments());
        }
        return choice.toolCalls().isEmpty() ? choice.text().tokens() : tools;
    }

    private static boolean callsTool(ChatRequest request) {
        String choice = request.raw().path("tool_choice").asText("auto");
        return request.hasTools()
                && !choice.equals("none")
                && !request.lastRole().equals("tool");
    }

    private static ToolCall toolCall(ChatRequest request, Question question) {
        String wanted =
                request.raw().path("tool_choice").path("function").path("name").asText("");
        JsonNode function = request.raw().path("tools").get(0).path("function");
        for (JsonNode tool : request.raw().path("tools")) {
            if (tool.path("function").path("name").asText().equals(wanted)) {
                function = tool.path("function");
            }
        }
        String topic = question.turns().getLast().text().strip();
        JsonNode arguments = example(function.path("parameters"), topic);
        String id = "call_%016x".formatted((question.hashCode() * 0x9E3779B97F4A7C15L));
        return new ToolCall(id, function.path("name").asText(), Json.write(arguments));
    }

    /** A value that fits a JSON Schema. */
    private static JsonNode example(JsonNode schema, String text) {
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText("object")) {
            case "string" -> Json.mapper().getNodeFactory().textNode(text);
            case "integer", "number" -> Json.mapper().getNodeFactory().numberNode(1);
            case "boolean" -> Json.mapper().getNodeFactory().booleanNode(true);
            case "array" -> {
                ArrayNode array = Json.mapper().createArrayNode();
                yield array.add(example(schema.path("items"), text));
            }
            default -> {
                ObjectNode object = Json.mapper().createObjectNode();
                schema.path("properties")
                        .properties()
                        .forEach(entry -> object.set(entry.getKey(), example(entry.getValue(), text)));
                yield object;
            }
        };
    }
}
