package io.mapwright.auth.captcha;

import io.smallrye.mutiny.Uni;

/**
 * What the open captchas show, shared by all replicas. Every operation fails when the store is not reachable; there is
 * no way round it, because a captcha that can't be checked must not be believed.
 */
public interface CaptchaAnswers {

    /** Keeps {@code text} for the configured lifetime. */
    Uni<Void> keep(CaptchaId id, CaptchaText text);

    /** Takes away what {@code id} shows; of racing callers one at most gets it. */
    Uni<CaptchaTaken> take(CaptchaId id);
}
