package io.mapwright.testkit;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestTokensTest {

    @Test
    void carryTheClaimsOfAnIssuedToken() throws Exception {
        var claims = verify(TestTokens.user("42")
                .organization("7")
                .groups("manager", "user")
                .session("s1")
                .expiresIn(Duration.ofMinutes(5))
                .token());

        assertThat(claims.getSubject()).isEqualTo("42");
        assertThat(claims.getStringClaimValue("org_id")).isEqualTo("7");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("manager", "user");
        assertThat(claims.getStringClaimValue("sid")).isEqualTo("s1");
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void nameNoOrganizationUnlessTold() throws Exception {
        assertThat(verify(TestTokens.user("1").token()).hasClaim("org_id")).isFalse();
        assertThat(verify(TestTokens.apiKey("9").token()).getSubject()).isEqualTo("key:9");
        assertThat(verify(TestTokens.service("voice").token()).getStringListClaimValue("groups"))
                .containsExactly("service");
    }

    static List<String> badTokens() {
        return List.of(
                TestTokens.expired(),
                TestTokens.forged(),
                TestTokens.unsigned(),
                TestTokens.ofWrongIssuer(),
                TestTokens.forWrongAudience());
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void areRefusedWhenTheyAreBad(String token) {
        assertThatThrownBy(() -> verify(token)).isInstanceOf(InvalidJwtException.class);
    }

    private static JwtClaims verify(String token) throws InvalidJwtException, IOException, JoseException {
        var keys = new JsonWebKeySet(Files.readString(Path.of(TestTokens.keySet())));
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                .setExpectedIssuer("mapwright-auth")
                .setExpectedAudience("mapwright")
                .setRequireExpirationTime()
                .build();
        return consumer.processToClaims(token);
    }
}
