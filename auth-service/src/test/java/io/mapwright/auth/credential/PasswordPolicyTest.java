package io.mapwright.auth.credential;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordPolicyTest {

    @Test
    void asksForEightCharacters() {
        assertThat(PasswordPolicy.accepts("1234567")).isFalse();
        assertThat(PasswordPolicy.accepts("12345678")).isTrue();
        assertThat(PasswordPolicy.accepts("密码密码密码密码")).isTrue();
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(PasswordPolicy.accepts("𠮷".repeat(7))).isFalse();
    }

    @Test
    void endsWhereHashingWouldOnlyCostTime() {
        assertThat(PasswordPolicy.accepts("a".repeat(128))).isTrue();
        assertThat(PasswordPolicy.accepts("a".repeat(129))).isFalse();
    }

    @RepeatedTest(20)
    void acceptsEveryOneTimePassword() {
        Password password = OneTimePassword.random(new SecureRandom());

        assertThat(PasswordPolicy.accepts(password.plain())).isTrue();
        assertThat(password).hasToString("Password[hidden]");
    }
}
