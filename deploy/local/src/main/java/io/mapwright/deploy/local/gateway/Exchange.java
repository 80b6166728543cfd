package io.mapwright.deploy.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One request on its way to a replica and the answer on its way back. Lives on the gateway's event loop.
 *
 * <p>A replica that refuses the connection has seen nothing, so the next one is asked. Once a request may have been read, it
 * is repeated only if its method promises that this changes nothing; otherwise the client is told to decide (503).
 */
final class Exchange {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Vertx vertx;
    private final HttpClient client;
    private final Replicas replicas;
    private final HttpServerRequest inbound;
    private final Passage passage;

    private final Deque<Replica> toAsk;
    private final Upload upload;
    private final boolean tunnel;
    private Optional<Long> timer = Optional.empty();
    private Optional<HttpClientRequest> outbound = Optional.empty();
    private Optional<Replica> asked = Optional.empty();
    private boolean repeated;
    private boolean over;

    /**
     * How one request passes.
     *
     * @param requestId its name in the logs
     * @param bodyLimit most bytes of its body
     * @param timeout limit for the whole exchange; empty means none
     * @param fromOutside whether the client's word about itself is replaced by the gateway's
     * @param onEnd told once where it went, empty if nowhere
     */
    record Passage(
            String requestId,
            long bodyLimit,
            Optional<Duration> timeout,
            boolean fromOutside,
            Consumer<Optional<Replica>> onEnd) {}

    Exchange(Vertx vertx, HttpClient client, Replicas replicas, HttpServerRequest inbound, Passage passage) {
        this.vertx = vertx;
        this.client = client;
        this.replicas = replicas;
        this.inbound = inbound;
        this.passage = passage;
        this.toAsk = new ArrayDeque<>(replicas.inOrderOfPreference());
        this.tunnel = Tunnel.isAskedFor(inbound);
        this.upload =
                new Upload(inbound, passage.bodyLimit(), () -> fail(GatewayProblem.tooLarge(passage.bodyLimit())));
    }

    void start() {
        inbound.pause();
        inbound.exceptionHandler(gone -> abandon());
        inbound.response().exceptionHandler(gone -> abandon());
        inbound.response().closeHandler(gone -> abandon());
        timer = passage.timeout()
                .map(limit -> vertx.setTimer(limit.toMillis(), late -> fail(GatewayProblem.TIMED_OUT)));
        askNext(GatewayProblem.UNAVAILABLE);
    }

    /** @param otherwise what to answer when nobody is left to ask */
    private void askNext(GatewayProblem otherwise) {
        Replica replica = toAsk.poll();
        if (replica == null) {
            fail(otherwise);
            return;
        }
        asked = Optional.of(replica);
        replica.enter();
        RequestOptions options = new RequestOptions()
                .setServer(replica.address())
                .setHost(replica.address().host())
                .setPort(replica.address().port())
                .setMethod(inbound.method())
                .setURI(inbound.query() == null ? inbound.path() : inbound.path() + '?' + inbound.query());
        client.request(options).onSuccess(this::connected).onFailure(this::notConnected);
    }

    private void notConnected(Throwable cause) {
        if (over) {
            return;
        }
        Replica replica = asked.orElseThrow();
        replica.leave();
        asked = Optional.empty();
        if (cause instanceof ConnectionPoolTooBusyException) {
            askNext(GatewayProblem.OVERLOADED);
        } else {
            replicas.refused(replica);
            askNext(GatewayProblem.UNAVAILABLE);
        }
    }

    private void connected(HttpClientRequest request) {
        if (over) {
            request.reset();
            return;
        }
        outbound = Optional.of(request);
        MultiMap headers = request.headers();
        if (passage.fromOutside()) {
            HeaderRules.copyFromOutside(inbound, passage.requestId(), headers);
        } else {
            HeaderRules.copyEndToEnd(inbound.headers(), headers);
        }
        request.exceptionHandler(broken -> unanswered(request));
        if (tunnel) {
            headers.set("Connection", "Upgrade").set("Upgrade", inbound.getHeader("Upgrade"));
            request.connect().onSuccess(this::answered).onFailure(broken -> unanswered(request));
            inbound.resume();
        } else {
            request.response().onSuccess(this::answered).onFailure(broken -> unanswered(request));
            upload.passTo(request);
        }
    }

    /** The connection died after something may have been read from it, and before any answer. */
    private void unanswered(HttpClientRequest request) {
        if (over
                || outbound.filter(current -> current == request).isEmpty()
                || inbound.response().headWritten()) {
            return;
        }
        asked.ifPresent(Replica::leave);
        outbound = Optional.empty();
        if (SAFE.contains(inbound.method()) && !Upload.isAnnounced(inbound)) {
            if (!repeated) {
                // A kept-alive connection may have been closed by a replica that lives on.
                repeated = true;
                asked.ifPresent(toAsk::addLast);
            }
            asked = Optional.empty();
            askNext(GatewayProblem.UNAVAILABLE);
        } else {
            asked = Optional.empty();
            fail(GatewayProblem.UNAVAILABLE);
        }
    }

    private void answered(HttpClientResponse answer) {
        if (over) {
            return;
        }
        if (answer.statusCode() == 101) {
            timer.ifPresent(vertx::cancelTimer);
            Tunnel.open(inbound, answer, this::end);
            return;
        }
        answer.pause();
        HttpServerResponse response = inbound.response();
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        HeaderRules.copyToOutside(answer.headers(), response.headers());
        if (!response.headers().contains(RequestIds.HEADER)) {
            response.putHeader(RequestIds.HEADER, passage.requestId());
        }
        if (!response.headers().contains("Content-Length") && mayHaveBody(answer)) {
            response.setChunked(true);
        }
        // A stream's head goes out with its first event otherwise, and a client would wait for both.
        if (response.isChunked()) {
            response.writeHead();
        }
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onSuccess(sent -> {
                    upload.stop();
                    Leftovers.discard(vertx, inbound);
                    end();
                })
                .onFailure(broken -> hangUp());
    }

    private boolean mayHaveBody(HttpClientResponse answer) {
        return inbound.method() != HttpMethod.HEAD && answer.statusCode() != 204 && answer.statusCode() != 304;
    }

    private void fail(GatewayProblem problem) {
        if (over) {
            return;
        }
        upload.stop();
        if (inbound.response().headWritten()) {
            hangUp();
            return;
        }
        problem.answer(inbound, passage.requestId());
        Leftovers.discard(vertx, inbound);
        cancelAndEnd();
    }

    /** The only honest end of an answer that has begun and can't be finished. */
    private void hangUp() {
        abandon();
        inbound.connection().close();
    }

    /** The client has gone: so goes the work it asked for. */
    private void abandon() {
        if (over) {
            return;
        }
        upload.stop();
        cancelAndEnd();
    }

    /** Ends first: the reset is heard by this exchange's own handlers, which must not take it for the replica's death. */
    private void cancelAndEnd() {
        end();
        outbound.ifPresent(HttpClientRequest::reset);
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        timer.ifPresent(vertx::cancelTimer);
        asked.ifPresent(Replica::leave);
        passage.onEnd().accept(asked);
    }
}
