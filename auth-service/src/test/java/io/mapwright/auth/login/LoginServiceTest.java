package io.mapwright.auth.login;

import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.captcha.CaptchaId;
import io.mapwright.auth.captcha.CaptchaOutcome;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.Organization.Membership;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static io.mapwright.auth.Await.item;
import static org.assertj.core.api.Assertions.assertThat;

class LoginServiceTest {

    private static final PhoneNumber PHONE = new PhoneNumber("13800000001");
    private static final PhoneNumber STRANGER = new PhoneNumber("13899999999");
    private static final String RIGHT = "right password";

    private final Doorway doorway = new Doorway();

    @Test
    void letsInWhoeverKnowsThePassword() {
        doorway.knows(PHONE, RIGHT, Membership.OPEN);

        assertThat(login(PHONE, RIGHT)).isInstanceOf(Login.Accepted.class);
        assertThat(doorway.sessions()).isEqualTo(1);
    }

    @Test
    void answersStrangersAndWrongPasswordsAlikeAtTheSamePrice() {
        doorway.knows(PHONE, RIGHT, Membership.OPEN);

        assertThat(login(PHONE, "wrong")).isEqualTo(new Login.Refused());
        int price = doorway.checks();
        assertThat(login(STRANGER, "wrong")).isEqualTo(new Login.Refused());
        assertThat(doorway.checks()).isEqualTo(2 * price).isPositive();
    }

    @Test
    void locksStrangersAndKnownNumbersAlike() {
        doorway.knows(PHONE, RIGHT, Membership.OPEN);
        for (int i = 0; i < 10; i++) {
            assertThat(login(PHONE, "wrong")).isEqualTo(new Login.Refused());
            assertThat(login(STRANGER, "wrong")).isEqualTo(new Login.Refused());
        }

        assertThat(login(PHONE, RIGHT)).isEqualTo(new Login.Locked(Duration.ofMinutes(5)));
        assertThat(login(STRANGER, RIGHT)).isEqualTo(new Login.Locked(Duration.ofMinutes(5)));
    }

    @Test
    void looksAtNothingBeforeTheCaptcha() {
        doorway.knows(PHONE, RIGHT, Membership.OPEN);

        Login login = item(doorway.logins()
                .login(new LoginRequest(PHONE, new Password(RIGHT), new CaptchaId("used"), "K7WM", "")));

        assertThat(login).isEqualTo(new Login.CaptchaFailed(CaptchaOutcome.NOT_FOUND));
        assertThat(doorway.checks()).isZero();
    }

    @Test
    void tellsOnlyThoseWhoKnowThePasswordThatTheirOrganizationIsClosed() {
        doorway.knows(PHONE, RIGHT, Membership.LOCKED);

        assertThat(login(PHONE, "wrong")).isEqualTo(new Login.Refused());
        assertThat(login(PHONE, RIGHT)).isEqualTo(new Login.ShutOut(Membership.LOCKED));
        assertThat(doorway.sessions()).isZero();
    }

    @Test
    void hashesAnewWhatWasHashedWithOldParameters() {
        doorway.knows(PHONE, new PasswordHash("$old$" + RIGHT), Membership.OPEN);

        assertThat(login(PHONE, RIGHT)).isInstanceOf(Login.Accepted.class);
        assertThat(doorway.hashOf(PHONE)).isEqualTo(new PasswordHash("$new$" + RIGHT));
    }

    private Login login(PhoneNumber phone, String password) {
        CaptchaId captcha = doorway.drawnCaptcha();
        return item(doorway.logins()
                .login(new LoginRequest(phone, new Password(password), captcha, doorway.readCaptcha(captcha), "test")));
    }
}
