package io.mapwright.auth.captcha;

import io.smallrye.mutiny.Uni;

import java.time.Duration;

/** How many captchas one browser may still draw. Shared by all replicas. */
public interface CaptchaAllowance {

    /**
     * Deducts one captcha from the browser's allowance.
     *
     * @param browser the value of its captcha cookie
     * @return never fails for a spent allowance; fails when the store is not reachable
     */
    Uni<Decision> spend(String browser);

    /** What the allowance said. */
    sealed interface Decision {

        /** One more may be drawn. */
        record Granted() implements Decision {}

        /**
         * None may be drawn.
         *
         * @param retryAfter when the next one may, counted from now; positive
         */
        record Exhausted(Duration retryAfter) implements Decision {}
    }
}
