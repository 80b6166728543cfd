package io.mapwright.llmgateway.provider;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings under {@code gateway.upstream}: the connections to all providers. */
@ConfigMapping(prefix = "gateway.upstream")
public interface UpstreamConfig {

    /** Connections kept per provider; over HTTP/2 each carries many calls. From 1 up. */
    @WithDefault("4096")
    int connectionsPerProvider();

    /** Calls that may wait for a connection, all providers together; one more is answered as an overload. */
    @WithDefault("1024")
    int waitingForConnection();

    /** Largest whole answer that is read; a larger one is a failure of the provider. */
    @WithDefault("8M")
    MemorySize largestAnswer();

    /** Largest single event of a stream. */
    @WithDefault("1M")
    MemorySize largestEvent();

    /** Chunks of one stream that may wait for a slow caller before reading from the provider pauses. From 1 up. */
    @WithDefault("32")
    int chunksAhead();
}
