package io.mapwright.deploy.load.quota;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one arrival.
 *
 * @param answerId the provider's id of the answer, empty when there is none
 * @param took from the moment it wanted to come to the last byte of its answer
 * @param queued time in line as the gateway tells it
 * @param forecast time in line as the gateway told beforehand, if it did
 * @param retryAfter what a refused one was told
 * @param detail status and error code, for what is neither an answer nor a refusal
 */
record Outcome(
        Arrival arrival,
        Fate fate,
        String answerId,
        Duration took,
        Duration queued,
        Optional<Duration> forecast,
        Optional<Duration> retryAfter,
        String detail) {

    /** How it ended for the caller. */
    enum Fate {
        /** With an answer. */
        GRANTED,
        /** Told when to come back. */
        REFUSED,
        /** The deadline passed; an honest end as well. */
        CUT_OFF,
        /** With the gateway process that worked on it, which was killed. */
        BROKEN,
        /** Anything else: an error that nobody ordered. */
        LOST
    }

    /** How long after its deadline it was answered; negative when in time. */
    Duration late() {
        return took.minus(arrival.urgency().deadline());
    }
}
