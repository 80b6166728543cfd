package io.mapwright.diagram.neighbours;

import io.mapwright.testkit.OwnServer;
import io.mapwright.testkit.OwnServers;
import io.mapwright.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;

import java.util.HashMap;
import java.util.Map;

/** What stands around the service in every test that starts it: a PostgreSQL to kill, and scripted siblings. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final OwnServer postgres = OwnServers.postgres("diagram");

    @Override
    public Map<String, String> start() {
        var database = postgres.database("diagram");
        int port = ScriptedSiblings.start(vertx, postgres);
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        settings.put("quarkus.datasource.username", database.username());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("mapwright.identity.key-set", TestTokens.keySet().toString());
        settings.put("mapwright.llm-gateway.url", "http://localhost:" + port);
        settings.put("mapwright.auth.url", "http://localhost:" + port);
        settings.put("diagram.stream.heartbeat", "300ms");
        settings.put("diagram.generation.waiting-after", "100ms");
        settings.put("diagram.generation.waiting-every", "100ms");
        settings.put("diagram.generation.deadline", "6s");
        return settings;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        postgres.close();
    }
}
