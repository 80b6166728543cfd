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
    private final long longestAnswer;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Buffer body = Buffer.buffer();
    private volatile Optional<HttpClientRequest> request = Optional.empty();
    private volatile long timer;

    Exchange(Vertx vertx, UniEmitter<? super SiblingAnswer> emitter, long longestAnswer) {
        this.vertx = vertx;
        this.emitter = emitter;
        this.longestAnswer = longestAnswer;
    }

    void start(Future<HttpClientRequest> connected, JsonObject content, Duration total) {
        timer = vertx.setTimer(
                Math.max(1, total.toMillis()), fired -> fail(new TimeoutException("no answer in " + total)));
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
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > longestAnswer) {
                fail(new IOException("the answer is longer than " + longestAnswer + " bytes"));
            }
        });
        response.endHandler(end -> {
            if (finish()) {
                emitter.complete(new SiblingAnswer(response.statusCode(), response.headers(), body));
            }
        });
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
        vertx.cancelTimer(timer);
        return over.compareAndSet(false, true);
    }
}
