package io.mapwright.auth.login;

import io.mapwright.auth.captcha.CaptchaOutcome;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.session.SignedIn;

import java.time.Duration;

/** What came of a login. */
public sealed interface Login {

    /** Come in. */
    record Accepted(SignedIn signedIn) implements Login {}

    /** The captcha was not answered well; the password was not looked at. */
    record CaptchaFailed(CaptchaOutcome outcome) implements Login {}

    /** Unknown phone number or wrong password; which of them is nobody's business. */
    record Refused() implements Login {}

    /**
     * Too many failures with this phone number, whether or not anybody has it.
     *
     * @param remaining time until it may be tried again; positive
     */
    record Locked(Duration remaining) implements Login {}

    /** The right password, but the person's organization lets nobody in now. */
    record ShutOut(Organization.Membership why) implements Login {}
}
