package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.provider.StreamPart;
import io.smallrye.mutiny.Multi;

/** What becomes of a chat request. */
public sealed interface CompletionAnswer {

    /** How it was got, or how far it came. */
    Passage passage();

    /**
     * The whole answer.
     *
     * @param json as OpenAI writes it
     * @param passage how it was got
     */
    record Whole(String json, Passage passage) implements CompletionAnswer {}

    /**
     * The answer has begun.
     *
     * @param parts to be subscribed to exactly once; cancelling it cancels the call
     * @param passage how it was got
     */
    record Streaming(Multi<StreamPart> parts, Passage passage) implements CompletionAnswer {}

    /**
     * No answer.
     *
     * @param refusal why
     * @param passage how far it came
     */
    record Refused(Refusal refusal, Passage passage) implements CompletionAnswer {}
}
