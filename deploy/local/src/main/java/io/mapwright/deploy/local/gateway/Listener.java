package io.mapwright.deploy.local.gateway;

import io.mapwright.deploy.local.gateway.route.RequestPath;
import io.mapwright.deploy.local.gateway.route.Route;
import io.mapwright.deploy.local.gateway.route.RouteTable;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What happens to a request on the public port: everything that needs no service, then the exchange with one. */
final class Listener implements Handler<HttpServerRequest> {

    private final Vertx vertx;
    private final HttpClient client;
    private final RouteTable routes;
    private final Map<String, Replicas> services;
    private final Rules rules;

    /**
     * What holds for every request.
     *
     * @param bodyLimit most bytes of a body
     * @param cors which pages may call
     * @param traffic how many at once
     * @param ids names for requests
     * @param log one line per request
     */
    record Rules(long bodyLimit, Cors cors, Traffic traffic, RequestIds ids, AccessLog log) {}

    Listener(Vertx vertx, HttpClient client, RouteTable routes, Map<String, Replicas> services, Rules rules) {
        this.vertx = vertx;
        this.client = client;
        this.routes = routes;
        this.services = Map.copyOf(services);
        this.rules = rules;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String id = rules.ids().of(request.getHeader(RequestIds.HEADER));
        AccessLog.Entry entry = rules.log().begin(request, id);
        rules.cors().permit(request);
        switch (rules.traffic().enter()) {
            case FULL -> refuse(request, id, entry, GatewayProblem.OVERLOADED);
            case STOPPING -> {
                request.response().putHeader("Connection", "close");
                refuse(request, id, entry, GatewayProblem.STOPPING);
            }
            case ADMITTED -> admitted(request, id, entry);
        }
    }

    private void admitted(HttpServerRequest request, String id, AccessLog.Entry entry) {
        Optional<GatewayProblem> objection = objection(request);
        if (objection.isPresent()) {
            rules.traffic().leave();
            refuse(request, id, entry, objection.get());
            return;
        }
        if (Cors.isPreflight(request)) {
            rules.traffic().leave();
            rules.cors().answerPreflight(request);
            entry.end("preflight");
            return;
        }
        Optional<Route> route = routes.find(request.method().name(), request.path(), request::getHeader);
        if (route.isEmpty()) {
            rules.traffic().leave();
            refuse(request, id, entry, GatewayProblem.NO_ROUTE);
            return;
        }
        Exchange.Passage passage =
                new Exchange.Passage(id, rules.bodyLimit(), route.get().timeout(), true, replica -> {
                    rules.traffic().leave();
                    entry.end(replica.map(where -> route.get().service() + "@"
                                    + where.address().port())
                            .orElse(route.get().service()));
                });
        new Exchange(vertx, client, services.get(route.get().service()), request, passage).start();
    }

    private Optional<GatewayProblem> objection(HttpServerRequest request) {
        if (!RequestPath.isUnambiguous(request.path())) {
            return Optional.of(GatewayProblem.AMBIGUOUS_PATH);
        }
        if (request.method() == HttpMethod.TRACE || request.method() == HttpMethod.CONNECT) {
            return Optional.of(GatewayProblem.METHOD_REFUSED);
        }
        if (Cors.isPreflight(request) && !rules.cors().allows(request)) {
            return Optional.of(GatewayProblem.ORIGIN_REFUSED);
        }
        return announcedLength(request) > rules.bodyLimit()
                ? Optional.of(GatewayProblem.tooLarge(rules.bodyLimit()))
                : Optional.empty();
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        // The server has already refused what is not a number.
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuse(HttpServerRequest request, String id, AccessLog.Entry entry, GatewayProblem problem) {
        request.pause();
        problem.answer(request, id);
        Leftovers.discard(vertx, request);
        entry.end("gateway");
    }

    /** The inside port of one service: what a cluster's service address does, without rules of its own. */
    static Handler<HttpServerRequest> inside(
            Vertx vertx, HttpClient client, Replicas replicas, Function<String, String> ids) {
        return request -> {
            String id = ids.apply(request.getHeader(RequestIds.HEADER));
            Exchange.Passage passage =
                    new Exchange.Passage(id, Long.MAX_VALUE, Optional.<Duration>empty(), false, replica -> {});
            new Exchange(vertx, client, replicas, request, passage).start();
        };
    }
}
