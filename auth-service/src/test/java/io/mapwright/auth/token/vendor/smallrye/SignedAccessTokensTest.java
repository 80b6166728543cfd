package io.mapwright.auth.token.vendor.smallrye;

import io.mapwright.auth.Configured;
import io.mapwright.auth.token.AccessClaims;
import io.mapwright.auth.token.AccessToken;
import io.mapwright.auth.token.PublishedKey;
import io.mapwright.auth.token.SigningKey;
import io.mapwright.auth.token.SigningKeys;
import io.mapwright.auth.token.TokenConfig;
import io.mapwright.testkit.MutableTime;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class SignedAccessTokensTest {

    private static final PublishedKey PUBLISHED = new PublishedKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

    private final KeyPair pair = pair();
    private final MutableTime time = new MutableTime();
    private final SignedAccessTokens tokens = new SignedAccessTokens(
            new OneKey(new SigningKey(pair.getPrivate(), PUBLISHED)),
            Configured.byDefault(TokenConfig.class),
            time,
            UUID::randomUUID);

    @Test
    void sayWhoTheBearerIs() {
        JsonObject claims = part(1, tokens.issue(person()));

        assertThat(claims.getMap())
                .containsEntry("iss", "mapwright-auth")
                .containsEntry("sub", "42")
                .containsEntry("sid", "a-session")
                .containsEntry("phone", "138****5678")
                .containsEntry("org_id", "7")
                .containsEntry("groups", List.of("manager"))
                .containsKey("jti");
        assertThat(claims.getValue("aud")).isIn("mapwright", new io.vertx.core.json.JsonArray().add("mapwright"));
    }

    @Test
    void areGoodForAQuarterOfAnHour() {
        AccessToken token = tokens.issue(person());
        JsonObject claims = part(1, token);

        assertThat(token.expiresIn()).isEqualTo(Duration.ofMinutes(15));
        assertThat(claims.getLong("iat")).isEqualTo(time.instant().getEpochSecond());
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
    }

    @Test
    void leaveOutWhatThereIsNot() {
        assertThat(part(1, tokens.issue(AccessClaims.ofService("diagram"))).fieldNames())
                .doesNotContain("sid", "phone", "org_id");
    }

    @Test
    void nameTheirKeyAndAreSignedWithIt() throws GeneralSecurityException {
        AccessToken token = tokens.issue(person());
        int end = token.value().lastIndexOf('.');
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(pair.getPublic());
        signature.update(token.value().substring(0, end).getBytes(StandardCharsets.US_ASCII));

        assertThat(part(0, token).getMap()).containsEntry("alg", "EdDSA").containsEntry("kid", PUBLISHED.keyId());
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.value().substring(end + 1))))
                .isTrue();
    }

    @Test
    void areNeverTheSameTwice() {
        assertThat(tokens.issue(person()).value())
                .isNotEqualTo(tokens.issue(person()).value());
    }

    private static AccessClaims person() {
        return new AccessClaims(
                "42", Optional.of("a-session"), Optional.of("138****5678"), Optional.of("7"), Set.of("manager"));
    }

    private static JsonObject part(int index, AccessToken token) {
        byte[] json = Base64.getUrlDecoder().decode(token.value().split("\\.")[index]);
        return new JsonObject(new String(json, StandardCharsets.UTF_8));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record OneKey(SigningKey current) implements SigningKeys {

        @Override
        public List<PublishedKey> published() {
            return List.of(current.published());
        }
    }
}
