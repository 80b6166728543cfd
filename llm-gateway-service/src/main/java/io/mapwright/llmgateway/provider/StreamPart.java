package io.mapwright.llmgateway.provider;

import java.util.Optional;

/** A piece of a streamed answer. */
public sealed interface StreamPart {

    /**
     * One chunk.
     *
     * @param json a chat completion chunk in the dialect of OpenAI, without usage
     * @param text the words in it, for counting them when the provider did not
     */
    record Chunk(String json, String text) implements StreamPart {}

    /**
     * The answer is complete.
     *
     * @param json the chunk that carries nothing but the usage; empty when the provider never told it
     * @param ending how it ended
     */
    record Ended(Optional<String> json, Ending ending) implements StreamPart {}

    /**
     * The provider failed in the middle.
     *
     * @param diagnosis why
     * @param usage what it had told about tokens by then
     */
    record Broken(Diagnosis diagnosis, Optional<Usage> usage) implements StreamPart {}
}
