package io.mapwright.feedback.submission.client;

import io.mapwright.feedback.submission.Captcha;
import io.mapwright.feedback.submission.SubmissionConfig;
import io.mapwright.feedback.submission.client.AuthServiceApi.CaptchaAnswer;
import io.mapwright.feedback.submission.client.AuthServiceApi.CaptchaVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks auth-service. Anything but a verdict within the limit means that there is none; it is never asked twice. */
@ApplicationScoped
final class AuthCaptcha implements Captcha {

    private final AuthServiceApi auth;
    private final SubmissionConfig.Captcha config;

    AuthCaptcha(@RestClient AuthServiceApi auth, SubmissionConfig config) {
        this.auth = auth;
        this.config = config.captcha();
    }

    @Override
    public Uni<Verdict> consume(Answer answer) {
        return auth.consume(new CaptchaAnswer(answer.captchaId(), answer.text()))
                .map(AuthCaptcha::verdict)
                .ifNoItem()
                .after(config.totalLimit())
                .fail()
                .onFailure()
                .transform(failure -> new UnavailableException(failure.toString(), failure));
    }

    private static Verdict verdict(CaptchaVerdict verdict) {
        return switch (verdict.outcome()) {
            case "accepted" -> Verdict.ACCEPTED;
            case "expired" -> Verdict.EXPIRED;
            case "not_found" -> Verdict.NOT_FOUND;
            case "incorrect" -> Verdict.INCORRECT;
            case null, default -> throw new IllegalStateException("unknown captcha outcome " + verdict.outcome());
        };
    }
}
