package io.mapwright.auth.session.rest;

import io.agroal.api.AgroalDataSource;
import io.mapwright.auth.Browser;
import io.mapwright.auth.Demo;
import io.mapwright.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import static io.mapwright.auth.Browser.as;
import static io.mapwright.auth.Browser.given;
import static io.mapwright.auth.Browser.newPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class SessionResourceTest {

    private final String phone = newPhone();

    @Inject
    Browser browser;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void register() {
        browser.register(phone, Demo.INVITATION).then().statusCode(200);
    }

    @Test
    void givesTheNextPairForARefreshToken() {
        Response login = browser.login(phone, Demo.PASSWORD);

        Response refreshed = refresh(login.getCookie("refresh_token"))
                .statusCode(200)
                .extract()
                .response();

        assertThat(refreshed.getCookie("refresh_token")).isNotEqualTo(login.getCookie("refresh_token"));
        as(refreshed.path("access_token")).get("/api/auth/me").then().statusCode(200);
    }

    @Test
    void bearsTabsThatRefreshAtOnce() {
        String token = browser.login(phone, Demo.PASSWORD).getCookie("refresh_token");

        String first = refresh(token).statusCode(200).extract().cookie("refresh_token");
        String second = refresh(token).statusCode(200).extract().cookie("refresh_token");

        refresh(first).statusCode(200);
        refresh(second).statusCode(200);
    }

    @Test
    void endsTheWholeSessionWhenAnOldTokenTurnsUp() throws SQLException {
        String stolen = browser.login(phone, Demo.PASSWORD).getCookie("refresh_token");
        String current = refresh(stolen).statusCode(200).extract().cookie("refresh_token");
        change(
                "update refresh_token set replaced_at = replaced_at - interval '21 seconds' where replaced_at is not null");

        refresh(stolen).statusCode(401);

        refresh(current).statusCode(401);
    }

    @Test
    void doesNotKnowATokenThatItNeverGave() {
        refresh("made-up").statusCode(401);
        given().post("/api/auth/refresh").then().statusCode(401);
    }

    @Test
    void keepsNoTokenInTheDatabase() throws SQLException {
        String token = browser.login(phone, Demo.PASSWORD).getCookie("refresh_token");

        assertThat(count("select count(*) from refresh_token where fingerprint = '" + token + "'"))
                .isZero();
        assertThat(count("select count(*) from refresh_token where fingerprint = '"
                        + new io.mapwright.auth.session.RefreshToken(token).fingerprint() + "'"))
                .isOne();
    }

    @Test
    void endsASessionAtLogout() {
        Response login = browser.login(phone, Demo.PASSWORD);

        Response logout = as(login.path("access_token")).post("/api/auth/logout");

        logout.then().statusCode(200);
        assertThat(logout.getHeaders().getValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0"));
        refresh(login.getCookie("refresh_token")).statusCode(401);
    }

    @Test
    void holdsFiveDevicesAndEndsTheOldestWithTheSixth() {
        Response oldest = browser.login(phone, Demo.PASSWORD);
        for (int i = 0; i < 4; i++) {
            browser.login(phone, Demo.PASSWORD).then().statusCode(200);
        }
        refresh(oldest.getCookie("refresh_token")).statusCode(200);

        Response newest = browser.login(phone, Demo.PASSWORD);

        sessions(newest).body("", hasSize(5)).body("findAll { it.current }", hasSize(1));
        refresh(oldest.getCookie("refresh_token")).statusCode(401);
    }

    @Test
    void signsOneDeviceOutFromAnother() {
        Response lost = browser.login(phone, Demo.PASSWORD);
        Response mine = browser.login(phone, Demo.PASSWORD);
        List<String> others = sessions(mine).extract().path("findAll { !it.current }.id");

        others.forEach(id -> as(mine.path("access_token"))
                .delete("/api/auth/sessions/" + id)
                .then()
                .statusCode(200));

        sessions(mine).body("", hasSize(1));
        refresh(lost.getCookie("refresh_token")).statusCode(401);
    }

    @Test
    void showsNobodyTheSessionsOfOthers() {
        Response mine = browser.login(phone, Demo.PASSWORD);
        Response theirs = browser.login(Demo.TEACHER, Demo.PASSWORD);
        String id = sessions(theirs).extract().path("find { it.current }.id");

        as(mine.path("access_token")).delete("/api/auth/sessions/" + id).then().statusCode(404);
        as(mine.path("access_token"))
                .delete("/api/auth/sessions/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(mine.path("access_token")).delete("/api/auth/sessions/none").then().statusCode(404);
    }

    @Test
    void believesNoTokenButItsOwn() {
        for (String bad : List.of(
                "x.y.z",
                TestTokens.expired(),
                TestTokens.unsigned(),
                TestTokens.user("1").token())) {
            as(bad).get("/api/auth/me").then().statusCode(401).body("error_type", equalTo("access_denied"));
        }
        given().get("/api/auth/me").then().statusCode(401).body("detail", not(equalTo("")));
    }

    private static ValidatableResponse sessions(Response login) {
        return as(login.path("access_token")).get("/api/auth/sessions").then().statusCode(200);
    }

    private static ValidatableResponse refresh(String token) {
        return given().cookie("refresh_token", token).post("/api/auth/refresh").then();
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
