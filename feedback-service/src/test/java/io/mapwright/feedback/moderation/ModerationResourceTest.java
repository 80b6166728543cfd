package io.mapwright.feedback.moderation;

import io.agroal.api.AgroalDataSource;
import io.mapwright.feedback.ScriptedAuth;
import io.mapwright.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.mapwright.feedback.Contract.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class ModerationResourceTest {

    @Inject
    AgroalDataSource database;

    @Test
    void isForAdministratorsOnly() {
        given().get("/api/feedback/admin").then().statusCode(401);
        as("user").get("/api/feedback/admin").then().statusCode(403);
        as("manager").get("/api/feedback/admin").then().statusCode(403);
        admin().get("/api/feedback/admin").then().statusCode(200);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        // given
        submit();
        String older = submit();
        String newest = submit();

        // then
        page("?page_size=2")
                .body("items.id", equalTo(List.of(newest, older)))
                .body("page", equalTo(1))
                .body("page_size", equalTo(2))
                .body("total", greaterThanOrEqualTo(3));
        page("?page_size=2&page=2").body("items.id", not(hasItem(newest)));
        page("?page=1000000").body("items", hasSize(0));
    }

    @Test
    void changesTheStatusAndSaysWhoDid() {
        // given
        String id = submit();

        // when
        change(id, "{\"status\":\"done\"}")
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("status_changed_by", equalTo("1"))
                .body("status_changed_at", notNullValue());

        // then
        page("?status=done").body("items.id", hasItem(id)).body("items.status", everyItem(equalTo("done")));
        page("?status=new").body("items.id", not(hasItem(id)));
    }

    @Test
    void renewsAMailThatWasGivenUp() throws SQLException {
        // given
        String id = submit();
        awaitMailState(id, "sent");
        giveUp(id);
        page("?mail_state=failed").body("items.id", hasItem(id));

        // when
        change(id, "{\"retry_mail\":true}").statusCode(200).body("mail_state", equalTo("pending"));

        // then
        awaitMailState(id, "sent");
    }

    @Test
    void renewsNoMailThatWillBeSentAnyway() {
        // given
        String id = submit();
        awaitMailState(id, "sent");

        // then
        change(id, "{\"retry_mail\":true,\"status\":\"done\"}")
                .statusCode(409)
                .body("error_type", equalTo("mail_not_failed"))
                .body("mail_state", equalTo("sent"));
        page("?status=done").body("items.id", not(hasItem(id)));
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        change(UUID.randomUUID().toString(), "{\"status\":\"read\"}").statusCode(404);
        change("no-id", "{\"status\":\"read\"}").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422",
                "{\"retry_mail\":false}|422",
                "{\"status\":\"lost\"}|422",
                "{\"status\":{}}|422",
                "{\"retry_mail\":\"often\"}|422",
                "{|400",
                "null|422"
            })
    void refusesAChangeOfNothing(String body, int status) {
        change(submit(), body).statusCode(status).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=lost", "?mail_state=lost", "?page=0", "?page_size=101", "?page_size=0"})
    void namesTheParameterThatIsWrong(String query) {
        String field = query.substring(1, query.indexOf('='));
        var wrong = admin().get("/api/feedback/admin" + query).then().statusCode(422);
        assertThat(wrong.extract().jsonPath().getList("errors.field", String.class))
                .containsExactly(field);
    }

    private void awaitMailState(String id, String state) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> page("?mail_state=" + state).body("items.id", hasItem(id)));
    }

    private void giveUp(String id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update feedback set mail_state = 'failed', mail_sent_at = null where id = ?::uuid")) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private static String submit() {
        return as("user")
                .contentType(ContentType.JSON)
                .body(Map.of("message", "m", "captcha_id", "c", "captcha", ScriptedAuth.RIGHT))
                .post("/api/feedback")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static ValidatableResponse page(String query) {
        return admin().get("/api/feedback/admin" + query).then().statusCode(200);
    }

    private static ValidatableResponse change(String id, String body) {
        return admin().contentType(ContentType.JSON)
                .body(body)
                .put("/api/feedback/admin/{id}", id)
                .then();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(TestTokens.user("1").groups("admin").token());
    }

    private static RequestSpecification as(String group) {
        return given().auth()
                .oauth2(TestTokens.user(UUID.randomUUID().toString())
                        .groups(group)
                        .token());
    }
}
