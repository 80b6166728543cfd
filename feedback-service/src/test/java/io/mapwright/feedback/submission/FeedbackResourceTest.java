package io.mapwright.feedback.submission;

import io.mapwright.feedback.Contract;
import io.mapwright.feedback.ScriptedAuth;
import io.mapwright.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.UUID;

import static io.mapwright.feedback.Contract.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class FeedbackResourceTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void answersAsSoonAsItIsStored() {
        submit(somebody(), "A map of frogs", ScriptedAuth.RIGHT)
                .statusCode(200)
                .time(lessThan(1000L))
                .body("success", equalTo(true))
                .body("message", equalTo("Thank you, your feedback has reached us"))
                .body("id", notNullValue());
    }

    @Test
    void speaksChineseUnlessAsked() {
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", anyNetwork())
                .body(body("好", ScriptedAuth.WRONG))
                .post("/api/feedback")
                .then()
                .statusCode(400)
                .body("detail", equalTo("验证码错误，请重试"));
    }

    @ParameterizedTest
    @CsvSource({
        ScriptedAuth.EXPIRED + ", captcha_expired",
        ScriptedAuth.NOT_FOUND + ", captcha_not_found",
        ScriptedAuth.WRONG + ", captcha_incorrect"
    })
    void tellsCaptchaErrorsApart(String captcha, String errorType) {
        submit(somebody(), "text", captcha).statusCode(400).body("error_type", equalTo(errorType));
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedAuth.DOWN, ScriptedAuth.STRANGE, ScriptedAuth.SILENT})
    void saysWithinThreeSecondsThatTheCaptchaCannotBeChecked(String captcha) {
        submit(somebody(), "text", captcha)
                .statusCode(503)
                .time(lessThan(3000L))
                .header("Retry-After", notNullValue())
                .body("detail", containsString("captcha cannot be checked"));
    }

    @Test
    void letsEveryUserSubmitFiveTimesInTenMinutes() {
        // given
        var user = somebody();
        for (int i = 0; i < 5; i++) {
            submit(user, "again", ScriptedAuth.RIGHT).statusCode(200);
        }

        // when
        var sixth = submit(user, "again", ScriptedAuth.RIGHT);

        // then
        String retryAfter = sixth.statusCode(429)
                .body("error_type", equalTo("rate_limit"))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(retryAfter)).isBetween(580, 600);
        submit(somebody(), "another user", ScriptedAuth.RIGHT).statusCode(200);
    }

    @Test
    void countsStrangersByTheirNetwork() {
        // given
        var school = stranger(anyNetwork());
        for (int i = 0; i < 5; i++) {
            submit(school, "again", ScriptedAuth.RIGHT).statusCode(200);
        }

        // then
        submit(school, "again", ScriptedAuth.RIGHT).statusCode(429);
        submit(stranger(anyNetwork()), "elsewhere", ScriptedAuth.RIGHT).statusCode(200);
    }

    @Test
    void takesNoAllowanceForAMistypedCaptcha() {
        var user = somebody();
        for (int i = 0; i < 7; i++) {
            submit(user, "text", ScriptedAuth.WRONG).statusCode(400);
        }
        submit(user, "text", ScriptedAuth.RIGHT).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'captcha_id':'1','captcha':'K7WM'}|message",
                "{'message':'  ','captcha_id':'1','captcha':'K7WM'}|message",
                "{'message':['x'],'captcha_id':'1','captcha':'K7WM'}|message",
                "{'message':'x','captcha':'K7WM'}|captcha_id",
                "{'message':'x','captcha_id':'1','captcha':'12345678901234567'}|captcha",
                "{'message':'x','captcha_id':'1','captcha':'K7WM','user_name':{}}|user_name"
            })
    void namesTheFieldThatIsWrong(String json, String field) {
        postRaw(json.replace('\'', '"')).statusCode(422).body("errors.field", hasItem(field));
    }

    @Test
    void refusesWhatIsTooLong() {
        submit(somebody(), "x".repeat(5001), ScriptedAuth.RIGHT)
                .statusCode(422)
                .body("errors.field", hasItem("message"));
        postRaw("{\"message\":\"x\",\"captcha_id\":\"1\",\"captcha\":\"K7WM\",\"context\":\"" + "y".repeat(16_383)
                        + "\"}")
                .statusCode(422)
                .body("errors.field", hasItem("context"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nothing", "{\"message\":}"})
    void callsABrokenBodyBroken(String body) {
        postRaw(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void keepsTheLongestAndTheStrangestText() {
        submit(somebody(), "\u0000好😀".repeat(1250), ScriptedAuth.RIGHT).statusCode(200);
    }

    @Test
    void refusesABadTokenInsteadOfIgnoringIt() {
        submit(as(TestTokens.forged()), "text", ScriptedAuth.RIGHT).statusCode(401);
        submit(as(TestTokens.expired()), "text", ScriptedAuth.RIGHT).statusCode(401);
    }

    @Test
    void servesWhatItsContractPromises() {
        Contract.FEEDBACK.assertExamplesAreValid();
        Contract.FEEDBACK.assertServes(RestAssured.given()
                .port(managementPort)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static ValidatableResponse submit(RequestSpecification who, String message, String captcha) {
        return who.contentType(ContentType.JSON)
                .header("X-Language", "en")
                .body(body(message, captcha))
                .post("/api/feedback")
                .then();
    }

    private static ValidatableResponse postRaw(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/feedback")
                .then();
    }

    private static Map<String, Object> body(String message, String captcha) {
        return Map.of("message", message, "captcha_id", "c-1", "captcha", captcha);
    }

    private static RequestSpecification somebody() {
        return as(
                TestTokens.user(UUID.randomUUID().toString()).organization("7").token());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static RequestSpecification stranger(String network) {
        return given().header("X-Forwarded-For", network);
    }

    private static String anyNetwork() {
        long bits = UUID.randomUUID().getMostSignificantBits();
        return "10.%d.%d.%d".formatted(bits & 255, bits >> 8 & 255, bits >> 16 & 255);
    }
}
