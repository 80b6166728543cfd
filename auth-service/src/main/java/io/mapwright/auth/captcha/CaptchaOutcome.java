package io.mapwright.auth.captcha;

import java.util.Locale;

/** What came of answering a captcha. Whatever it was: that captcha is used up. */
public enum CaptchaOutcome {
    /** Read right, in time, for the first time. */
    ACCEPTED,
    /** Answered too late. */
    EXPIRED,
    /** Never drawn, or used up already. */
    NOT_FOUND,
    /** Read wrong. */
    INCORRECT;

    /** The outcome as it is written in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
