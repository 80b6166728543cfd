package io.mapwright.defaults.problem;

import io.mapwright.defaults.identity.Keys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(Keys.class)
class ProblemMappersTest {

    @Test
    void namesEachWrongField() {
        post("{\"prompt\":\"much too long\",\"width\":1}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("error_type", equalTo("invalid_parameter"))
                .body("errors.field", hasItem("prompt"))
                .body("instance", equalTo("/sample/drawings"));
        post("{}").statusCode(422).body("errors.field", hasItem("prompt"));
    }

    @Test
    void speaksTheReadersLanguage() {
        given().contentType("application/json")
                .header("Accept-Language", "en-GB,en;q=0.8")
                .body("{}")
                .post("/sample/drawings")
                .then()
                .body("detail", containsString("must not be null"));
        post("{}").body("detail", containsString("不能为null"));
    }

    @Test
    void namesTheFieldWithAWrongType() {
        post("{\"prompt\":\"a\",\"width\":\"wide\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("width"))
                .body("detail", not(containsString("wide")));
        post("{\"prompt\":\"a\",\"kind\":\"SQUARE\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("kind"))
                .body("errors[0].message", containsString("circle, tree"));
        post("{\"prompt\":[1]}").statusCode(422).body("errors[0].field", equalTo("prompt"));
    }

    @Test
    void tellsBrokenJsonFromWrongJson() {
        post("{\"prompt\":").statusCode(400).body("detail", containsString("JSON"));
        post("[]").statusCode(400).body("error_type", equalTo("invalid_parameter"));
        post("").statusCode(422);
    }

    @Test
    void refusesOversizeBodiesBeforeReadingThem() {
        post("{\"prompt\":\"" + "x".repeat(5 * 1024 * 1024 + 1) + "\"}")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("error_type", equalTo("body_too_large"));
    }

    @Test
    void answersWhatTheFrameworkRefuses() {
        given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().get("/sample/nowhere").then().statusCode(404).body("error_type", equalTo("not_found"));
        given().delete("/sample/me").then().statusCode(405).contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/sample/drawings")
                .then()
                .statusCode(415)
                .body("error_type", equalTo("unsupported_media_type"));
    }

    @Test
    void tellsAnOutageFromABug() {
        given().get("/sample/fails/outage")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("error_type", equalTo("service_error"));
        given().get("/sample/fails/bug").then().statusCode(500).body("detail", not(containsString("a bug")));
    }

    @Test
    void roundsTheDelayUpAndEchoesTheRequestId() {
        given().header("x-request-id", "from-the-browser.1")
                .get("/sample/fails/busy")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("2"))
                .header("x-request-id", equalTo("from-the-browser.1"))
                .body("request_id", equalTo("from-the-browser.1"));
        given().header("x-request-id", "forged\tline")
                .get("/health")
                .then()
                .header("x-request-id", not(containsString("forged")))
                .body("status", equalTo("UP"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/sample/drawings")
                .then();
    }
}
