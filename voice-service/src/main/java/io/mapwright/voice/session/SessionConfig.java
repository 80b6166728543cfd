package io.mapwright.voice.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

import java.time.Duration;

/** Settings under {@code voice.session}. */
@ConfigMapping(prefix = "voice.session")
public interface SessionConfig {

    /** Sessions that one replica holds; the next is told to try again later. */
    @WithDefault("2000")
    @Min(1)
    int most();

    /** A session is closed when nothing came from its client for so long. */
    @WithDefault("5m")
    Duration idleLimit();

    /** A session is closed after so long. */
    @WithDefault("60m")
    Duration lengthLimit();

    /** How long after its token's end a session is closed; as much as clocks may differ. */
    @WithDefault("5s")
    Duration tokenGrace();

    /** Events that may wait for a client; one more and it is closed as too slow. */
    @WithDefault("256")
    @Min(8)
    int longestQueue();

    /** Longest wait for a client to take one event off the wire; after that it is closed as too slow. */
    @WithDefault("10s")
    Duration sendLimit();

    /** Utterances that may wait while one is being answered; one more is refused. */
    @WithDefault("3")
    @Min(0)
    int waitingTurns();

    /** How fast a client may send messages other than sound. */
    Rate messages();

    /** How fast a client may send sound. */
    Rate audio();

    /** How replicas agree on who holds a session. */
    Registry registry();

    /** A rate with room for bursts. */
    interface Rate {

        /** Messages per second in the long run, 1 or more. */
        @Min(1)
        int perSecond();

        /** Messages at once. */
        @Min(1)
        int burst();

        /** Messages above the rate that are refused one after the other before the connection is closed. */
        @Min(1)
        int patience();
    }

    /** Settings of the registry. */
    interface Registry {

        /** A session whose replica was killed is free again after this time. */
        @WithDefault("60s")
        Duration lease();

        /** How often each replica renews what it holds; well below {@link #lease}. */
        @WithDefault("15s")
        Duration renewEvery();

        /** Longest wait for Redis; after that a session is held without it. */
        @WithDefault("500ms")
        Duration redisLimit();
    }
}
