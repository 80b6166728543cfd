package io.mapwright.auth.credential.vendor.bouncycastle;

import io.mapwright.auth.Configured;
import io.mapwright.auth.credential.Password;
import io.mapwright.auth.credential.PasswordCheck;
import io.mapwright.auth.credential.PasswordConfig;
import io.mapwright.auth.credential.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class Argon2idHashingTest {

    private static final Password RIGHT = new Password("correct horse");

    private final Argon2idHashing hashing = with(8192);

    @Test
    void recognisesThePasswordItHashed() {
        assertThat(hashing.check(RIGHT, hashing.hash(RIGHT))).isEqualTo(PasswordCheck.MATCH);
    }

    @Test
    void refusesEveryOtherPassword() {
        assertThat(hashing.check(new Password("correct horsf"), hashing.hash(RIGHT)))
                .isEqualTo(PasswordCheck.MISMATCH);
    }

    @Test
    void makesAnotherHashEachTime() {
        assertThat(hashing.hash(RIGHT)).isNotEqualTo(hashing.hash(RIGHT));
    }

    @Test
    void saysWhenTheParametersHaveChanged() {
        PasswordHash old = with(9000).hash(RIGHT);

        assertThat(hashing.check(RIGHT, old)).isEqualTo(PasswordCheck.OUTDATED);
        assertThat(hashing.check(new Password("wrong"), old)).isEqualTo(PasswordCheck.MISMATCH);
    }

    /** Made by the reference implementation: argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32. */
    @Test
    void understandsHashesOfTheReferenceImplementation() {
        PasswordHash reference = new PasswordHash(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(hashing.check(new Password("password"), reference)).isEqualTo(PasswordCheck.OUTDATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$2a$10$abc",
                "$argon2id$v=19$m=99,t=2,p=1$c2FsdA$aGFzaA",
                "$argon2id$v=19$m=8192,t=2,p=1$?$?"
            })
    void matchesNothingWithAHashItDoesNotUnderstand(String encoded) {
        assertThat(hashing.check(RIGHT, new PasswordHash(encoded))).isEqualTo(PasswordCheck.MISMATCH);
    }

    private static Argon2idHashing with(int memoryKib) {
        PasswordConfig config =
                Configured.by(PasswordConfig.class, Map.of("auth.password.memory-kib", Integer.toString(memoryKib)));
        return new Argon2idHashing(config, new SecureRandom());
    }
}
