package io.mapwright.deploy.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan;
import io.mapwright.deploy.simulator.ledger.Call;
import io.mapwright.deploy.simulator.ledger.Session;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code /sim/*}: what was seen, and what shall happen. */
final class ControlEndpoint {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final int CALLS_AT_ONCE = 1_000;

    private final Backstage backstage;

    ControlEndpoint(Backstage backstage) {
        this.backstage = backstage;
    }

    void mount(Router router) {
        router.get("/sim/health").handler(http -> http.json(Map.of("status", "UP")));
        router.get("/sim/stats")
                .handler(http -> answer(http, 200, PLAIN, backstage.ledger().statistics()));
        router.delete("/sim/stats").handler(http -> {
            backstage.ledger().reset();
            http.response().setStatusCode(204).end();
        });
        router.get("/sim/calls").handler(guarded(this::calls));
        router.get("/sim/sessions").handler(guarded(this::sessions));
        router.get("/sim/limits").handler(this::limits);
        router.put("/sim/limits").handler(guarded(http -> {
            backstage.change(http.body().asString("UTF-8"));
            limits(http);
        }));
        router.get("/sim/faults").handler(http -> answer(http, 200, JSON, standing()));
        router.post("/sim/faults").handler(guarded(this::addFault));
        router.delete("/sim/faults").handler(http -> {
            backstage.faults().clear();
            http.response().setStatusCode(204).end();
        });
        router.delete("/sim/faults/:id").handler(guarded(http -> {
            boolean found = backstage.faults().remove(Integer.parseInt(http.pathParam("id")));
            http.response().setStatusCode(found ? 204 : 404).end();
        }));
        router.get("/sim/errors/:provider").handler(guarded(this::errors));
    }

    private void calls(RoutingContext http) {
        long since = Long.parseLong(http.request().getParam("since", "0"));
        int limit = Math.clamp(Integer.parseInt(http.request().getParam("limit", "1000")), 1, CALLS_AT_ONCE);
        List<Call> calls = backstage.ledger().since(since, limit);
        ObjectNode body = PLAIN.createObjectNode();
        body.set("calls", PLAIN.valueToTree(calls));
        body.put("next", calls.isEmpty() ? since : calls.getLast().seq());
        answer(http, 200, PLAIN, body);
    }

    private void sessions(RoutingContext http) {
        long since = Long.parseLong(http.request().getParam("since", "0"));
        List<Session> sessions = backstage.ledger().sessions().since(since, CALLS_AT_ONCE);
        answer(http, 200, PLAIN, Map.of("sessions", sessions));
    }

    private void limits(RoutingContext http) {
        http.response().putHeader("content-type", "application/json").end(backstage.settingsJson());
    }

    private void errors(RoutingContext http) {
        answer(http, 200, PLAIN, backstage.catalogue(http.pathParam("provider")).rows());
    }

    private void addFault(RoutingContext http) {
        try {
            JsonNode body = PLAIN.readTree(http.body().asString("UTF-8"));
            if (!(body instanceof ObjectNode fields)) {
                throw new IllegalArgumentException("a fault is a JSON object with at least its kind");
            }
            FaultKind kind = FaultKind.of(fields.path("kind").asText());
            fields.put("kind", kind.name());
            if (!fields.has("probability")) {
                fields.put("probability", 1);
            }
            int id = backstage.add(JSON.treeToValue(fields, Fault.class));
            answer(http, 201, PLAIN, Map.of("id", id));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private List<JsonNode> standing() {
        return backstage.faults().standing().stream()
                .map(ControlEndpoint::describe)
                .toList();
    }

    private static JsonNode describe(FaultPlan.Standing standing) {
        ObjectNode node = JSON.valueToTree(standing.fault());
        node.put("kind", standing.fault().kind().key());
        node.put("id", standing.id());
        return node.put("struck", standing.struck());
    }

    /** Answers a mistake of the caller with 400 and what was wrong. */
    private static Handler<RoutingContext> guarded(Consumer<RoutingContext> handler) {
        return http -> {
            try {
                handler.accept(http);
            } catch (IllegalArgumentException e) {
                String text = e.getMessage() == null ? "not understood" : e.getMessage();
                answer(http, 400, PLAIN, Map.of("status", 400, "title", "Bad Request", "detail", text));
            }
        };
    }

    private static void answer(RoutingContext http, int status, ObjectMapper mapper, Object body) {
        try {
            http.response()
                    .setStatusCode(status)
                    .putHeader("content-type", status == 400 ? "application/problem+json" : "application/json")
                    .end(mapper.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            http.fail(e);
        }
    }
}
