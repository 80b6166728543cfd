package io.mapwright.voice.completion;

import io.mapwright.defaults.identity.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.util.Map;

/**
 * Asks a model on behalf of a user. Cancelling an answer reaches the model within a second. Both fail with
 * {@link CompletionFailure} and nothing else.
 */
public interface Completions {

    /**
     * The first JSON object of the model's answer, as a tree of maps, lists, strings, numbers and booleans.
     *
     * @return fails with {@link CompletionFailure#NO_RESPONSE} when the answer holds no object
     */
    Uni<Map<String, Object>> object(Prompt prompt, Caller caller);

    /** The answer's text as it is made. A failure in the middle leaves what was emitted half an answer. */
    Multi<String> words(Prompt prompt, Caller caller);
}
