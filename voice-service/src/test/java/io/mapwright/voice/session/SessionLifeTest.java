package io.mapwright.voice.session;

import io.mapwright.testkit.TestTokens;
import io.mapwright.voice.VoiceClient;
import io.mapwright.voice.VoiceNeighbours;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static io.mapwright.voice.VoiceNeighbours.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Who is let into a session, who keeps it, and how it ends. */
@QuarkusTest
class SessionLifeTest extends AbstractSocketTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"forged", "expired", "for somebody else", "none", "nonsense"})
    void turnsAwayWhoHasNoGoodToken(String token) {
        Map<String, String> headers =
                switch (token) {
                    case "forged" -> bearer(TestTokens.forged());
                    case "expired" -> bearer(TestTokens.expired());
                    case "for somebody else" -> bearer(TestTokens.forWrongAudience());
                    case "nonsense" -> bearer("nonsense");
                    default -> Map.of();
                };

        var client = VoiceClient.open(address(name), headers);

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(4001, "authentication failed"));
    }

    @Test
    void takesTheTokenFromTheHeaderTheQueryOrTheCookie() {
        String token = VoiceClient.token("7");
        for (var way : List.of(
                Map.entry(address(name), bearer(token)),
                Map.entry(address(name + "?token=" + token), Map.<String, String>of()),
                Map.entry(address(name), Map.of("Cookie", "theme=dark; access_token=" + token)))) {
            try (var client = VoiceClient.open(way.getKey(), way.getValue())) {
                client.started();
            }
            await().until(() -> live.count() == 0);
        }
    }

    @Test
    void turnsAwayWhoNamesNoSession() {
        assertThat(VoiceClient.of("7", address("x".repeat(129))).closing().code())
                .isEqualTo(4004);
    }

    @Test
    void keepsTheNewerOfAUsersSockets() {
        var older = client("7").started();

        var newer = client("7").started();

        assertThat(older.closing()).isEqualTo(new VoiceClient.Close(4003, "replaced by a newer connection"));
        newer.ask("still there?");
        newer.await("response_done");
    }

    @Test
    void keepsOthersOutOfASessionWithoutTouchingIt() {
        var holder = client("7").started();

        assertThat(client("8").closing()).isEqualTo(new VoiceClient.Close(4003, "session belongs to another user"));
        holder.ask("still there?");
        holder.await("response_done");
        RestAssured.given()
                .filter(CONTRACT.filter())
                .header("Authorization", "Bearer " + VoiceClient.token("8"))
                .post("/api/voice/cleanup/" + name)
                .then()
                .statusCode(200)
                .body("existed", equalTo(false));
        assertThat(holder.isOpen()).isTrue();
    }

    @Test
    void servesOnWithoutRedisAndAgreesAgainWhenItIsBack() {
        var before = client("7").started();
        VoiceNeighbours.redis().kill();

        before.ask("still there?");
        before.await("response_done");
        client("7").started().ask("and I?");
        assertThat(before.closing().code()).isEqualTo(4003);
        assertThat(client("8").closing().code()).isEqualTo(4003);
        RestAssured.given()
                .filter(CONTRACT.filter())
                .header("Authorization", "Bearer " + VoiceClient.token("9"))
                .post("/api/voice/cleanup/" + name)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("error_type", equalTo("service_error"));

        VoiceNeighbours.redis().start();

        await().untilAsserted(() -> RestAssured.given()
                .header("Authorization", "Bearer " + VoiceClient.token("7"))
                .post("/api/voice/cleanup/" + name)
                .then()
                .statusCode(200)
                .body("existed", equalTo(true)));
    }

    @Test
    void closesWhoHasBeenSilentForTooLong() {
        var client = client("7").started();

        TIME.advance(Duration.ofMinutes(5));

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(4010, "idle for too long"));
    }

    @Test
    void closesASessionThatLastedTooLong() {
        var client = client("7").started();
        for (int minute = 0; minute < 60; minute += 4) {
            client.say("{\"type\":\"cancel_response\"}");
            client.next("response_cancelled");
            TIME.advance(Duration.ofMinutes(4));
        }

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(4011, "session lasted too long"));
    }

    @Test
    void closesASessionWhoseTokenHasEnded() {
        var client = VoiceClient.open(
                address(name),
                bearer(TestTokens.user("7").expiresIn(Duration.ofMinutes(2)).token()));

        TIME.advance(Duration.ofMinutes(3));

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(4001, "token expired"));
    }

    @Test
    void saysGoodbye() {
        var client = client("7").started();

        client.say("{\"type\":\"stop\"}");

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(1000, "stopped"));
    }

    @Test
    void endsASessionWhosePageIsGone() {
        var client = client("7").started();

        RestAssured.given()
                .filter(CONTRACT.filter())
                .header("Authorization", "Bearer " + VoiceClient.token("7"))
                .post("/api/voice/cleanup/" + name)
                .then()
                .statusCode(200)
                .body("existed", equalTo(true));

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(1000, "cleaned up"));
        RestAssured.given()
                .filter(CONTRACT.filter())
                .post("/api/voice/cleanup/" + name)
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", "Bearer " + VoiceClient.token("7"))
                .post("/api/voice/cleanup/" + "x".repeat(129))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("diagram_session_id"));
    }

    @Test
    void sendsItsClientsToAnotherReplicaWhenItIsShutDown() {
        var client = client("7").started();

        sessions.closeAll(new ShutdownEvent());

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(1001, "shutting down"));
    }

    @Test
    void servesWhatItsContractPromises() {
        CONTRACT.assertServes(RestAssured.given()
                .port(managementPort)
                .get("/q/openapi?format=json")
                .asString());
    }
}
