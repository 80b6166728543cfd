package io.mapwright.auth.login;

import io.mapwright.auth.captcha.CaptchaOutcome;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.session.SignedIn;

/** What came of a registration. */
public sealed interface Registration {

    /** Known here now, and in. */
    record Accepted(SignedIn signedIn) implements Registration {}

    /** The captcha was not answered well; nothing else was looked at. */
    record CaptchaFailed(CaptchaOutcome outcome) implements Registration {}

    /** No organization invites with this code. */
    record UnknownInvitation() implements Registration {}

    /** The organization that invites lets nobody in now. */
    record ShutOut(Organization.Membership why) implements Registration {}

    /** Somebody has this phone number already. */
    record PhoneTaken() implements Registration {}
}
