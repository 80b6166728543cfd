package io.mapwright.deploy.local.gateway;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What clients see while replicas die, stall or misbehave. */
class GatewayOutageTest {

    @TempDir
    Path folder;

    private final ScriptedService healthy = new ScriptedService(connection -> connection.answer("healthy"));

    @Test
    void asksTheNextReplicaWhenOneRefusesTheConnection() throws Exception {
        try (healthy;
                GatewayFixture fixture = new GatewayFixture(folder, GatewayFixture.deadPort(), healthy.port())) {
            for (int i = 0; i < 10; i++) {
                assertThat(fixture.post("/api/x", "body").body()).isEqualTo("healthy");
            }
        }
    }

    @Test
    void answersUnavailableWithRetryAfterWhenNobodyIsThere() throws Exception {
        try (GatewayFixture fixture =
                new GatewayFixture(folder, GatewayFixture.deadPort(), GatewayFixture.deadPort())) {
            assertUnavailable(fixture.get("/api/x"));
            assertUnavailable(fixture.post("/api/x", "body"));
        }
    }

    @Test
    void usesAReplicaThatCameBack() throws Exception {
        int port = GatewayFixture.deadPort();
        try (GatewayFixture fixture = new GatewayFixture(folder, port)) {
            assertUnavailable(fixture.get("/api/x"));
            io.vertx.core.Vertx vertx = io.vertx.core.Vertx.vertx();
            vertx.createHttpServer()
                    .requestHandler(request -> request.response().end("back"))
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            assertThat(fixture.get("/api/x").body()).isEqualTo("back");
            vertx.close();
        }
    }

    /** Ways in which a replica can go once it has read the request. */
    enum Death {
        CLOSED,
        HALF_CLOSED,
        RESET;

        void happen(ScriptedService.Connection connection) throws IOException, InterruptedException {
            switch (this) {
                case CLOSED -> connection.socket().close();
                case HALF_CLOSED -> {
                    connection.socket().shutdownOutput();
                    connection.awaitEnd();
                }
                case RESET -> {
                    connection.socket().setSoLinger(true, 0);
                    connection.socket().close();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverRepeatsAPostThatMayHaveBeenRead(Death death) throws Exception {
        ScriptedService dying = new ScriptedService(death::happen);
        try (dying;
                healthy;
                GatewayFixture fixture = new GatewayFixture(folder, dying.port(), healthy.port())) {
            assertUnavailable(fixture.post("/api/x", "body"));

            assertThat(dying.heads()).hasSize(1);
            assertThat(healthy.heads()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void repeatsAGetOnTheNextReplica(Death death) throws Exception {
        ScriptedService dying = new ScriptedService(death::happen);
        try (dying;
                healthy;
                GatewayFixture fixture = new GatewayFixture(folder, dying.port(), healthy.port())) {
            assertThat(fixture.get("/api/x").body()).isEqualTo("healthy");
        }
    }

    @Test
    void givesUpOnAGetWhenEveryReplicaDies() throws Exception {
        ScriptedService dying = new ScriptedService(Death.CLOSED::happen);
        try (dying;
                GatewayFixture fixture = new GatewayFixture(folder, dying.port())) {
            assertUnavailable(fixture.get("/api/x"));

            assertThat(dying.heads()).hasSize(2);
        }
    }

    @Test
    void breaksTheConnectionWhenAnAnswerCannotBeFinished() throws Exception {
        ScriptedService dying = new ScriptedService(connection -> {
            connection.send("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhalf \n");
            Death.CLOSED.happen(connection);
        });
        try (dying;
                GatewayFixture fixture = new GatewayFixture(folder, dying.port())) {
            assertThatThrownBy(() -> fixture.get("/api/x")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void answersTimeoutWhenTheRoutesLimitPasses() throws Exception {
        ScriptedService stalling = new ScriptedService(ScriptedService.Connection::awaitEnd);
        try (stalling;
                GatewayFixture fixture = new GatewayFixture(folder, stalling.port())) {
            HttpResponse<String> answer = fixture.get("/hurried");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(new JsonObject(answer.body()).getString("error_type")).isEqualTo("timeout");
        }
    }

    @Test
    void cancelsTheWorkOfAClientThatHasGone() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        ScriptedService working = new ScriptedService(connection -> {
            began.countDown();
            connection.awaitEnd();
            cancelled.countDown();
        });
        try (working;
                GatewayFixture fixture = new GatewayFixture(folder, working.port())) {
            CompletableFuture<?> call =
                    fixture.http.sendAsync(fixture.to("/api/x").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(began.await(5, TimeUnit.SECONDS)).isTrue();

            call.cancel(true);

            assertThat(cancelled.await(1, TimeUnit.SECONDS)).isTrue();
            await().untilAsserted(() ->
                    assertThat(fixture.log).singleElement().asString().contains(" gone "));
        }
    }

    @Test
    void letsRunningRequestsEndAndAdmitsNoneWhileStopping() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        ScriptedService slow = new ScriptedService(connection -> {
            began.countDown();
            release.await();
            connection.answer("done");
        });
        try (slow;
                GatewayFixture fixture = new GatewayFixture(folder, slow.port())) {
            CompletableFuture<HttpResponse<String>> running =
                    fixture.http.sendAsync(fixture.to("/api/x").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(began.await(5, TimeUnit.SECONDS)).isTrue();

            assertThat(fixture.gateway.drain(Duration.ZERO)).isFalse();
            assertUnavailable(fixture.get("/api/y"));
            release.countDown();

            assertThat(running.get(5, TimeUnit.SECONDS).body()).isEqualTo("done");
            assertThat(fixture.gateway.drain(Duration.ofSeconds(5))).isTrue();
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(new JsonObject(answer.body()).getString("error_type")).isEqualTo("service_error");
    }
}
