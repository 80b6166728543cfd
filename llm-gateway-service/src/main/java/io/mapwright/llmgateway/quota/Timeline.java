package io.mapwright.llmgateway.quota;

import java.util.concurrent.Executor;

/**
 * The thread of one scope's scheduler, its stopwatch and its timers. Everything executed here runs one after the other, so
 * that a scheduler needs no locks.
 */
public interface Timeline extends Executor {

    /** Microseconds on a clock that never goes back and whose zero means nothing. */
    long micros();

    /**
     * Executes a task later.
     *
     * @param delayMicros zero or less means as soon as possible
     * @return cancels it; without effect once the task has begun
     */
    Runnable schedule(long delayMicros, Runnable task);

    /**
     * Executes on the context that called this method, where callers expect their answers, or after the task under way where
     * there is none. Never at once: what callers do with an answer must not interrupt the scheduler.
     */
    Executor caller();
}
