package io.mapwright.feedback.submission.rest;

import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.feedback.submission.Captcha;
import io.mapwright.feedback.submission.Submission;

import java.time.Duration;

/** Says why a feedback was not accepted. */
final class SubmissionProblems {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private SubmissionProblems() {}

    static ProblemException tooMany(Submission.TooMany refusal) {
        return ProblemException.of(429, "rate_limit")
                .text("反馈提交过于频繁，请稍后再试", "You have sent several feedbacks in a short time; please try again later")
                .retryAfter(refusal.retryAfter())
                .build();
    }

    static ProblemException captcha(Captcha.Verdict verdict) {
        return switch (verdict) {
            case EXPIRED ->
                ProblemException.of(400, "captcha_expired")
                        .text("验证码已过期，请刷新后重试", "This captcha has expired; please load a new one")
                        .build();
            case NOT_FOUND ->
                ProblemException.of(400, "captcha_not_found")
                        .text(
                                "验证码不存在或已使用，请刷新后重试",
                                "This captcha does not exist or was used before; please load a new one")
                        .build();
            case INCORRECT ->
                ProblemException.of(400, "captcha_incorrect")
                        .text("验证码错误，请重试", "The captcha was not typed correctly; please load a new one")
                        .build();
            case ACCEPTED -> throw new IllegalArgumentException("an accepted captcha is no problem");
        };
    }

    static ProblemException unavailable(Submission.Unavailable.Part part) {
        ProblemException.Builder problem =
                ProblemException.of(503, "service_error").retryAfter(TRY_AGAIN);
        return switch (part) {
            case CAPTCHA ->
                problem.text(
                                "暂时无法校验验证码，反馈尚未提交，请稍后再试",
                                "The captcha cannot be checked right now, so nothing was stored; please try again shortly")
                        .build();
            case STORE ->
                problem.text(
                                "暂时无法保存反馈，请刷新验证码后重试",
                                "The feedback could not be stored; please try again shortly with a new captcha")
                        .build();
            case TIME ->
                problem.text(
                                "系统繁忙，未能确认反馈已保存，请稍后再试",
                                "The system is too slow right now to confirm that the feedback was stored; please try"
                                        + " again shortly")
                        .build();
        };
    }
}
