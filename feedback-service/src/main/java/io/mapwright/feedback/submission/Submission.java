package io.mapwright.feedback.submission;

import java.time.Duration;
import java.util.UUID;

/** What became of an attempt to submit a feedback. */
public sealed interface Submission {

    /**
     * It is kept, and a mail about it is owed.
     *
     * @param id names the feedback for ever
     */
    record Stored(UUID id) implements Submission {}

    /**
     * Nothing was stored: the sender has submitted too often.
     *
     * @param retryAfter when, counted from now, the next submission could be accepted
     */
    record TooMany(Duration retryAfter) implements Submission {}

    /**
     * Nothing was stored: the captcha was not solved.
     *
     * @param verdict why; never {@link Captcha.Verdict#ACCEPTED}
     */
    record CaptchaRefused(Captcha.Verdict verdict) implements Submission {

        public CaptchaRefused {
            if (verdict == Captcha.Verdict.ACCEPTED) {
                throw new IllegalArgumentException("an accepted captcha refuses nothing");
            }
        }
    }

    /**
     * Nothing is known to be stored, for want of something this service depends on.
     *
     * @param part what was missing
     */
    record Unavailable(Part part) implements Submission {

        /** What was missing. */
        public enum Part {
            /** No verdict on the captcha. */
            CAPTCHA,
            /** No word from the database. */
            STORE,
            /** Everything answered, but too late. */
            TIME
        }
    }
}
