package io.mapwright.diagram.sibling.client;

import io.mapwright.diagram.json.JsonObject;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request and its answer; whatever ends it first, it is closed once and leaves nothing behind. */
final class Exchange {

    private final Vertx vertx;
    private final UniEmitter<? super SiblingAnswer> emitter;
    private final Limits limits;
    private final Runnable begun;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Buffer body = Buffer.buffer();
    private volatile Optional<HttpClientRequest> request = Optional.empty();
    private volatile long deadline;
    private volatile long silence = -1;

    /**
     * What an exchange may take.
     *
     * @param total from start to end
     * @param silence between two parts of the answer
     * @param bytes of the answer
     */
    record Limits(Duration total, Duration silence, long bytes) {}

    Exchange(Vertx vertx, UniEmitter<? super SiblingAnswer> emitter, Limits limits, Runnable begun) {
        this.vertx = vertx;
        this.emitter = emitter;
        this.limits = limits;
        this.begun = begun;
    }

    void start(Future<HttpClientRequest> connected, JsonObject content) {
        deadline = failAfter(limits.total());
        emitter.onTermination(this::abandon);
        connected.onFailure(this::fail).onSuccess(ready -> send(ready, content));
    }

    private void send(HttpClientRequest ready, JsonObject content) {
        request = Optional.of(ready);
        if (over.get()) {
            ready.reset();
            return;
        }
        ready.exceptionHandler(this::fail);
        ready.send(Buffer.buffer(content.toString())).onFailure(this::fail).onSuccess(this::receive);
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        response.handler(part -> receive(response.statusCode(), part));
        response.endHandler(end -> {
            if (finish()) {
                emitter.complete(new SiblingAnswer(response.statusCode(), response.headers(), body));
            }
        });
    }

    private void receive(int status, Buffer part) {
        if (over.get()) {
            return;
        }
        if (body.length() == 0 && status == 200) {
            begun.run();
        }
        body.appendBuffer(part);
        vertx.cancelTimer(silence);
        silence = failAfter(limits.silence());
        if (body.length() > limits.bytes()) {
            fail(new IOException("the answer is longer than " + limits.bytes() + " bytes"));
        }
    }

    private long failAfter(Duration limit) {
        return vertx.setTimer(
                Math.max(1, limit.toMillis()), fired -> fail(new TimeoutException("nothing came within " + limit)));
    }

    private void fail(Throwable failure) {
        if (finish()) {
            request.ifPresent(HttpClientRequest::reset);
            emitter.fail(failure);
        }
    }

    /** Runs also behind every regular end, where there is nothing left to do. */
    private void abandon() {
        if (finish()) {
            request.ifPresent(HttpClientRequest::reset);
        }
    }

    private boolean finish() {
        vertx.cancelTimer(deadline);
        vertx.cancelTimer(silence);
        return over.compareAndSet(false, true);
    }
}
