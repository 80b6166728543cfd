package io.mapwright.llmgateway.provider;

import io.smallrye.mutiny.Multi;

/** How a provider answered one call. */
public sealed interface ProviderReply {

    /**
     * The whole answer at once.
     *
     * @param json the completion in the dialect of OpenAI
     * @param text the words of the answer, for counting them when the provider did not
     * @param ending how it ended
     */
    record Whole(String json, String text, Ending ending) implements ProviderReply {}

    /**
     * The answer has begun: its first piece of content, or its end, is here.
     *
     * @param parts what came and what comes, to be subscribed to exactly once; ends with {@link StreamPart.Ended} or {@link
     *     StreamPart.Broken} and never fails
     */
    record Streaming(Multi<StreamPart> parts) implements ProviderReply {}

    /**
     * No answer. Nothing of it was passed on.
     *
     * @param diagnosis why
     * @param sent whether the provider can have seen the request; false when no connection was made
     */
    record Failed(Diagnosis diagnosis, boolean sent) implements ProviderReply {}
}
