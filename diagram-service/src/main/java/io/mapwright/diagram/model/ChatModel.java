package io.mapwright.diagram.model;

import io.smallrye.mutiny.Uni;

/** Calls language models. Cancelling a result cancels the call. */
public interface ChatModel {

    /**
     * Asks once. There is no second attempt behind this method: retries belong to the gateway.
     *
     * @return the reply of the model or its provider; fails with {@link ModelUnavailableException} when the suite
     *     itself cannot serve the call, and then no model has answered
     */
    Uni<ModelReply> complete(ModelCall call);

    /**
     * As {@link #complete}, with the answer streamed, so that its beginning is known.
     *
     * @param begun runs once, when the first words arrive; never when none do
     */
    Uni<ModelReply> stream(ModelCall call, Runnable begun);
}
