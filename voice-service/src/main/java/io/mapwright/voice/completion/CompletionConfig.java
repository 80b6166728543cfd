package io.mapwright.voice.completion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.net.URI;
import java.time.Duration;

/** Settings under {@code voice.completion}. */
@ConfigMapping(prefix = "voice.completion")
public interface CompletionConfig {

    /** The model gateway; its paths begin below it. */
    URI url();

    /** Longest wait for a connection to the gateway. */
    @WithDefault("500ms")
    Duration connectLimit();

    /** Longest wait for the first byte of an answer, queueing at the gateway included. */
    @WithDefault("20s")
    Duration firstByteLimit();

    /** Longest silence within an answer. */
    @WithDefault("20s")
    Duration idleLimit();

    /** Connections to the gateway; an answer in the making holds one. */
    @WithDefault("200")
    @Min(1)
    int connections();

    /** Turns that may wait for a connection; one more is refused at once. */
    @WithDefault("200")
    @Min(1)
    int longestQueue();

    /** How wishes are read. */
    Model understanding();

    /** How conversation is answered. */
    Model conversation();

    /** A model and how it is asked. */
    interface Model {

        /** The gateway's logical name. */
        String model();

        /** Time for the whole answer, sent along as {@code X-Deadline-Ms}. */
        Duration deadline();

        /** Longest answer, in tokens. */
        @Min(1)
        int maxTokens();

        /** 0 is the most predictable. */
        @Min(0)
        @Max(2)
        double temperature();
    }
}
