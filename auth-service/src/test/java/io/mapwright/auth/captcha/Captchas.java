package io.mapwright.auth.captcha;

import io.mapwright.auth.Await;
import io.mapwright.auth.Configured;
import io.smallrye.mutiny.Uni;

import java.security.SecureRandom;
import java.time.InstantSource;

/** Captchas in memory, and somebody who reads them. */
public final class Captchas {

    private final InMemoryCaptchaAnswers answers = new InMemoryCaptchaAnswers();
    private final CaptchaService service;

    public Captchas(InstantSource time) {
        service = new CaptchaService(
                answers,
                browser -> Uni.createFrom().item(new CaptchaAllowance.Decision.Granted()),
                time,
                new SecureRandom(),
                Configured.byDefault(CaptchaConfig.class));
    }

    /** What judges the answers. */
    public CaptchaService service() {
        return service;
    }

    /** A captcha that waits for its answer. */
    public CaptchaId drawn() {
        return ((Drawing.Drawn) Await.item(service.draw("browser"))).id();
    }

    /** Its answer. */
    public String read(CaptchaId id) {
        return answers.shownBy(id).value();
    }
}
