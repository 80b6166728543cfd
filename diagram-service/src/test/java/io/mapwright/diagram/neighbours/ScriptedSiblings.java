package io.mapwright.diagram.neighbours;

import io.mapwright.testkit.OwnServer;
import io.mapwright.testkit.TestTokens;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * llm-gateway, auth-service and the switch of the database behind one port. The service under test runs behind another
 * class loader, so a test steers them by what it sends and looks at them over HTTP ({@link Siblings}).
 */
final class ScriptedSiblings {

    private final Vertx vertx;
    private final OwnServer postgres;
    private final ScriptedGateway gateway = new ScriptedGateway();
    private final Promised auth = new Promised("auth");
    private final AtomicInteger exchanges = new AtomicInteger();

    private ScriptedSiblings(Vertx vertx, OwnServer postgres) {
        this.vertx = vertx;
        this.postgres = postgres;
    }

    static int start(Vertx vertx, OwnServer postgres) {
        var siblings = new ScriptedSiblings(vertx, postgres);
        return vertx.createHttpServer()
                .requestHandler(siblings::route)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void route(HttpServerRequest request) {
        switch (request.path()) {
            case "/v1/chat/completions" -> request.bodyHandler(body -> gateway.answer(request, body));
            case "/internal/tokens/api-key" -> request.bodyHandler(body -> exchange(request, body));
            case "/test/calls" -> request.response().end(gateway.calls().encode());
            case "/test/exchanges" -> request.response().end(Integer.toString(exchanges.get()));
            case "/test/database/kill" -> blocking(request, postgres::kill);
            case "/test/database/start" -> blocking(request, postgres::start);
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void blocking(HttpServerRequest request, Runnable work) {
        vertx.executeBlocking(() -> {
                    work.run();
                    return true;
                })
                .onComplete(done -> request.response()
                        .setStatusCode(done.succeeded() ? 200 : 500)
                        .end());
    }

    /** The key says what to answer. */
    private void exchange(HttpServerRequest request, Buffer body) {
        if (auth.refuses(request, body)) {
            return;
        }
        exchanges.incrementAndGet();
        var response = request.response().putHeader("content-type", "application/json");
        switch (new JsonObject(body).getString("api_key")) {
            case "mg_expired" -> response.setStatusCode(401).end("{}");
            case "mg_malformed" -> response.setStatusCode(422).end("{}");
            case "mg_locked" -> response.setStatusCode(403).end("{}");
            case "mg_spent" ->
                response.setStatusCode(429).putHeader("Retry-After", "30").end("{}");
            case "mg_down" -> response.setStatusCode(503).end("{}");
            default -> {
                var token = TestTokens.apiKey("7").token();
                var json = new JsonObject(Map.of("access_token", token, "expires_in", 900)).encode();
                auth.checkAnswer(request, 200, json);
                response.end(json);
            }
        }
    }
}
