package io.mapwright.auth.people.rest;

import io.mapwright.auth.Browser;
import io.mapwright.auth.Demo;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.mapwright.auth.Browser.as;
import static io.mapwright.auth.Browser.newPhone;
import static io.mapwright.auth.Browser.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class AdministrationTest {

    private static final String ADMIN = "/api/auth/admin/";

    private final String phone = newPhone();

    @Inject
    Browser browser;

    private String admin;
    private int organization;
    private String invitation;

    @BeforeEach
    void founded() {
        admin = browser.admin();
        var school = as(
                        admin,
                        Map.of("code", "S-" + UUID.randomUUID().toString().substring(0, 8), "name", "A school"))
                .post(ADMIN + "organizations")
                .then()
                .statusCode(201)
                .body("user_count", equalTo(0))
                .extract();
        organization = school.path("id");
        invitation = school.path("invitation_code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"organizations", "users", "api_keys", "audit_records", "stats", "token-stats", "stats/trends"})
    void isNotForEverybody(String path) {
        Browser.given().get(ADMIN + path).then().statusCode(401);
        as(browser.tokenOf(Demo.TEACHER, Demo.PASSWORD))
                .get(ADMIN + path)
                .then()
                .statusCode(403);
        as(admin).get(ADMIN + path).then().statusCode(200);
    }

    @Test
    void shutsTheMembersOfALockedOrganizationOutAndLetsThemInAgain() {
        String refreshToken = browser.register(phone, invitation).getCookie("refresh_token");
        editOrganization(Map.of("locked", true)).statusCode(200);

        browser.login(phone, Demo.PASSWORD).then().statusCode(403).body("error_type", equalTo("organization_locked"));
        browser.register(newPhone(), invitation).then().statusCode(403);
        Browser.given()
                .cookie("refresh_token", refreshToken)
                .post("/api/auth/refresh")
                .then()
                .statusCode(403);

        editOrganization(Map.of("locked", false, "expires_at", "2020-01-01T00:00:00Z"))
                .statusCode(200);
        browser.login(phone, Demo.PASSWORD).then().statusCode(403).body("error_type", equalTo("organization_expired"));

        editOrganization(nothingBut("expires_at")).statusCode(200).body("expires_at", nullValue());
        Browser.given()
                .cookie("refresh_token", refreshToken)
                .post("/api/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void removesAnOrganizationOnceNobodyBelongsToIt() {
        int person = browser.register(phone, invitation)
                .then()
                .statusCode(200)
                .extract()
                .path("user.id");

        as(admin)
                .delete(ADMIN + "organizations/" + organization)
                .then()
                .statusCode(409)
                .body("user_count", equalTo(1));

        as(admin).delete(ADMIN + "users/" + person).then().statusCode(200);
        as(admin).delete(ADMIN + "organizations/" + organization).then().statusCode(200);
        as(admin).delete(ADMIN + "organizations/" + organization).then().statusCode(404);
    }

    @Test
    void hasOneOrganizationPerCode() {
        String code = as(admin)
                .get(ADMIN + "organizations")
                .then()
                .extract()
                .path("find { it.id == " + organization + " }.code");

        as(admin, Map.of("code", code, "name", "Another"))
                .post(ADMIN + "organizations")
                .then()
                .statusCode(409);
    }

    @Test
    void saysWhatIsWrongWithAnOrganization() {
        as(admin, Map.of("code", "?", "name", " ", "invitation_code", "abc"))
                .post(ADMIN + "organizations")
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("code", "name", "invitation_code"));
        editOrganization(nothingBut("name")).statusCode(422).body("errors.field", hasItem("name"));
        editOrganization(Map.of("invitation_code", "abc"))
                .statusCode(422)
                .body("errors.field", hasItem("invitation_code"));
    }

    @Test
    void findsPeoplePageByPage() {
        browser.register(phone, invitation).then().statusCode(200);
        browser.register(newPhone(), invitation).then().statusCode(200);

        as(admin)
                .get(ADMIN + "users?page_size=1&page=2&organization_id=" + organization)
                .then()
                .statusCode(200)
                .body("users", hasSize(1))
                .body("pagination.total", equalTo(2))
                .body("pagination.total_pages", equalTo(2));
        as(admin)
                .get(ADMIN + "users?search=" + phone.substring(0, 9) + "&organization_id=" + organization)
                .then()
                .body("users.phone", equalTo(List.of(phone.substring(0, 3) + "****" + phone.substring(7))));
        as(admin).get(ADMIN + "users?search=%25").then().body("users", hasSize(0));
        as(admin).get(ADMIN + "users?page=0").then().statusCode(422);
    }

    @Test
    void givesAnotherPasswordAndEndsTheOldSessions() {
        var registered = browser.register(phone, invitation);
        int person = registered.path("user.id");

        String password = as(admin)
                .put(ADMIN + "users/" + person + "/reset-password")
                .then()
                .statusCode(200)
                .extract()
                .path("password");

        browser.login(phone, Demo.PASSWORD).then().statusCode(401);
        browser.login(phone, password).then().statusCode(200);
        Browser.given()
                .cookie("refresh_token", registered.getCookie("refresh_token"))
                .post("/api/auth/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void unlocksWhoeverFailedTooOften() {
        int person = browser.register(phone, invitation).path("user.id");
        for (int i = 0; i < 10; i++) {
            browser.login(phone, "wrong password");
        }
        browser.login(phone, Demo.PASSWORD).then().statusCode(423);

        as(admin).put(ADMIN + "users/" + person + "/unlock").then().statusCode(200);

        browser.login(phone, Demo.PASSWORD).then().statusCode(200);
    }

    @Test
    void letsNobodyRemoveThemselvesOrTheirRights() {
        int self = as(admin).get("/api/auth/me").path("id");

        as(admin).delete(ADMIN + "users/" + self).then().statusCode(400);
        as(admin, Map.of("role", "user")).put(ADMIN + "users/" + self).then().statusCode(400);
    }

    @Test
    void recordsWhoChangedWhat() {
        editOrganization(Map.of("name", "Renamed")).statusCode(200);

        as(admin)
                .get(ADMIN + "audit_records?count=200")
                .then()
                .body(
                        "findAll { it.subject == 'organization:" + organization + "' }.action",
                        equalTo(List.of("organization.update", "organization.create")));
    }

    @Nested
    class InTheHandsOfAManagerOfOneSchool {

        private String manager;
        private int person;

        @BeforeEach
        void promoted() {
            int id = browser.register(phone, invitation).path("user.id");
            as(admin, Map.of("role", "manager"))
                    .put(ADMIN + "users/" + id)
                    .then()
                    .statusCode(200);
            manager = browser.tokenOf(phone, Demo.PASSWORD);
            person = browser.register(newPhone(), invitation).path("user.id");
        }

        @Test
        void showsTheirOwnOrganizationOnly() {
            as(manager).get(ADMIN + "organizations").then().body("id", equalTo(List.of(organization)));
            as(manager)
                    .get(ADMIN + "users?page_size=100")
                    .then()
                    .body("users.organization_id", everyItem(equalTo(organization)))
                    .body("pagination.total", equalTo(2));
            as(manager).get(ADMIN + "api_keys").then().body("", hasSize(0));
            as(manager).get(ADMIN + "stats").then().body("total_users", equalTo(2));
            as(manager).get(ADMIN + "audit_records").then().body("organization_id", everyItem(equalTo(organization)));
        }

        @Test
        void changesPlainUsersButNotWhatTheyMayDo() {
            as(manager, Map.of("name", "李雷"))
                    .put(ADMIN + "users/" + person)
                    .then()
                    .statusCode(200);
            as(manager, Map.of("role", "admin"))
                    .put(ADMIN + "users/" + person)
                    .then()
                    .statusCode(403);
            as(manager, nothingBut("organization_id"))
                    .put(ADMIN + "users/" + person)
                    .then()
                    .statusCode(403);
            as(manager, Map.of("name", "李雷")).put(ADMIN + "users/1").then().statusCode(404);
            as(manager, Map.of("code", "MINE", "name", "Mine"))
                    .post(ADMIN + "organizations")
                    .then()
                    .statusCode(403);
        }

        @Test
        void makesKeysOfTheirOwnOrganizationWhateverTheyAskFor() {
            int key = as(manager, Map.of("name", "partner", "organization_id", 1))
                    .post(ADMIN + "api_keys")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            as(manager).get(ADMIN + "api_keys").then().body("organization_id", equalTo(List.of(organization)));
            as(manager).delete(ADMIN + "api_keys/" + key).then().statusCode(200);
        }
    }

    @Test
    void limitsAnApiKeyToItsQuotaAndSwitchesIt() {
        var made = as(admin, Map.of("name", "partner", "quota_limit", 2, "organization_id", organization))
                .post(ADMIN + "api_keys")
                .then()
                .statusCode(201)
                .extract();
        String key = made.path("key");
        String path = ADMIN + "api_keys/" + made.path("id");

        exchange(key, 200);
        exchange(key, 200);
        exchange(key, 429);
        as(admin, nothingBut("quota_limit")).put(path).then().statusCode(200).body("usage_count", equalTo(2));
        exchange(key, 200);
        as(admin).put(path + "/toggle").then().body("is_active", equalTo(false));
        exchange(key, 401);
        as(admin, Map.of("is_active", true, "expires_at", "2020-01-01T00:00:00Z"))
                .put(path)
                .then()
                .statusCode(200);
        exchange(key, 401);
        assertThat(as(admin).get(ADMIN + "api_keys").asString()).doesNotContain(key);
    }

    @Test
    void countsPeopleAndShowsTrends() {
        browser.register(phone, invitation).then().statusCode(200);

        as(admin)
                .get(ADMIN + "stats")
                .then()
                .body("total_users", greaterThanOrEqualTo(3))
                .body("recent_registrations", greaterThanOrEqualTo(1));
        for (String metric : List.of("users", "organizations", "registrations")) {
            as(admin)
                    .get(ADMIN + "stats/trends?days=7&metric=" + metric)
                    .then()
                    .body("data", hasSize(7))
                    .body("data[6].value", greaterThanOrEqualTo(1));
        }
        as(admin).get(ADMIN + "stats/trends?metric=moods").then().statusCode(422);
        as(admin).get(ADMIN + "stats/trends?days=91").then().statusCode(422).body("errors.field", not(hasSize(0)));
    }

    private ValidatableResponse editOrganization(Map<String, ?> edit) {
        return as(admin, edit).put(ADMIN + "organizations/" + organization).then();
    }

    private static void exchange(String key, int status) {
        sending(Map.of("api_key", key)).post("/internal/tokens/api-key").then().statusCode(status);
    }

    private static Map<String, Object> nothingBut(String empty) {
        Map<String, Object> body = new HashMap<>();
        body.put(empty, null);
        return body;
    }
}
