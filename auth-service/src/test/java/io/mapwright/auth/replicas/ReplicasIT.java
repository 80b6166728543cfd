package io.mapwright.auth.replicas;

import io.mapwright.auth.Browser;
import io.mapwright.testkit.EmbeddedServers;
import io.mapwright.testkit.Replica;
import io.mapwright.testkit.Servers;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static io.mapwright.auth.replicas.Visitor.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Two processes, one service: nothing that a person needs is in either of them. */
class ReplicasIT {

    private static final Servers SERVERS = EmbeddedServers.lease();

    private static Replica one;
    private static Replica other;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        Map<String, String> environment =
                Surroundings.of(SERVERS.freshDatabase("auth_replicas"), SERVERS.redisUri(), SERVERS.kafkaBootstrap());
        one = new Replica(environment);
        other = new Replica(environment);
        visitor = new Visitor(SERVERS.redisUri());
        await().atMost(Duration.ofSeconds(90)).until(() -> one.isReady() && other.isReady());
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void judgeEachOthersCaptchasOnce() {
        Map<String, Object> captcha = visitor.captcha(one);

        Visitor.send(other, "/internal/captcha/consume", captcha).then().body("outcome", equalTo("accepted"));
        Visitor.send(one, "/internal/captcha/consume", captcha).then().body("outcome", equalTo("not_found"));
    }

    @Test
    void believeEachOthersTokensAndCarryOnEachOthersSessions() {
        Response login = visitor.login(one, visitor.captcha(other));
        String token = login.then().statusCode(200).extract().path("access_token");

        at(other)
                .header("Authorization", "Bearer " + token)
                .get("/api/auth/me")
                .then()
                .statusCode(200);
        at(other)
                .cookie("refresh_token", login.getCookie("refresh_token"))
                .post("/api/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void countFailuresTogether() {
        String phone = "13877777777";
        for (int i = 0; i < 10; i++) {
            Replica replica = i % 2 == 0 ? one : other;
            fail(replica, phone).then().statusCode(401);
        }

        fail(one, phone).then().statusCode(423);
        fail(other, phone).then().statusCode(423);
    }

    @Test
    void publishTheSameKeys() {
        assertThat(at(one).get("/.well-known/jwks.json").asString())
                .isEqualTo(at(other).get("/.well-known/jwks.json").asString());
    }

    private static Response fail(Replica replica, String phone) {
        return Visitor.send(
                replica,
                "/api/auth/login",
                Browser.with(visitor.captcha(replica), "phone", phone, "password", "wrong"));
    }
}
