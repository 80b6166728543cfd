package io.mapwright.auth.captcha.redis;

import io.mapwright.auth.captcha.CaptchaAnswers;
import io.mapwright.auth.captcha.CaptchaAnswersContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class RedisCaptchaAnswersTest extends CaptchaAnswersContract {

    @Inject
    CaptchaAnswers answers;

    @Override
    protected CaptchaAnswers answers() {
        return answers;
    }
}
