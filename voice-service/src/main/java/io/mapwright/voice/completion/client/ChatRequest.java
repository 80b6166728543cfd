package io.mapwright.voice.completion.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mapwright.voice.completion.CompletionConfig;
import io.mapwright.voice.completion.Prompt;

import java.util.List;
import java.util.Locale;

/** The body of a chat completion. */
record ChatRequest(
        String model,
        List<ChatMessage> messages,
        boolean stream,
        @JsonProperty("max_tokens") int maxTokens,
        double temperature) {

    static ChatRequest of(Prompt prompt, CompletionConfig.Model settings, boolean stream) {
        return new ChatRequest(
                settings.model(),
                prompt.messages().stream()
                        .map(message -> new ChatMessage(message.role().name().toLowerCase(Locale.ROOT), message.text()))
                        .toList(),
                stream,
                settings.maxTokens(),
                settings.temperature());
    }

    /** One message. */
    record ChatMessage(String role, String content) {}
}
