package io.mapwright.auth.login.rest;

import io.mapwright.auth.Browser;
import io.mapwright.auth.Demo;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.mapwright.auth.Browser.as;
import static io.mapwright.auth.Browser.given;
import static io.mapwright.auth.Browser.newPhone;
import static io.mapwright.auth.Browser.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class LoginJourneyTest {

    @Inject
    Browser browser;

    @Test
    void beginsWithAnInvitation() {
        String phone = newPhone();

        String token = browser.register(phone, Demo.INVITATION)
                .then()
                .statusCode(200)
                .body("token_type", equalTo("bearer"))
                .body("expires_in", equalTo(900))
                .body("user.phone", equalTo(phone))
                .extract()
                .path("access_token");

        as(token)
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .body("phone", equalTo(phone))
                .body("role", equalTo("user"))
                .body("is_admin", equalTo(false))
                .body("organization.code", equalTo("DEMO-SCHOOL"));
    }

    @Test
    void registersAPhoneNumberOnce() {
        String phone = newPhone();
        browser.register(phone, Demo.INVITATION).then().statusCode(200);

        browser.register(phone, Demo.INVITATION).then().statusCode(409).body("error_type", equalTo("phone_taken"));
    }

    @Test
    void needsAnInvitationThatSomebodyGave() {
        browser.register(newPhone(), "NONE-00000")
                .then()
                .statusCode(403)
                .body("error_type", equalTo("invitation_unknown"));
        browser.register(newPhone(), "not a code")
                .then()
                .statusCode(403)
                .body("error_type", equalTo("invitation_unknown"));
    }

    @Test
    void takesALowerCaseInvitation() {
        browser.register(newPhone(), "demo-a1b2c").then().statusCode(200);
    }

    @Test
    void answersStrangersAndWrongPasswordsInTheSameWords() {
        String stranger = withoutRequest(browser.login(newPhone(), "some password"));
        String wrong = withoutRequest(browser.login(Demo.TEACHER, "wrong password"));

        assertThat(stranger).isEqualTo(wrong).contains("The phone number or the password is wrong");
        browser.tokenOf(Demo.TEACHER, Demo.PASSWORD);
    }

    @Test
    void setsCookiesThatScriptsCannotRead() {
        Response response = browser.login(Demo.TEACHER, Demo.PASSWORD);

        assertThat(response.getHeaders().getValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("access_token=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/;")
                        .doesNotContain("Secure"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("refresh_token=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/api/auth"));
        given().cookie("access_token", response.getCookie("access_token"))
                .get("/api/auth/me")
                .then()
                .statusCode(200);
    }

    @Test
    void setsSecureCookiesBehindTls() {
        Response response = sending(with(browser.captcha(), "phone", Demo.TEACHER, "password", Demo.PASSWORD))
                .header("X-Forwarded-Proto", "https")
                .post("/api/auth/login");

        assertThat(response.getHeaders().getValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }

    @Test
    void locksANumberAfterTenFailuresEvenForTheRightPassword() {
        String phone = newPhone();
        browser.register(phone, Demo.INVITATION).then().statusCode(200);
        for (int i = 0; i < 10; i++) {
            browser.login(phone, "wrong password").then().statusCode(401);
        }

        browser.login(phone, Demo.PASSWORD)
                .then()
                .statusCode(423)
                .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.lessThanOrEqualTo(300))
                .body("error_type", equalTo("account_locked"));
    }

    @Test
    void tellsWhatWasWrongWithTheCaptcha() {
        Map<String, Object> person = Map.of("phone", Demo.TEACHER, "password", Demo.PASSWORD);
        Map<String, Object> captcha = browser.captcha();

        sending(with(with(captcha, "captcha", "0000"), person))
                .post("/api/auth/login")
                .then()
                .statusCode(400)
                .body("error_type", equalTo("captcha_incorrect"));
        sending(with(captcha, person))
                .post("/api/auth/login")
                .then()
                .statusCode(400)
                .body("error_type", equalTo("captcha_not_found"));
        sending(with(person, "captcha", "K7WM", "captcha_id", "000001-AAAAAAAAAAAAAAAAAAAAAA"))
                .post("/api/auth/login")
                .then()
                .statusCode(400)
                .body("error_type", equalTo("captcha_expired"));
    }

    @Test
    void drawsThirtyCaptchasForABrowserAndThenAsksItToWait() {
        String session = given().get("/api/auth/captcha/generate").getCookie("captcha_session");
        for (int i = 1; i < 30; i++) {
            given().cookie("captcha_session", session)
                    .get("/api/auth/captcha/generate")
                    .then()
                    .statusCode(200);
        }

        given().cookie("captcha_session", session)
                .get("/api/auth/captcha/generate")
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.lessThanOrEqualTo(900));
        given().get("/api/auth/captcha/generate").then().statusCode(200);
    }

    @Test
    void tellsTheModeAndTheListedOrganizations() {
        given().get("/api/auth/mode").then().statusCode(200).body("mode", equalTo("standard"));
        given().get("/api/auth/organizations").then().statusCode(200).body("code", hasItem("DEMO-SCHOOL"));
    }

    @Test
    void namesEveryWrongFieldInTheCallersLanguage() {
        Map<String, Object> wrong = Map.of("phone", "12345", "password", "short", "name", "王5", "captcha", "K7WM");

        sending(wrong)
                .post("/api/auth/register")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        allOf(hasItem("phone"), hasItem("password"), hasItem("name"), hasItem("captcha_id")))
                .body("detail", containsString("a phone number has 11 digits"));
        given("zh")
                .contentType(ContentType.JSON)
                .body(new JsonObject(wrong).encode())
                .post("/api/auth/register")
                .then()
                .statusCode(422)
                .body("errors.message", hasItem(containsString("姓名")))
                .body("detail", not(containsString("a phone number")));
    }

    @Test
    void repeatsNoPasswordInItsAnswers() {
        sending(Map.of("phone", 5, "password", "hunter2hunter2", "captcha", "x", "captcha_id", "y"))
                .post("/api/auth/login")
                .then()
                .statusCode(422)
                .body(not(containsString("hunter2")));
    }

    private static String withoutRequest(Response response) {
        response.then().statusCode(401).body("errors", nullValue());
        return response.asString().replaceAll("\"request_id\":\"[^\"]+\"", "");
    }

    private static Map<String, Object> with(Map<String, ?> body, Map<String, ?> more) {
        Map<String, Object> all = Browser.with(body);
        all.putAll(more);
        return all;
    }

    private static Map<String, Object> with(Map<String, ?> body, Object... members) {
        return Browser.with(body, members);
    }
}
