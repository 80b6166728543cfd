package io.mapwright.feedback.submission;

import java.time.Duration;

/** What the limit answered to one {@linkplain SubmissionLimit#take take}. */
public sealed interface Allowance {

    /**
     * One submission was counted.
     *
     * @param slot names the count, so that it can be {@linkplain SubmissionLimit#giveBack given back}
     */
    record Granted(String slot) implements Allowance {}

    /**
     * Nothing was counted.
     *
     * @param retryAfter when, counted from now, the oldest count leaves the window; always positive
     */
    record Denied(Duration retryAfter) implements Allowance {

        public Denied {
            if (!retryAfter.isPositive()) {
                throw new IllegalArgumentException("a denial lasts longer than nothing, this one " + retryAfter);
            }
        }
    }
}
