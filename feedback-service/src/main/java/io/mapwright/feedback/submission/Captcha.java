package io.mapwright.feedback.submission;

import io.smallrye.mutiny.Uni;

import java.util.Objects;

/** Whether a person solved the picture they were shown. */
public interface Captcha {

    /**
     * Checks {@code answer} and uses it up: the same answer is never accepted twice.
     *
     * @return fails with {@link UnavailableException} when no verdict arrived; the captcha may or may not be used up then
     */
    Uni<Verdict> consume(Answer answer);

    /**
     * What the person typed.
     *
     * @param captchaId which picture they were shown
     * @param text what they read in it
     */
    record Answer(String captchaId, String text) {

        public Answer {
            Objects.requireNonNull(captchaId, "captchaId");
            Objects.requireNonNull(text, "text");
        }
    }

    /** The verdict on an answer. */
    enum Verdict {
        /** The text is right, and now used up. */
        ACCEPTED,
        /** The picture is too old. */
        EXPIRED,
        /** There is no such picture, or its answer was used before. */
        NOT_FOUND,
        /** The text is wrong; the picture is used up all the same. */
        INCORRECT
    }

    /** No verdict could be had. */
    final class UnavailableException extends RuntimeException {

        public UnavailableException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
