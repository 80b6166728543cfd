package io.mapwright.auth.token.rest;

import io.mapwright.auth.Browser;
import io.mapwright.auth.Demo;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static io.mapwright.auth.Browser.as;
import static io.mapwright.auth.Browser.given;
import static io.mapwright.auth.Browser.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class InternalTokensTest {

    @Inject
    Browser browser;

    @Test
    void areGivenForAnApiKey() {
        String token = sending(Map.of("api_key", Demo.API_KEY))
                .post("/internal/tokens/api-key")
                .then()
                .statusCode(200)
                .body("expires_in", equalTo(900))
                .extract()
                .path("access_token");

        assertThat(claims(token).getString("sub")).startsWith("key:");
        assertThat(claims(token).getString("org_id")).isNotNull();
        assertThat(claims(token).getMap()).containsEntry("groups", List.of("api-key"));
        as(token).get("/api/auth/me").then().statusCode(403);
        as(token).get("/api/auth/admin/token-stats").then().statusCode(403);
    }

    @Test
    void areNotGivenForAKeyThatNobodyMade() {
        sending(Map.of("api_key", "mg_" + "x".repeat(32)))
                .post("/internal/tokens/api-key")
                .then()
                .statusCode(401);
        sending(Map.of("api_key", "nonsense"))
                .post("/internal/tokens/api-key")
                .then()
                .statusCode(401);
        sending(Map.of()).post("/internal/tokens/api-key").then().statusCode(422);
    }

    @Test
    void areGivenToAServiceThatKnowsItsSecret() {
        String token = sending(Map.of("service", "diagram-service", "secret", Demo.SERVICE_SECRET))
                .post("/internal/tokens/service")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        assertThat(claims(token).getMap())
                .containsEntry("sub", "service:diagram-service")
                .containsEntry("groups", List.of("service"));
    }

    @Test
    void areNotGivenToWhoeverCallsItselfAService() {
        sending(Map.of("service", "diagram-service", "secret", "guessed"))
                .post("/internal/tokens/service")
                .then()
                .statusCode(401);
        sending(Map.of("service", "unknown", "secret", Demo.SERVICE_SECRET))
                .post("/internal/tokens/service")
                .then()
                .statusCode(401);
    }

    @Test
    void canBeVerifiedWithThePublishedKeys() {
        String kid = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(1))
                .extract()
                .path("keys[0].kid");

        assertThat(part(browser.tokenOf(Demo.TEACHER, Demo.PASSWORD), 0).getString("kid"))
                .isEqualTo(kid);
    }

    @Test
    void areNotNeededToHaveACaptchaJudged() {
        Map<String, Object> captcha = browser.captcha();

        sending(captcha)
                .post("/internal/captcha/consume")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("accepted"));
        sending(captcha)
                .post("/internal/captcha/consume")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("not_found"));
        sending(Browser.with(browser.captcha(), "captcha", ""))
                .post("/internal/captcha/consume")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("incorrect"));
    }

    private static JsonObject claims(String token) {
        return part(token, 1);
    }

    private static JsonObject part(String token, int index) {
        return new JsonObject(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }
}
