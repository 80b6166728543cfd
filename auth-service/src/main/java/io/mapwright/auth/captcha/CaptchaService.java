package io.mapwright.auth.captcha;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** Draws captchas and judges their answers. */
@ApplicationScoped
public class CaptchaService {

    private final CaptchaAnswers answers;
    private final CaptchaAllowance allowance;
    private final InstantSource time;
    private final SecureRandom random;
    private final Duration lifetime;

    CaptchaService(
            CaptchaAnswers answers,
            CaptchaAllowance allowance,
            InstantSource time,
            SecureRandom random,
            CaptchaConfig config) {
        this.answers = answers;
        this.allowance = allowance;
        this.time = time;
        this.random = random;
        this.lifetime = config.lifetime();
    }

    /**
     * Draws a captcha for a browser.
     *
     * @param browser the value of its captcha cookie
     * @return fails when the answer could not be stored; a captcha that nobody can answer is never shown
     */
    public Uni<Drawing> draw(String browser) {
        return allowance.spend(browser).chain(decision -> switch (decision) {
            case CaptchaAllowance.Decision.Granted granted -> drawNew();
            case CaptchaAllowance.Decision.Exhausted exhausted ->
                Uni.createFrom().item(new Drawing.TooMany(exhausted.retryAfter()));
        });
    }

    private Uni<Drawing> drawNew() {
        CaptchaId id = CaptchaId.at(time.instant(), random);
        CaptchaText text = CaptchaText.random(random);
        Uni<byte[]> picture = Uni.createFrom()
                .item(() -> new CaptchaPicture(random).png(text))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return answers.keep(id, text).chain(() -> picture).map(png -> new Drawing.Drawn(id, png));
    }

    /**
     * Judges an answer and uses the captcha up, whatever the outcome.
     *
     * @return fails when the store is not reachable; whether the captcha is used up is then unknown
     */
    public Uni<CaptchaOutcome> consume(CaptchaId id, String answer) {
        return answers.take(id).map(taken -> switch (taken) {
            case CaptchaTaken.Open open ->
                open.text().isReadAs(answer) ? CaptchaOutcome.ACCEPTED : CaptchaOutcome.INCORRECT;
            case CaptchaTaken.Absent absent -> isTooOld(id) ? CaptchaOutcome.EXPIRED : CaptchaOutcome.NOT_FOUND;
        });
    }

    private boolean isTooOld(CaptchaId id) {
        return id.drawnAt()
                .filter(drawn -> !drawn.plus(lifetime).isAfter(time.instant()))
                .isPresent();
    }
}
