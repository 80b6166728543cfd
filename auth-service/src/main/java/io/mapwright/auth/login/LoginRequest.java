package io.mapwright.auth.login;

import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.captcha.CaptchaId;
import io.mapwright.auth.credential.Password;

/**
 * Somebody at the door.
 *
 * @param device what their browser says it is
 */
public record LoginRequest(PhoneNumber phone, Password password, CaptchaId captchaId, String captcha, String device) {}
