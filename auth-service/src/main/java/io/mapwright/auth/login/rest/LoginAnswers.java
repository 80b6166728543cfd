package io.mapwright.auth.login.rest;

import io.mapwright.auth.captcha.rest.CaptchaProblems;
import io.mapwright.auth.login.Login;
import io.mapwright.auth.login.Registration;
import io.mapwright.auth.organization.rest.MembershipProblems;
import io.mapwright.auth.session.rest.SignedInResponses;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Says in HTTP what came of a login or a registration. */
final class LoginAnswers {

    private LoginAnswers() {}

    static Response toLogin(Login login, UriInfo uri) {
        return switch (login) {
            case Login.Accepted accepted -> SignedInResponses.of(accepted.signedIn(), uri);
            case Login.CaptchaFailed failed -> throw CaptchaProblems.refused(failed.outcome());
            case Login.Refused refused ->
                throw Problems.unauthenticated("手机号或密码错误", "The phone number or the password is wrong");
            case Login.Locked locked ->
                throw ProblemException.of(423, "account_locked")
                        .text("登录失败次数过多，该账号已被暂时锁定，请稍后再试", "Too many failed logins: this account is locked for a while")
                        .retryAfter(locked.remaining())
                        .build();
            case Login.ShutOut shut -> throw MembershipProblems.shutOut(shut.why());
        };
    }

    static Response toRegistration(Registration registration, UriInfo uri) {
        return switch (registration) {
            case Registration.Accepted accepted -> SignedInResponses.of(accepted.signedIn(), uri);
            case Registration.CaptchaFailed failed -> throw CaptchaProblems.refused(failed.outcome());
            case Registration.UnknownInvitation unknown ->
                throw ProblemException.of(403, "invitation_unknown")
                        .text("邀请码无效", "No organization invites with this code")
                        .build();
            case Registration.ShutOut shut -> throw MembershipProblems.shutOut(shut.why());
            case Registration.PhoneTaken taken ->
                throw ProblemException.of(409, "phone_taken")
                        .text("该手机号已注册", "This phone number is registered already")
                        .build();
        };
    }
}
