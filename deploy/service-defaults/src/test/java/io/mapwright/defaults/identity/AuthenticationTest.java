package io.mapwright.defaults.identity;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(Keys.class)
class AuthenticationTest {

    @AfterEach
    void publishTheUsualKey() throws IOException {
        Keys.publish(Map.of("current", Keys.CURRENT));
    }

    @Test
    void acceptsAGoodTokenInTheHeader() {
        given().header("Authorization", "Bearer " + Keys.token("current", Keys.CURRENT))
                .get("/sample/me")
                .then()
                .statusCode(200)
                .body(equalTo("Caller[subject=42, organization=7, groups=[user]]"));
    }

    @Test
    void acceptsAGoodTokenInTheCookieAndPrefersTheHeader() {
        String good = Keys.token("current", Keys.CURRENT);
        given().cookie("access_token", good).get("/sample/me").then().statusCode(200);
        given().cookie("access_token", good)
                .header("Authorization", "Bearer nonsense")
                .get("/sample/me")
                .then()
                .statusCode(401);
    }

    @Test
    void asksStrangersToSignIn() {
        given().header("X-Language", "en")
                .get("/sample/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("status", equalTo(401))
                .body("error_type", equalTo("access_denied"))
                .body("detail", equalTo("Please sign in: this request carries no credential"))
                .body("request_id", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJraWQiOiJjdXJyZW50In0.e30.AAAA", "..", "e30.e30.e30"})
    void refusesWhatIsNoToken(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/sample/me")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesAForgedTokenAnExpiredOneAndOneMeantForOthers() {
        refused(Keys.token("current", Keys.FORGER));
        refused(Keys.token("current", Keys.CURRENT, Duration.ofSeconds(-30), Jwt.subject("42")));
        refused(Jwt.issuer("mapwright-auth")
                .subject("42")
                .audience("somebody-else")
                .expiresIn(60)
                .jws()
                .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.EDDSA)
                .keyId("current")
                .sign(Keys.CURRENT.getPrivate()));
    }

    @Test
    void learnsAKeyThatWasRotatedInAndForgetsNone() throws IOException, InterruptedException {
        Keys.publish(Map.of("current", Keys.CURRENT, "next", Keys.ROTATED_IN));
        Thread.sleep(150); // the cool-down between two fetches for unknown keys
        given().header("Authorization", "Bearer " + Keys.token("next", Keys.ROTATED_IN))
                .get("/sample/me")
                .then()
                .statusCode(200);
    }

    @Test
    void neverCallsATokenBadWhileTheKeySetCannotBeRead() throws IOException, InterruptedException {
        Files.delete(Keys.file);
        Thread.sleep(150); // the cool-down between two fetches for unknown keys
        given().header("Authorization", "Bearer " + Keys.token("never-seen", Keys.ROTATED_IN))
                .get("/sample/me")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        given().header("Authorization", "Bearer " + Keys.token("current", Keys.CURRENT))
                .get("/sample/me")
                .then()
                .statusCode(200);
    }

    @Test
    void tellsForbiddenFromUnauthenticated() {
        given().header("Authorization", "Bearer " + Keys.token("current", Keys.CURRENT))
                .get("/sample/admin")
                .then()
                .statusCode(403)
                .body("error_type", equalTo("access_denied"));
    }

    @Test
    void letsStrangersInWhereTheResourceDoes() {
        given().get("/sample/open").then().statusCode(200).body(equalTo("stranger"));
        given().header("Authorization", "Bearer " + Keys.token("current", Keys.CURRENT))
                .get("/sample/open")
                .then()
                .body(equalTo("42"));
        given().header("Authorization", "Bearer nonsense")
                .get("/sample/open")
                .then()
                .statusCode(401);
    }

    private static void refused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/sample/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }
}
