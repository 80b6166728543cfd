package io.mapwright.deploy.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.ledger.Entry;
import io.mapwright.deploy.simulator.ledger.Outcome;
import io.mapwright.deploy.simulator.limit.Account;
import io.mapwright.deploy.simulator.limit.Admission;
import io.mapwright.deploy.simulator.limit.Demand;
import io.mapwright.deploy.simulator.provider.ChatRequest;
import io.mapwright.deploy.simulator.provider.Dialect;
import io.mapwright.deploy.simulator.provider.ErrorForm;
import io.mapwright.deploy.simulator.provider.Json;
import io.mapwright.deploy.simulator.provider.Provider;
import io.mapwright.deploy.simulator.provider.Provider.Counting;
import io.mapwright.deploy.simulator.provider.Reply;
import io.mapwright.deploy.simulator.provider.WireError;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Chat requests and the list of models of one API. */
final class ChatEndpoint {

    private static final long LONGEST_WAIT_MS = 600_000;

    private final Vertx vertx;
    private final Backstage backstage;
    private final Dialect dialect;
    private final Provider provider;
    private final Composer composer;
    private final WaitingRoom waiting;
    private final Map<String, Delivery> running = new HashMap<>();

    ChatEndpoint(Vertx vertx, Backstage backstage, Dialect dialect, Composer composer) {
        this.vertx = vertx;
        this.backstage = backstage;
        this.dialect = dialect;
        this.provider = dialect.provider();
        this.composer = composer;
        this.waiting = new WaitingRoom(vertx, backstage);
    }

    void models(RoutingContext http) {
        String requestId = dialect.newRequestId(backstage.random());
        if (key(http).isEmpty()) {
            Exchange.send(http, dialect.badKey(requestId), dialect.headers(requestId));
            return;
        }
        ObjectNode body = Json.mapper().createObjectNode().put("object", "list");
        ArrayNode data = body.putArray("data");
        for (String model : provider.listedModels()) {
            data.addObject()
                    .put("id", model)
                    .put("object", "model")
                    .put("created", 1735120033)
                    .put("owned_by", provider.key());
        }
        http.response().putHeader("content-type", "application/json").end(body.toString());
    }

    /** Ends a running answer early, as if it had been said. */
    void stop(RoutingContext http) {
        if (key(http).isEmpty()) {
            Exchange.send(http, dialect.badKey(""), Map.of());
            return;
        }
        Delivery delivery = running.get(http.pathParam("task"));
        if (delivery != null) {
            delivery.stop();
        }
        http.response().putHeader("content-type", "application/json").end("{\"result\":\"success\"}");
    }

    void chat(RoutingContext http) {
        String requestId = dialect.newRequestId(backstage.random());
        JsonNode body = Exchange.json(http);
        ChatRequest request = dialect.read(body, name -> Exchange.header(http, name));
        Optional<String> key = key(http);
        Account account = backstage.account(provider, key.orElse(""));
        String model = provider.knows(request.model()) ? request.model() : "unknown";
        Entry entry = backstage.ledger().arrived(provider.key(), account.name(), model);
        int promptTokens = request.promptTokens();
        entry.describe(Exchange.header(http, "x-request-id"), request.stream(), promptTokens);
        Fate fate = backstage.faults().fateOf(provider.key(), account.name(), request.model());
        Visit visit = new Visit(backstage, http.response(), entry, fate, provider.counting());
        Optional<WireError> refusal =
                objection(key, body, request, requestId).or(() -> atTheDoor(fate, request, requestId));
        if (refusal.isPresent()) {
            fail(http, visit, refusal.get(), requestId);
        } else {
            admit(http, visit, account, new Turn(request, promptTokens, requestId));
        }
    }

    private Optional<WireError> objection(Optional<String> key, JsonNode body, ChatRequest request, String requestId) {
        if (key.isEmpty()) {
            return Optional.of(dialect.badKey(requestId));
        }
        return body.isObject() ? dialect.objection(request, requestId) : Optional.of(dialect.malformed(requestId));
    }

    /** What never reaches the model and therefore counts against no limit: proxies' pages, refusals on command. */
    private Optional<WireError> atTheDoor(Fate fate, ChatRequest request, String requestId) {
        if (fate.has(FaultKind.HTML)) {
            return fate.get(FaultKind.HTML).map(Exchange::proxyPage);
        }
        if (fate.has(FaultKind.EMPTY_429)) {
            return Optional.of(new WireError(429, FaultKind.EMPTY_429.key(), "", ""));
        }
        return fate.get(FaultKind.ERROR)
                .map(fault -> dialect.coded(fault.code(), fault.text(), request, requestId))
                .filter(error -> error.status() < 500);
    }

    private void admit(RoutingContext http, Visit visit, Account account, Turn turn) {
        ChatRequest request = turn.request();
        long charged = provider.counting() == Counting.USED
                ? turn.promptTokens()
                : (long) turn.promptTokens() + request.maxTokens();
        waiting.enter(account, request.model(), new Demand(charged), patience(http), visit, admission -> {
            switch (admission) {
                case Admission.Refused(var why) -> {
                    WireError error = dialect.refused(why, request, turn.requestId());
                    visit.end(Outcome.REJECTED, error.status(), why.dimension().key());
                    refuse(http, visit, error, turn.requestId());
                }
                case Admission.Admitted(var lease) -> {
                    String id = dialect.newId(turn.requestId(), backstage.random());
                    visit.admitted(lease, charged, turn.promptTokens(), id);
                    dialect.headers(account.standing(request.model(), backstage.nanos()))
                            .forEach(http.response()::putHeader);
                    answer(http, visit, turn, id);
                }
            }
        });
    }

    private void answer(RoutingContext http, Visit visit, Turn turn, String id) {
        Fate fate = visit.fate();
        if (fate.has(FaultKind.RESET_BEFORE_HEADERS)) {
            visit.end(Outcome.BROKEN, 0, FaultKind.RESET_BEFORE_HEADERS.key());
            Exchange.reset(http.response());
        } else if (fate.has(FaultKind.ERROR)) {
            Fault fault = fate.get(FaultKind.ERROR).orElseThrow();
            WireError error = dialect.coded(fault.code(), fault.text(), turn.request(), turn.requestId());
            fail(http, visit, error, turn.requestId());
        } else {
            int chunkTokens = backstage.settings(provider).chunkTokens();
            long created = backstage.wall().millis() / 1000;
            Reply reply = composer.compose(id, created, turn.request(), turn.promptTokens(), chunkTokens, fate);
            Delivery delivery = new Delivery(vertx, backstage, visit, dialect, reply, turn.requestId());
            running.put(id, delivery);
            visit.whenOver(() -> running.remove(id));
            delivery.start();
        }
    }

    private void fail(RoutingContext http, Visit visit, WireError error, String requestId) {
        visit.end(Outcome.FAILED, error.status(), error.code());
        refuse(http, visit, error, requestId);
    }

    private void refuse(RoutingContext http, Visit visit, WireError error, String requestId) {
        WireError formed = visit.fate()
                .get(FaultKind.ENVELOPE)
                .map(fault -> ErrorForm.of(fault.code()).of(error, requestId))
                .orElse(error);
        Exchange.send(http, formed, dialect.headers(requestId));
    }

    private Optional<String> key(RoutingContext http) {
        return dialect.key(Exchange.header(http, "authorization"))
                .filter(key -> !backstage.settings(provider).refusedKeys().contains(key));
    }

    /** How long the caller lets Ark queue its call, in milliseconds. */
    private long patience(RoutingContext http) {
        String header = Exchange.header(http, "x-ark-max-wait-timeout-ms");
        boolean queues = provider == Provider.ARK && header.matches("\\d{1,9}");
        return queues ? Math.min(Long.parseLong(header), LONGEST_WAIT_MS) : 0;
    }

    private record Turn(ChatRequest request, int promptTokens, String requestId) {}
}
