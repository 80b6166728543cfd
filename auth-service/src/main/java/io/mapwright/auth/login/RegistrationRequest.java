package io.mapwright.auth.login;

import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.captcha.CaptchaId;
import io.mapwright.auth.credential.Password;

/**
 * Somebody who wants to become known here.
 *
 * @param invitationCode as typed; it need not have the form of a code
 * @param device what their browser says it is
 */
public record RegistrationRequest(
        PhoneNumber phone,
        PersonName name,
        Password password,
        String invitationCode,
        CaptchaId captchaId,
        String captcha,
        String device) {}
