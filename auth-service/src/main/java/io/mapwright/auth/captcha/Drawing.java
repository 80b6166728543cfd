package io.mapwright.auth.captcha;

import java.time.Duration;

/** What asking for a captcha brought. */
public sealed interface Drawing {

    /**
     * A captcha to show.
     *
     * @param png the picture
     */
    record Drawn(CaptchaId id, byte[] png) implements Drawing {}

    /**
     * This browser drew too many.
     *
     * @param retryAfter when it may draw the next one, counted from now; positive
     */
    record TooMany(Duration retryAfter) implements Drawing {}
}
