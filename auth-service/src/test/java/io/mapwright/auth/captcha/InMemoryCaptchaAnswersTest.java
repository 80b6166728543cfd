package io.mapwright.auth.captcha;

class InMemoryCaptchaAnswersTest extends CaptchaAnswersContract {

    private final InMemoryCaptchaAnswers answers = new InMemoryCaptchaAnswers();

    @Override
    protected CaptchaAnswers answers() {
        return answers;
    }
}
