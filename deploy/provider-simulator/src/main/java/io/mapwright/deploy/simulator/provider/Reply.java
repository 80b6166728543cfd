package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.answer.Answer;

import java.util.List;

/**
 * Everything a provider says to one request, before it is put in the provider's form.
 *
 * @param created seconds since the epoch
 */
public record Reply(String id, long created, ChatRequest request, List<Choice> choices, Usage usage) {

    /** One alternative: thoughts, then text, or a call of a tool. */
    public record Choice(Answer thoughts, Answer text, List<ToolCall> toolCalls, String finishReason) {}

    /** A call of one of the caller's functions; {@code arguments} is JSON text. */
    public record ToolCall(String id, String name, String arguments) {}

    public String model() {
        return request.model();
    }
}
