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
import io.mapwright.deploy.simulator.provider.Json;
import io.mapwright.deploy.simulator.provider.Provider.Counting;
import io.mapwright.deploy.simulator.provider.Reply;
import io.mapwright.deploy.simulator.provider.WireError;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

import java.io.IOException;
import java.util.Optional;

/** {@code POST …/chat/completions} and {@code GET …/models} of one provider. */
final class ChatEndpoint {

    private static final String HTML =
            "<html>\r\n<head><title>%1$d %2$s</title></head>\r\n<body>\r\n<center><h1>%1$d %2$s"
                    + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

    private final Vertx vertx;
    private final Backstage backstage;
    private final Dialect dialect;
    private final Composer composer;
    private final WaitingRoom waiting;

    ChatEndpoint(Vertx vertx, Backstage backstage, Dialect dialect, Composer composer) {
        this.vertx = vertx;
        this.backstage = backstage;
        this.dialect = dialect;
        this.composer = composer;
        this.waiting = new WaitingRoom(vertx, backstage);
    }

    void models(RoutingContext http) {
        String requestId = dialect.newRequestId(backstage.random());
        if (key(http).isEmpty()) {
            send(http, dialect.badKey(requestId), requestId);
            return;
        }
        ObjectNode body = Json.mapper().createObjectNode().put("object", "list");
        ArrayNode data = body.putArray("data");
        for (String model : dialect.provider().listedModels()) {
            data.addObject()
                    .put("id", model)
                    .put("object", "model")
                    .put("created", 1735120033)
                    .put("owned_by", dialect.provider().key());
        }
        http.response().putHeader("content-type", "application/json").end(body.toString());
    }

    void chat(RoutingContext http) {
        String requestId = dialect.newRequestId(backstage.random());
        Optional<String> key = key(http);
        JsonNode body = json(http);
        ChatRequest request = ChatRequest.of(body);
        Account account = backstage.account(dialect.provider(), key.orElse(""));
        Entry entry = backstage
                .ledger()
                .arrived(
                        dialect.provider().key(),
                        account.name(),
                        dialect.provider().knows(request.model()) ? request.model() : "unknown");
        int promptTokens = request.promptTokens();
        entry.describe(
                Optional.ofNullable(http.request().getHeader("x-request-id")).orElse(""),
                request.stream(),
                promptTokens);
        Fate fate = backstage.faults().fateOf(dialect.provider().key(), account.name(), request.model());
        Visit visit = new Visit(
                backstage, http.response(), entry, fate, dialect.provider().counting());
        Optional<WireError> refusal = key.isEmpty()
                ? Optional.of(dialect.badKey(requestId))
                : body.isObject() ? dialect.objection(request, requestId) : Optional.of(dialect.malformed(requestId));
        if (refusal.isPresent()) {
            fail(http, visit, Outcome.FAILED, refusal.get(), requestId);
        } else if (!failsAtTheDoor(http, visit, request, requestId)) {
            admit(http, visit, account, request, promptTokens, requestId);
        }
    }

    private void admit(
            RoutingContext http,
            Visit visit,
            Account account,
            ChatRequest request,
            int promptTokens,
            String requestId) {
        long charged = dialect.provider().counting() == Counting.USED
                ? promptTokens
                : (long) promptTokens + request.maxTokens();
        waiting.enter(account, request.model(), new Demand(charged), patience(http), visit, admission -> {
            switch (admission) {
                case Admission.Refused(var why) -> {
                    WireError error = dialect.refused(why, request, requestId);
                    visit.end(Outcome.REJECTED, error.status(), why.dimension().key());
                    send(http, error, requestId);
                }
                case Admission.Admitted(var lease) -> {
                    String id = dialect.newId(backstage.random());
                    visit.admitted(lease, charged, promptTokens, id);
                    answer(http, visit, request, promptTokens, id, requestId);
                }
            }
        });
    }

    private void answer(
            RoutingContext http, Visit visit, ChatRequest request, int promptTokens, String id, String requestId) {
        Fate fate = visit.fate();
        if (fate.has(FaultKind.RESET_BEFORE_HEADERS)) {
            visit.end(Outcome.BROKEN, 0, FaultKind.RESET_BEFORE_HEADERS.key());
            Connections.reset(http.response());
        } else if (fate.has(FaultKind.ERROR)) {
            Fault fault = fate.get(FaultKind.ERROR).orElseThrow();
            fail(http, visit, Outcome.FAILED, dialect.coded(fault.code(), fault.text(), request, requestId), requestId);
        } else if (!fate.has(FaultKind.STALL)) {
            int chunkTokens = backstage.settings(dialect.provider()).chunkTokens();
            long created = backstage.wall().millis() / 1000;
            Reply reply = composer.compose(id, created, request, promptTokens, chunkTokens, fate);
            new Delivery(vertx, backstage, visit, dialect, reply, requestId).start();
        }
        // A stalled call stays in flight until its client gives up.
    }

    /** What never reaches the model and therefore counts against no limit: proxies' pages, refusals on command. */
    private boolean failsAtTheDoor(RoutingContext http, Visit visit, ChatRequest request, String requestId) {
        Fate fate = visit.fate();
        if (fate.has(FaultKind.HTML)) {
            int status = fate.get(FaultKind.HTML)
                    .map(Fault::status)
                    .filter(s -> s > 0)
                    .orElse(502);
            String reason = io.netty.handler.codec.http.HttpResponseStatus.valueOf(status)
                    .reasonPhrase();
            fail(
                    http,
                    visit,
                    Outcome.FAILED,
                    new WireError(status, "html", "text/html", HTML.formatted(status, reason)),
                    requestId);
            return true;
        }
        if (fate.has(FaultKind.EMPTY_429)) {
            fail(http, visit, Outcome.FAILED, new WireError(429, "empty_429", "", ""), requestId);
            return true;
        }
        if (fate.has(FaultKind.ERROR)) {
            Fault fault = fate.get(FaultKind.ERROR).orElseThrow();
            WireError error = dialect.coded(fault.code(), fault.text(), request, requestId);
            if (error.status() < 500) {
                fail(http, visit, Outcome.FAILED, error, requestId);
                return true;
            }
        }
        return false;
    }

    private void fail(RoutingContext http, Visit visit, Outcome outcome, WireError error, String requestId) {
        visit.end(outcome, error.status(), error.code());
        send(http, error, requestId);
    }

    private void send(RoutingContext http, WireError error, String requestId) {
        if (http.response().closed() || http.response().ended()) {
            return;
        }
        http.response().setStatusCode(error.status());
        dialect.headers(requestId).forEach(http.response()::putHeader);
        if (!error.contentType().isEmpty()) {
            http.response().putHeader("content-type", error.contentType());
        }
        http.response().end(error.body());
    }

    private Optional<String> key(RoutingContext http) {
        String header = http.request().getHeader("authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String key = header.substring(7).strip();
        boolean refused = backstage.settings(dialect.provider()).refusedKeys().contains(key);
        return key.isEmpty() || refused ? Optional.empty() : Optional.of(key);
    }

    private long patience(RoutingContext http) {
        String header = http.request().getHeader("x-ark-max-wait-timeout-ms");
        boolean queues = dialect.provider() == io.mapwright.deploy.simulator.provider.Provider.ARK && header != null;
        return queues && header.matches("\\d{1,9}") ? Long.parseLong(header) : 0;
    }

    private static JsonNode json(RoutingContext http) {
        try {
            byte[] bytes = http.body().buffer() == null
                    ? new byte[0]
                    : http.body().buffer().getBytes();
            JsonNode node = Json.mapper().readTree(bytes);
            return node == null ? Json.mapper().missingNode() : node;
        } catch (IOException e) {
            return Json.mapper().missingNode();
        }
    }
}
