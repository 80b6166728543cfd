package io.mapwright.llmgateway.metering.redis;

import io.mapwright.llmgateway.metering.CallJournal;
import io.mapwright.llmgateway.metering.MeteringConfig;
import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.metering.UsageEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The journal in Redis. Records wait in one line and one exchange is under way at a time, carrying all that waited: order is
 * kept, so a call's close never overtakes its open, and a busy replica sends few exchanges. While Redis is away the line
 * grows up to its bound.
 */
@Singleton
final class RedisCallJournal implements CallJournal {

    private static final Logger LOG = Logger.getLogger(RedisCallJournal.class);
    private static final int MOST_AT_ONCE = 256;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final long FAREWELL_SECONDS = 3;

    private final Redis redis;
    private final Vertx vertx;
    private final String open;
    private final long timeoutMillis;
    private final int bound;
    private final Counter lost;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private boolean busy;
    private long pause = FIRST_PAUSE_MILLIS;

    RedisCallJournal(Redis redis, Vertx vertx, Replica replica, MeteringConfig config, MeterRegistry metrics) {
        this.redis = redis;
        this.vertx = vertx;
        this.open = Keys.open(replica.name());
        this.timeoutMillis = config.storeTimeout().toMillis();
        this.bound = config.waitingRecords();
        this.lost = Counter.builder("llm_gateway_usage_records_lost")
                .description("Records dropped because the store was away for too long")
                .register(metrics);
        Gauge.builder("llm_gateway_usage_records_waiting", this, RedisCallJournal::depth)
                .description("Records waiting to be stored")
                .register(metrics);
    }

    /** @param fact whether the entry is an event, which must not be lost, or only a note about one to come */
    private record Entry(Request request, boolean fact) {}

    @Override
    public void open(OpenCall call) {
        add(new Entry(Request.cmd(Command.HSET, open, call.eventId(), RecordJson.write(call)), false));
    }

    @Override
    public void close(UsageEvent event) {
        add(new Entry(CloseCommand.of(open, event, false), true));
    }

    @Override
    public void discard(OpenCall call) {
        add(new Entry(Request.cmd(Command.HDEL, open, call.eventId()), false));
    }

    private void add(Entry entry) {
        synchronized (waiting) {
            if (waiting.size() >= bound) {
                drop(waiting.pollFirst());
            }
            waiting.addLast(entry);
            if (busy) {
                return;
            }
            busy = true;
        }
        send();
    }

    private void drop(Entry oldest) {
        if (oldest != null && oldest.fact()) {
            lost.increment();
            LOG.errorf("a usage event is lost: %d records wait for the store, no more fit", bound);
        }
    }

    private void send() {
        List<Entry> batch = new ArrayList<>();
        synchronized (waiting) {
            while (batch.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
                batch.add(waiting.pollFirst());
            }
            if (batch.isEmpty()) {
                busy = false;
                return;
            }
        }
        inTime(redis.batch(batch.stream().map(Entry::request).toList())).onComplete(sent -> sent(batch, sent));
    }

    /** A server that accepts commands and stays silent must not stop the line for ever. */
    private Future<List<Response>> inTime(Future<List<Response>> exchange) {
        Promise<List<Response>> answer = Promise.promise();
        long timer =
                vertx.setTimer(timeoutMillis, late -> answer.tryFail(new TimeoutException("no answer from Redis")));
        exchange.onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                answer.tryComplete(result.result());
            } else {
                answer.tryFail(result.cause());
            }
        });
        return answer.future();
    }

    private void sent(List<Entry> batch, AsyncResult<List<Response>> sent) {
        if (sent.succeeded()) {
            pause = FIRST_PAUSE_MILLIS;
            send();
            return;
        }
        if (pause == FIRST_PAUSE_MILLIS) {
            LOG.warnf("call records wait for Redis: %s", sent.cause().toString());
        }
        synchronized (waiting) {
            // Whether the server saw any of them is unknown. All go again: ids make a second event recognisable.
            batch.reversed().forEach(waiting::addFirst);
        }
        long wait = pause;
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        vertx.setTimer(wait, again -> send());
    }

    private int depth() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** Gives what still waits a last chance. Runs on the thread that ends the process, where waiting is allowed. */
    void onStop(@Observes ShutdownEvent stopping) {
        List<Request> rest;
        synchronized (waiting) {
            rest = waiting.stream().map(Entry::request).toList();
            waiting.clear();
        }
        if (rest.isEmpty()) {
            return;
        }
        try {
            redis.batch(rest)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(FAREWELL_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException unreachable) {
            LOG.errorf("%d call records could not be stored before the end", rest.size());
        }
    }
}
