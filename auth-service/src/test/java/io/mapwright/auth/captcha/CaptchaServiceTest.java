package io.mapwright.auth.captcha;

import io.mapwright.auth.Configured;
import io.mapwright.testkit.MutableTime;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;

import static io.mapwright.auth.Await.item;
import static org.assertj.core.api.Assertions.assertThat;

class CaptchaServiceTest {

    private final MutableTime time = new MutableTime();
    private final InMemoryCaptchaAnswers answers = new InMemoryCaptchaAnswers();
    private final CaptchaService service = serving(new CaptchaAllowance.Decision.Granted());

    @Test
    void acceptsWhatIsShownInAnyCaseOnce() {
        CaptchaId id = draw();
        String typed = " " + answers.shownBy(id).value().toLowerCase(java.util.Locale.ROOT) + " ";

        assertThat(item(service.consume(id, typed))).isEqualTo(CaptchaOutcome.ACCEPTED);
        assertThat(item(service.consume(id, typed))).isEqualTo(CaptchaOutcome.NOT_FOUND);
    }

    @Test
    void usesUpACaptchaThatWasReadWrong() {
        CaptchaId id = draw();
        String right = answers.shownBy(id).value();

        assertThat(item(service.consume(id, "0000"))).isEqualTo(CaptchaOutcome.INCORRECT);
        assertThat(item(service.consume(id, right))).isEqualTo(CaptchaOutcome.NOT_FOUND);
    }

    @Test
    void tellsTooLateFromNeverDrawn() {
        CaptchaId id = draw();
        answers.forget(id);
        time.advance(Duration.ofMinutes(5));

        assertThat(item(service.consume(id, "K7WM"))).isEqualTo(CaptchaOutcome.EXPIRED);
        assertThat(item(service.consume(new CaptchaId("made-up!"), "K7WM"))).isEqualTo(CaptchaOutcome.NOT_FOUND);
        assertThat(item(service.consume(new CaptchaId("zzzzzzzzzzzzzzzzz-x"), "K7WM")))
                .isEqualTo(CaptchaOutcome.NOT_FOUND);
    }

    @Test
    void isNotTooLateOneSecondBefore() {
        CaptchaId id = draw();
        answers.forget(id);
        time.advance(Duration.ofMinutes(5).minusSeconds(1));

        assertThat(item(service.consume(id, "K7WM"))).isEqualTo(CaptchaOutcome.NOT_FOUND);
    }

    @Test
    void drawsNothingForABrowserThatDrewTooMany() {
        Duration wait = Duration.ofSeconds(70);

        Drawing drawing =
                item(serving(new CaptchaAllowance.Decision.Exhausted(wait)).draw("browser"));

        assertThat(drawing).isEqualTo(new Drawing.TooMany(wait));
    }

    private CaptchaId draw() {
        return ((Drawing.Drawn) item(service.draw("browser"))).id();
    }

    private CaptchaService serving(CaptchaAllowance.Decision decision) {
        return new CaptchaService(
                answers,
                browser -> Uni.createFrom().item(decision),
                time,
                new SecureRandom(),
                Configured.byDefault(CaptchaConfig.class));
    }
}
