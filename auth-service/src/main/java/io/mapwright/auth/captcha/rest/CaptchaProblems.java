package io.mapwright.auth.captcha.rest;

import io.mapwright.auth.captcha.CaptchaOutcome;
import io.mapwright.defaults.problem.ProblemException;

/** How it is said that a captcha was not answered well. */
public final class CaptchaProblems {

    private CaptchaProblems() {}

    /** 400 with the reason. */
    public static ProblemException refused(CaptchaOutcome outcome) {
        ProblemException.Builder problem = ProblemException.of(400, "captcha_" + outcome.code());
        return switch (outcome) {
            case ACCEPTED -> throw new IllegalArgumentException("an accepted captcha is no problem");
            case EXPIRED ->
                problem.text("验证码已过期，请刷新后重试", "The captcha has expired, please load a new one")
                        .build();
            case NOT_FOUND ->
                problem.text(
                                "验证码不存在或已被使用，请刷新后重试",
                                "There is no such captcha, or it was used already; please load a new one")
                        .build();
            case INCORRECT ->
                problem.text("验证码错误，请刷新后重试", "The captcha was not read correctly, please load a new one")
                        .build();
        };
    }
}
