package io.mapwright.deploy.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What passes through a gateway whose service is well, and what it refuses by itself. */
class ApiGatewayTest {

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static GatewayFixture fixture;

    @BeforeAll
    static void startBoth() throws Exception {
        vertx = Vertx.vertx();
        HttpServer echo = vertx.createHttpServer()
                .requestHandler(ApiGatewayTest::echo)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        fixture = new GatewayFixture(folder, echo.actualPort());
    }

    @AfterAll
    static void stopBoth() {
        fixture.close();
        vertx.close();
    }

    /** Answers with what it saw. */
    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers()
                    .forEach(header ->
                            headers.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
            request.response()
                    .setStatusCode(201)
                    .putHeader("X-Seen", "yes")
                    .putHeader("Connection", "keep-alive, X-Hop")
                    .putHeader("X-Hop", "for the neighbour only")
                    .end(new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("body_length", body.length())
                            .encode());
        });
    }

    @Test
    void passesMethodPathQueryBodyStatusAndHeaders() throws Exception {
        HttpResponse<String> answer =
                fixture.send(fixture.to("/api/a%20b?q=%E5%9B%BE&r=1").PUT(HttpRequest.BodyPublishers.ofString("body")));

        JsonObject seen = new JsonObject(answer.body());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Seen")).contains("yes");
        assertThat(seen.getString("method")).isEqualTo("PUT");
        assertThat(seen.getString("uri")).isEqualTo("/api/a%20b?q=%E5%9B%BE&r=1");
        assertThat(seen.getInteger("body_length")).isEqualTo(4);
    }

    @Test
    void keepsHopByHopHeadersToTheHop() throws Exception {
        assertThat(fixture.get("/api/x").headers().firstValue("X-Hop")).isEmpty();
    }

    @Test
    void tellsTheServiceWhoTheClientIsWhateverTheClientClaims() throws Exception {
        HttpResponse<String> answer = fixture.send(fixture.to("/api/x")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("X-Real-IP", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6"));

        JsonObject headers = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("127.0.0.1:" + fixture.gateway.publicPort());
        assertThat(headers.getString("x-real-ip")).isNull();
        assertThat(headers.getString("forwarded")).isNull();
    }

    @Test
    void keepsAHarmlessRequestIdAndReplacesAnyOther() throws Exception {
        HttpResponse<String> harmless = fixture.send(fixture.to("/api/x").header("X-Request-Id", "abc-1"));
        HttpResponse<String> forged = fixture.send(fixture.to("/api/x").header("X-Request-Id", "a b\u00e4\" 200"));

        assertThat(seenId(harmless)).isEqualTo("abc-1");
        assertThat(harmless.headers().firstValue("x-request-id")).contains("abc-1");
        assertThat(seenId(forged)).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/internal/tokens/api-key", "/apis"})
    void answersNotFoundWithoutARoute(String path) throws Exception {
        HttpResponse<String> answer = fixture.send(fixture.to(path).header("X-Language", "en"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("error_type")).isEqualTo("not_found");
        assertThat(problem.getString("detail")).isEqualTo("There is nothing at this address");
        assertThat(problem.getString("instance")).isEqualTo(path);
        assertThat(answer.headers().firstValue("x-request-id")).contains(problem.getString("request_id"));
    }

    @Test
    void speaksChineseUnlessAskedOtherwise() throws Exception {
        assertThat(new JsonObject(fixture.get("/nothing").body()).getString("detail"))
                .isEqualTo("请求的资源不存在");
    }

    @Test
    void refusesAPathThatAServiceCouldReadDifferently() throws Exception {
        assertThat(fixture.get("/api/%2e%2e/internal").statusCode()).isEqualTo(400);
    }

    @Test
    void passesABodyOfExactlyTheLimit() throws Exception {
        String body = "x".repeat(GatewayFixture.BODY_LIMIT);

        assertThat(new JsonObject(fixture.post("/api/x", body).body()).getInteger("body_length"))
                .isEqualTo(GatewayFixture.BODY_LIMIT);
    }

    @Test
    void refusesAnAnnouncedBodyOverTheLimit() throws Exception {
        assertTooLarge(fixture.post("/api/x", "x".repeat(GatewayFixture.BODY_LIMIT + 1)));
    }

    @Test
    void refusesAChunkedBodyOverTheLimit() throws Exception {
        byte[] body = new byte[3 * GatewayFixture.BODY_LIMIT];

        assertTooLarge(fixture.send(fixture.to("/api/x")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))));
    }

    @Test
    void passesAChunkedBodyBelowTheLimit() throws Exception {
        byte[] body = new byte[GatewayFixture.BODY_LIMIT / 2];

        HttpResponse<String> answer = fixture.send(fixture.to("/api/x")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(new JsonObject(answer.body()).getInteger("body_length")).isEqualTo(body.length);
    }

    @Test
    void reachesTheServiceOnItsInsidePortOnEveryPath() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + fixture.gateway.insidePort("echo") + "/internal/x"))
                .header("X-Forwarded-For", "10.0.0.1")
                .build();

        JsonObject seen = new JsonObject(
                fixture.http.send(request, HttpResponse.BodyHandlers.ofString()).body());

        assertThat(seen.getString("uri")).isEqualTo("/internal/x");
        assertThat(seen.getJsonObject("headers").getString("x-forwarded-for")).isEqualTo("10.0.0.1");
    }

    @Test
    void logsOneLineWithoutTheQuery() throws Exception {
        fixture.log.clear();

        fixture.get("/api/logged?token=secret");

        assertThat(fixture.log)
                .singleElement()
                .asString()
                .contains("GET /api/logged 201")
                .doesNotContain("secret");
    }

    /** Requests of pages from elsewhere. */
    @Nested
    class AcrossOrigins {

        @Test
        void letsAConfiguredPageAskAndRead() throws Exception {
            HttpResponse<String> preflight = fixture.send(from(GatewayFixture.PAGE)
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization, content-type"));
            HttpResponse<String> answer = fixture.send(from(GatewayFixture.PAGE));

            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("authorization, content-type");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(GatewayFixture.PAGE);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .contains("true");
        }

        @Test
        void letsNoOtherPage() throws Exception {
            HttpResponse<String> preflight = fixture.send(from("http://evil.example")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Access-Control-Request-Method", "POST"));

            assertThat(preflight.statusCode()).isEqualTo(403);
            assertThat(fixture.send(from("http://evil.example")).headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }

        private HttpRequest.Builder from(String origin) {
            return fixture.to("/api/x").header("Origin", origin);
        }
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(new JsonObject(answer.body()).getString("error_type")).isEqualTo("body_too_large");
    }

    private static String seenId(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("headers").getString("x-request-id");
    }
}
