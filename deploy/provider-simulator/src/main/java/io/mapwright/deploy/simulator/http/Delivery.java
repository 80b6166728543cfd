package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.ledger.Outcome;
import io.mapwright.deploy.simulator.provider.Dialect;
import io.mapwright.deploy.simulator.provider.Provider;
import io.mapwright.deploy.simulator.provider.Reply;
import io.mapwright.deploy.simulator.provider.Usage;
import io.mapwright.deploy.simulator.settings.ProviderSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends one reply: after its time to the first byte, at its pace, with the faults it is fated to. An unpaced stream is
 * written in a few large pieces; a paced one wakes up at most every 20 ms.
 */
final class Delivery {

    private static final long TICK_MS = 20;
    private static final int CLOUDFLARE_TIMEOUT = 524;
    private static final String TIMEOUT = "RequestTimeOut";

    private final Vertx vertx;
    private final Backstage backstage;
    private final Visit visit;
    private final Dialect dialect;
    private final Reply reply;
    private final String requestId;
    private final ProviderSettings settings;
    private final Wire wire;
    private final Fate fate;
    private final HttpServerResponse response;
    private FrameSource frames;
    private long timer = -1;
    private long keepAlive = -1;
    private long cap = -1;
    private long startedAt;
    private int chunksSent;
    private boolean paused;

    Delivery(Vertx vertx, Backstage backstage, Visit visit, Dialect dialect, Reply reply, String requestId) {
        this.vertx = vertx;
        this.backstage = backstage;
        this.visit = visit;
        this.dialect = dialect;
        this.reply = reply;
        this.requestId = requestId;
        this.settings = backstage.settings(dialect.provider());
        this.fate = visit.fate();
        this.response = visit.response();
        this.wire = new Wire(response, fate);
    }

    void start() {
        visit.whenOver(() -> {
            vertx.cancelTimer(timer);
            vertx.cancelTimer(keepAlive);
            vertx.cancelTimer(cap);
        });
        long delay = settings.firstByteMs().sample(backstage.random())
                + fate.get(FaultKind.SLOW_FIRST_BYTE).map(Fault::delayMs).orElse(0);
        long whole = delay + millisFor(reply.usage().completion());
        boolean stalls = fate.has(FaultKind.STALL) || fate.has(FaultKind.STALL_MID_STREAM);
        if (settings.capSeconds() > 0 && (stalls || whole >= settings.capSeconds() * 1000L)) {
            cap = vertx.setTimer(settings.capSeconds() * 1000L, fired -> timeOut());
        }
        if (fate.has(FaultKind.STALL)) {
            return; // says nothing and stays in flight until its client gives up
        }
        long first = reply.request().stream() ? delay : whole;
        String sign = dialect.keepAlive(reply.request().stream());
        boolean waits = first > settings.keepAliveMs() || dialect.signsWhileStreaming();
        if (!sign.isEmpty() && settings.keepAliveMs() > 0 && waits) {
            keepAlive = vertx.setPeriodic(settings.keepAliveMs(), fired -> {
                head();
                chunked();
                wire.write(sign);
            });
        }
        after(first, this::begin);
    }

    /** Ends a stream early in good order; without effect before its first event. */
    void stop() {
        if (frames != null && !visit.isOver()) {
            vertx.cancelTimer(timer);
            Usage soFar = reply.usage().upTo(visit.tokensSent());
            visit.end(Outcome.COMPLETED, 200, "stopped");
            wire.end(dialect.frames(reply).close(soFar));
        }
    }

    private void begin() {
        if (!dialect.signsWhileStreaming()) {
            vertx.cancelTimer(keepAlive);
        }
        head();
        if (reply.request().stream()) {
            chunked();
            frames = new FrameSource(reply, dialect.frames(reply), fate);
            startedAt = backstage.nanos();
            pump();
        } else {
            whole();
        }
    }

    private void head() {
        if (response.headWritten()) {
            return;
        }
        dialect.headers(requestId).forEach(response::putHeader);
        if (fate.has(FaultKind.GZIP)) {
            response.putHeader("content-encoding", "gzip");
        }
        if (reply.request().stream()) {
            response.putHeader("content-type", dialect.eventStream()).putHeader("cache-control", "no-cache");
        } else {
            response.putHeader("content-type", "application/json");
        }
    }

    /** The provider, or what stands in front of it, ends a call that takes too long. */
    private void timeOut() {
        if (dialect.provider() == Provider.DIFY && !response.headWritten()) {
            visit.end(Outcome.BROKEN, CLOUDFLARE_TIMEOUT, "cap_seconds");
            Exchange.send(response, Exchange.proxyPage(CLOUDFLARE_TIMEOUT, "cap_seconds"));
        } else if (dialect.provider() != Provider.DASHSCOPE) {
            visit.end(Outcome.BROKEN, response.headWritten() ? 200 : 0, "cap_seconds");
            Exchange.reset(response);
        } else if (response.headWritten()) {
            visit.end(Outcome.FAILED, 200, TIMEOUT);
            wire.end(dialect.frames(reply).error(dialect.coded(TIMEOUT, null, reply.request(), requestId)));
        } else {
            var error = dialect.coded(TIMEOUT, null, reply.request(), requestId);
            visit.end(Outcome.FAILED, error.status(), error.code());
            response.setStatusCode(error.status()).putHeader("content-type", error.contentType());
            response.end(error.body());
        }
    }

    private void whole() {
        String body = (fate.has(FaultKind.KEEP_ALIVE) ? "\n\n\n" : "") + dialect.body(reply);
        String half = body.substring(0, body.length() / 2);
        visit.sent(reply.usage().completion());
        if (fate.has(FaultKind.TRUNCATED_JSON)) {
            chunkedUnlessPlain();
            visit.end(Outcome.BROKEN, 200, FaultKind.TRUNCATED_JSON.key());
            wire.end(half);
        } else if (fate.has(FaultKind.RESET_MID_STREAM) || fate.has(FaultKind.STALL_MID_STREAM)) {
            chunked();
            wire.write(half);
            breakOff();
        } else {
            chunkedUnlessPlain();
            visit.end(Outcome.COMPLETED, 200, "");
            wire.end(body);
        }
    }

    private void chunkedUnlessPlain() {
        if (!wire.isPlain()) {
            chunked();
        }
    }

    private void chunked() {
        if (!response.headWritten()) {
            response.setChunked(true);
        }
    }

    private void pump() {
        if (visit.isOver()) {
            return;
        }
        StringBuilder out = new StringBuilder();
        while (frames.hasNext()) {
            FrameSource.Frame frame = frames.peek();
            long wait = millisFor(frame.tokensSoFar()) - elapsedMillis();
            if (frame.content() && wait > 0) {
                flush(out);
                after(Math.max(wait, TICK_MS), this::pump);
                return;
            }
            if (pausesAt(frame)) {
                flush(out);
                after(fate.get(FaultKind.PAUSE_MID_STREAM).map(Fault::delayMs).orElse(0), this::pump);
                return;
            }
            if (breaksAt(frame)) {
                flush(out);
                breakOff();
                return;
            }
            if (frames.atLast()) {
                last(out);
                return;
            }
            append(out, frames.next());
            if (out.length() >= settings.coalesceBytes() && !flush(out)) {
                wire.whenDrained(drained -> pump());
                return;
            }
        }
    }

    private void append(StringBuilder out, FrameSource.Frame frame) {
        if (fate.has(FaultKind.KEEP_ALIVE)) {
            out.append(": keep-alive\n\n\n");
        }
        out.append(frame.text());
        chunksSent += frame.content() ? 1 : 0;
        visit.sent(frame.tokensSoFar());
    }

    /** Writes what was gathered; false when the client reads too slowly for more. */
    private boolean flush(StringBuilder out) {
        if (!out.isEmpty()) {
            wire.write(out.toString());
            out.setLength(0);
        }
        return !wire.isFull();
    }

    private void last(StringBuilder out) {
        String text = frames.next().text();
        visit.sent(reply.usage().completion());
        if (fate.has(FaultKind.TRUNCATED_JSON)) {
            visit.end(Outcome.BROKEN, 200, FaultKind.TRUNCATED_JSON.key());
            wire.end(out + text.substring(0, text.length() / 2));
            return;
        }
        if (fate.has(FaultKind.MISSING_DONE)) {
            text = text.replace("data: [DONE]\n\n", "");
        }
        visit.end(Outcome.COMPLETED, 200, "");
        wire.end(out + text);
    }

    private boolean pausesAt(FrameSource.Frame frame) {
        boolean now = !paused
                && frame.content()
                && fate.get(FaultKind.PAUSE_MID_STREAM)
                        .filter(fault -> chunksSent >= fault.afterChunks())
                        .isPresent();
        paused |= now;
        return now;
    }

    private boolean breaksAt(FrameSource.Frame frame) {
        if (fate == Fate.GOOD || !(frame.content() || frames.atLast())) {
            return false;
        }
        return breaking() && (chunksSent >= afterChunks() || frames.atLast());
    }

    private boolean breaking() {
        return fate.has(FaultKind.RESET_MID_STREAM)
                || fate.has(FaultKind.STALL_MID_STREAM)
                || fate.has(FaultKind.ERROR_MID_STREAM);
    }

    private int afterChunks() {
        return fate.get(FaultKind.RESET_MID_STREAM)
                .or(() -> fate.get(FaultKind.STALL_MID_STREAM))
                .or(() -> fate.get(FaultKind.ERROR_MID_STREAM))
                .map(Fault::afterChunks)
                .orElse(0);
    }

    private void breakOff() {
        if (fate.has(FaultKind.ERROR_MID_STREAM)) {
            Fault fault = fate.get(FaultKind.ERROR_MID_STREAM).orElseThrow();
            var error = dialect.coded(fault.code(), fault.text(), reply.request(), requestId);
            visit.end(Outcome.FAILED, 200, error.code());
            wire.end(dialect.frames(reply).error(error));
        } else if (fate.has(FaultKind.RESET_MID_STREAM)) {
            visit.end(Outcome.BROKEN, 200, FaultKind.RESET_MID_STREAM.key());
            after(TICK_MS, () -> Exchange.reset(response));
        } else {
            vertx.cancelTimer(keepAlive); // says nothing more and stays in flight until its client gives up
        }
    }

    private long elapsedMillis() {
        return (backstage.nanos() - startedAt) / 1_000_000;
    }

    private long millisFor(int tokens) {
        return settings.tokensPerSecond() == 0 ? 0 : Math.round(tokens * 1000 / settings.tokensPerSecond());
    }

    private void after(long millis, Runnable then) {
        if (millis <= 0) {
            then.run();
        } else {
            timer = vertx.setTimer(millis, fired -> then.run());
        }
    }
}
