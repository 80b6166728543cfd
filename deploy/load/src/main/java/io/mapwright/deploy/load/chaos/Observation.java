package io.mapwright.deploy.load.chaos;

import io.mapwright.deploy.load.suite.Answer;

import java.time.Instant;

/**
 * One thing that one user tried.
 *
 * @param action what it was
 * @param at when the answer came
 */
record Observation(Action action, Answer answer, Instant at) {

    /** What users do all day. */
    enum Action {
        PROFILE,
        MAP,
        FEEDBACK
    }

    boolean succeeded() {
        return answer.status() == 200
                && (action != Action.MAP || answer.json().path("success").asBoolean());
    }
}
