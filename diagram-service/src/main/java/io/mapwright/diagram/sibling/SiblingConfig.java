package io.mapwright.diagram.sibling;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code diagram.sibling}: limits of every call to another service. */
@ConfigMapping(prefix = "diagram.sibling")
public interface SiblingConfig {

    /** Limit for opening a connection. */
    @WithDefault("500ms")
    Duration connectTimeout();

    /** Limit for waiting until a connection is free or opened; then the call fails without having been sent. */
    @WithDefault("2s")
    Duration acquireTimeout();

    /** Connections to one service, at least 1. */
    @WithDefault("256")
    int connections();

    /** Calls that may wait for a connection; one more fails at once. */
    @WithDefault("1024")
    int waitingCalls();

    /** Limit for the time between two parts of a streamed answer, once it has begun. */
    @WithDefault("20s")
    Duration silenceTimeout();

    /** Longest answer that is read; a longer one fails the call. */
    @WithDefault("4M")
    MemorySize longestAnswer();
}
