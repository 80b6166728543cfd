package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.Ending;
import io.mapwright.llmgateway.provider.ProviderCall;
import io.mapwright.llmgateway.provider.ProviderFailure.Phase;
import io.mapwright.llmgateway.provider.ProviderReply;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.provider.Usage;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One HTTP exchange with a provider, from the request to the last byte or to its cancellation. All state lives on one
 * context; only {@link #cancel} and the consumption of parts may come from elsewhere.
 */
final class Exchange {

    /** How long a provider may keep a connection open after the end of its answer. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** While the caller is slow only the deadline counts. */
    private static final Duration PATIENT = Duration.ofDays(1);

    private final Context context;
    private final HttpClient client;
    private final ProviderCall call;
    private final Dialect dialect;
    private final Verdicts verdicts;
    private final Watchdog watchdog;
    private final UniEmitter<? super ProviderReply> reply;
    private final AtomicInteger ahead = new AtomicInteger();
    private HttpClientRequest request;
    private HttpClientResponse response;
    private StreamedAnswer answer;
    private UnicastProcessor<StreamPart> parts;
    private boolean replied;
    private boolean over;
    private boolean paused;
    private boolean speaking;

    Exchange(
            Context context,
            HttpClient client,
            ProviderCall call,
            Dialect dialect,
            UniEmitter<? super ProviderReply> reply) {
        this.context = context;
        this.client = client;
        this.call = call;
        this.dialect = dialect;
        this.verdicts = new Verdicts(call.provider().vendor(), dialect.json());
        this.watchdog = new Watchdog(context.owner(), dialect.clock(), call.timeLeft(), this::tooLong);
        this.reply = reply;
    }

    void start() {
        reply.onTermination(() -> context.runOnContext(ignored -> {
            if (!replied) {
                abort();
            }
        }));
        context.runOnContext(ignored -> connect());
    }

    private void connect() {
        if (over) {
            return;
        }
        Duration connecting = call.provider().limits().connect();
        // The pool's own queue counts as connecting, so the watchdog gets a little more than the connection itself.
        watchdog.enter(Phase.CONNECT, connecting.plusMillis(200));
        client.request(options(connecting)).onComplete(this::connected);
    }

    private RequestOptions options(Duration connecting) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(call.provider().chat().toString())
                .setConnectTimeout(connecting.toMillis())
                .putHeader("x-request-id", call.id())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ACCEPT, call.streamed() ? "text/event-stream" : "application/json");
        call.provider().credential().ifPresent(key -> options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key));
        call.provider().headers().forEach(options::putHeader);
        return options;
    }

    private void connected(AsyncResult<HttpClientRequest> result) {
        if (result.failed()) {
            fail(Verdicts.ofNetwork(result.cause()));
            return;
        }
        request = result.result();
        if (over) {
            request.reset();
            return;
        }
        watchdog.enter(Phase.FIRST_BYTE, call.provider().limits().firstByte());
        request.send(Buffer.buffer(dialect.json().request(call))).onComplete(this::answered);
    }

    private void answered(AsyncResult<HttpClientResponse> result) {
        if (over) {
            return;
        }
        if (result.failed()) {
            fail(Verdicts.ofNetwork(result.cause()));
            return;
        }
        response = result.result();
        response.exceptionHandler(cut -> cutOff());
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean events = type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
        if (call.streamed() && response.statusCode() == 200 && events) {
            follow();
        } else {
            collect();
        }
    }

    private void collect() {
        Buffer body = Buffer.buffer();
        response.handler(bytes -> {
            alive();
            if (body.length() + bytes.length()
                    > dialect.config().largestAnswer().asLongValue()) {
                fail(Verdicts.unreadable(response.statusCode(), "answer too large"));
            } else {
                body.appendBuffer(bytes);
            }
        });
        response.endHandler(end -> {
            if (!over) {
                whole(body.getBytes());
            }
        });
    }

    private void whole(byte[] body) {
        int status = response.statusCode();
        if (status != 200) {
            conclude(failed(verdicts.ofBody(status, response.headers(), body)));
            return;
        }
        Optional<Map<String, Object>> tree = dialect.json().read(new String(body, StandardCharsets.UTF_8));
        if (tree.isEmpty() || call.streamed()) {
            boolean error = tree.map(found -> Piece.of(status, found).error().isPresent())
                    .orElse(false);
            conclude(failed(
                    error
                            ? verdicts.ofBody(status, response.headers(), body)
                            : Verdicts.unreadable(status, "answer in the wrong format")));
            return;
        }
        conclude(read(status, tree.get()));
    }

    private ProviderReply read(int status, Map<String, Object> tree) {
        Piece piece = Piece.of(status, tree);
        if (piece.error().isPresent()) {
            return failed(verdicts.of(piece.error().get()));
        }
        if (!piece.answers()) {
            return failed(Verdicts.unreadable(status, "answer without choices"));
        }
        Optional<Diagnosis> disguised =
                piece.finish().flatMap(reason -> verdicts.ofFinish(status, reason, !piece.content()));
        if (disguised.isPresent()) {
            return failed(disguised.get());
        }
        Map<String, Object> plain = Piece.withoutUsage(tree);
        if (piece.usage().isPresent()) {
            plain = new LinkedHashMap<>(plain);
            plain.put("usage", WireUsage.of(piece.usage().get()));
        }
        Optional<Usage> usage = piece.usage();
        return new ProviderReply.Whole(
                dialect.json().write(plain),
                piece.text(),
                new Ending(piece.finish().orElse(""), usage));
    }

    private void follow() {
        parts = UnicastProcessor.create();
        answer = new StreamedAnswer(
                dialect.json(),
                verdicts,
                Math.toIntExact(dialect.config().largestEvent().asLongValue()),
                this::pass);
        response.handler(bytes -> {
            alive();
            if (!answer.isOver()) {
                proceed(answer.feed(bytes.getBytes()));
            }
        });
        response.endHandler(end -> {
            proceed(answer.end());
            conclude();
        });
    }

    private void pass(StreamPart part) {
        ahead.incrementAndGet();
        parts.onNext(part);
        if (part instanceof StreamPart.Ended || part instanceof StreamPart.Broken) {
            parts.onComplete();
        }
    }

    private void proceed(Optional<Diagnosis> failure) {
        if (failure.isPresent()) {
            fail(failure.get());
            return;
        }
        if (answer.isFlowing() && !replied) {
            replied = true;
            reply.complete(new ProviderReply.Streaming(
                    parts.onItem().invoke(this::consumed).onCancellation().invoke(this::cancel)));
        }
        if (answer.isOver()) {
            watchdog.enter(Phase.IDLE, FAREWELL);
        } else if (!paused && ahead.get() >= dialect.config().chunksAhead()) {
            paused = true;
            response.pause();
            watchdog.enter(Phase.IDLE, PATIENT);
        }
    }

    private void consumed() {
        if (ahead.decrementAndGet() == dialect.config().chunksAhead() / 2) {
            context.runOnContext(ignored -> {
                if (paused && !over) {
                    paused = false;
                    watchdog.enter(Phase.IDLE, call.provider().limits().idle());
                    response.resume();
                }
            });
        }
    }

    /** The first byte starts the watch over the pauses between bytes; any later one only shows that it is not silent. */
    private void alive() {
        if (!speaking) {
            speaking = true;
            watchdog.enter(Phase.IDLE, call.provider().limits().idle());
        }
        watchdog.touch();
    }

    private void tooLong(Phase phase) {
        if (answer != null && answer.isOver()) {
            abort();
        } else {
            broken(Verdicts.timeout(phase));
        }
    }

    private void cutOff() {
        if (!over) {
            broken(Verdicts.unreadable(0, "connection closed"));
        }
    }

    /** A failure underway: the reply if there was none, the last part of the stream if there was. */
    private void broken(Diagnosis diagnosis) {
        if (answer == null) {
            fail(diagnosis);
        } else {
            answer.fail(diagnosis).ifPresent(this::fail);
            abort();
        }
    }

    private void fail(Diagnosis diagnosis) {
        if (!over) {
            conclude(failed(diagnosis));
            reset();
        }
    }

    private ProviderReply failed(Diagnosis diagnosis) {
        return new ProviderReply.Failed(diagnosis, request != null);
    }

    private void conclude(ProviderReply last) {
        conclude();
        if (!replied) {
            replied = true;
            reply.complete(last);
        }
    }

    private void conclude() {
        over = true;
        watchdog.stop();
    }

    /** Closes the upstream call. Safe from any thread, without effect once it is over. */
    void cancel() {
        context.runOnContext(ignored -> abort());
    }

    private void abort() {
        if (!over) {
            conclude();
            reset();
        }
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }
}
