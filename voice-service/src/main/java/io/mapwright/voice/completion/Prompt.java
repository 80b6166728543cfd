package io.mapwright.voice.completion;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param purpose chooses the model and its settings
 * @param messages the conversation so far, instructions first
 */
public record Prompt(Purpose purpose, List<Message> messages) {

    public Prompt {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a prompt has at least one message");
        }
    }

    /** What the answer is for. */
    public enum Purpose {
        /** A short JSON object: speed matters, invention does not help. */
        UNDERSTANDING,
        /** Words for a person. */
        CONVERSATION
    }

    /** One message. */
    public record Message(Role role, String text) {}

    /** Who says it. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
