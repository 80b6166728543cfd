package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.provider.Reply.Choice;
import io.mapwright.deploy.simulator.provider.Reply.ToolCall;

/** The body of an answer that is not streamed, in the OpenAI schema with one provider's {@link Quirks}. */
final class OpenAiBody {

    private OpenAiBody() {}

    static String write(Quirks quirks, Reply reply) {
        StringBuilder out = new StringBuilder(1024)
                .append("{\"id\":\"")
                .append(reply.id())
                .append("\",\"object\":\"chat.completion\",\"created\":")
                .append(reply.created())
                .append(",\"model\":")
                .append(Json.quote(reply.model()))
                .append(quirks.head())
                .append(",\"choices\":[");
        for (int i = 0; i < reply.choices().size(); i++) {
            out.append(i == 0 ? "" : ",");
            choice(out, quirks, i, reply.choices().get(i));
        }
        return out.append("],\"usage\":")
                .append(quirks.usage(reply.usage()))
                .append(quirks.tail())
                .append('}')
                .toString();
    }

    private static void choice(StringBuilder out, Quirks quirks, int index, Choice choice) {
        out.append("{\"index\":").append(index).append(",\"message\":{\"role\":\"assistant\",\"content\":");
        out.append(choice.toolCalls().isEmpty() ? Json.quote(choice.text().text()) : "null");
        if (!choice.thoughts().text().isEmpty()) {
            out.append(",\"reasoning_content\":")
                    .append(Json.quote(choice.thoughts().text()));
        }
        if (!choice.toolCalls().isEmpty()) {
            out.append(",\"tool_calls\":[");
            for (int i = 0; i < choice.toolCalls().size(); i++) {
                out.append(i == 0 ? "" : ",").append(tool(choice.toolCalls().get(i)));
            }
            out.append(']');
        }
        out.append(quirks.messageExtra()).append('}').append(quirks.choiceExtra());
        out.append(",\"finish_reason\":")
                .append(Json.quote(choice.finishReason()))
                .append('}');
    }

    private static String tool(ToolCall call) {
        return "{\"id\":" + Json.quote(call.id()) + ",\"type\":\"function\",\"function\":{\"name\":"
                + Json.quote(call.name()) + ",\"arguments\":" + Json.quote(call.arguments()) + "}}";
    }
}
