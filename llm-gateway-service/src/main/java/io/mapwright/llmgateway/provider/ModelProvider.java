package io.mapwright.llmgateway.provider;

import io.smallrye.mutiny.Uni;

/** Calls a provider, once. Retries, other routes and quotas are the caller's business. */
public interface ModelProvider {

    /**
     * Sends the call when subscribed to. Cancelling before the reply closes the upstream call, as does cancelling the parts
     * of a streamed reply.
     *
     * @return what became of it; never fails for anything a provider or the network does, that is {@link
     *     ProviderReply.Failed}
     */
    Uni<ProviderReply> send(ProviderCall call);
}
