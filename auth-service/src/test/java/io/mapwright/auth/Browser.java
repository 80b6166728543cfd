package io.mapwright.auth;

import io.mapwright.testkit.OpenApiContract;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import static io.restassured.http.ContentType.JSON;

/** Uses the service as a person's browser does, and reads captchas as a person would. Answers are held to the contract. */
@ApplicationScoped
public class Browser {

    public static final OpenApiContract CONTRACT = OpenApiContract.of("auth");

    private final RedisDataSource redis;

    Browser(RedisDataSource redis) {
        this.redis = redis;
    }

    /** As {@link RestAssured#given()}, in English. */
    public static RequestSpecification given() {
        return given("en");
    }

    /** As {@link RestAssured#given()}, in this language. */
    public static RequestSpecification given(String language) {
        return RestAssured.given().filter(CONTRACT.filter()).header("X-Language", language);
    }

    /** With a JSON body. */
    public static RequestSpecification sending(Map<String, ?> body) {
        return given().contentType(JSON).body(new JsonObject(new HashMap<>(body)).encode());
    }

    /** With a token. */
    public static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** With a token and a JSON body. */
    public static RequestSpecification as(String token, Map<String, ?> body) {
        return sending(body).header("Authorization", "Bearer " + token);
    }

    /** A captcha and its answer. */
    public Map<String, Object> captcha() {
        String id = given().get("/api/auth/captcha/generate")
                .then()
                .statusCode(200)
                .extract()
                .path("captcha_id");
        return Map.of("captcha_id", id, "captcha", redis.value(String.class).get("auth:captcha:" + id));
    }

    public Response login(String phone, String password) {
        return sending(with(captcha(), "phone", phone, "password", password)).post("/api/auth/login");
    }

    /** The access token of somebody who can log in. */
    public String tokenOf(String phone, String password) {
        return login(phone, password).then().statusCode(200).extract().path("access_token");
    }

    public String admin() {
        return tokenOf(Demo.ADMIN, Demo.PASSWORD);
    }

    public Response register(String phone, String invitation) {
        return sending(with(
                        captcha(),
                        "phone",
                        phone,
                        "password",
                        Demo.PASSWORD,
                        "name",
                        "王芳",
                        "invitation_code",
                        invitation))
                .post("/api/auth/register");
    }

    /** A number that nobody has. */
    public static String newPhone() {
        return Long.toString(ThreadLocalRandom.current().nextLong(15_000_000_000L, 16_000_000_000L));
    }

    /** {@code body} and these members. */
    public static Map<String, Object> with(Map<String, ?> body, Object... members) {
        Map<String, Object> all = new HashMap<>(body);
        for (int i = 0; i < members.length; i += 2) {
            all.put((String) members[i], members[i + 1]);
        }
        return all;
    }
}
