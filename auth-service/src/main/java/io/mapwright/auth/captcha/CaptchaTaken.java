package io.mapwright.auth.captcha;

/** What taking a captcha's answer away found. */
public sealed interface CaptchaTaken {

    /** It was there, and is no longer. */
    record Open(CaptchaText text) implements CaptchaTaken {}

    /** There was nothing under this id. */
    record Absent() implements CaptchaTaken {}
}
