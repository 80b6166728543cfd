package io.mapwright.deploy.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A command that measures how many streamed answers a running simulator gives: {@code Throughput URL SECONDS CALLERS}.
 * Each caller asks again as soon as it has read an answer to its end. Prints a line per second and a summary.
 */
final class Throughput {

    private static final int SAMPLES = 1 << 20;

    private final HttpClient client;
    private final RequestOptions target;
    private final Buffer body = Buffer.buffer(Caller.body(Caller.DASHSCOPE, ",\"stream\":true"));
    private final LongAdder answers = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicLong measured = new AtomicLong();
    private final long[] micros = new long[SAMPLES];
    private volatile boolean over;

    private Throughput(String url, int callers) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(callers));
        target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url + Caller.DASHSCOPE)
                .putHeader("authorization", "Bearer sk-test")
                .putHeader("content-type", "application/json");
    }

    public static void main(String[] arguments) throws InterruptedException {
        int seconds = Integer.parseInt(arguments[1]);
        int callers = Integer.parseInt(arguments[2]);
        Throughput load = new Throughput(arguments[0], callers);
        for (int i = 0; i < callers; i++) {
            load.ask();
        }
        long before = 0;
        for (int second = 1; second <= seconds; second++) {
            Thread.sleep(1_000);
            long now = load.answers.sum();
            System.out.printf("%3d s  %5d answers%n", second, now - before);
            before = now;
        }
        load.over = true;
        load.summary(seconds);
        System.exit(0);
    }

    private void ask() {
        long started = System.nanoTime();
        client.request(target)
                .compose(request -> request.send(body))
                .compose(this::read)
                .onComplete(done -> {
                    if (done.failed()) {
                        failures.increment();
                    } else {
                        answers.increment();
                        micros[(int) (measured.getAndIncrement() % SAMPLES)] = (System.nanoTime() - started) / 1_000;
                    }
                    if (!over) {
                        ask();
                    }
                });
    }

    private Future<Void> read(HttpClientResponse response) {
        response.handler(part -> bytes.add(part.length()));
        return response.end();
    }

    private void summary(int seconds) {
        int count = (int) Math.min(measured.get(), SAMPLES);
        long[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        System.out.printf(
                "%d answers/s, %.1f MB/s, %d failures; p50 %.1f ms, p99 %.1f ms%n",
                answers.sum() / seconds,
                bytes.sum() / 1e6 / seconds,
                failures.sum(),
                sorted[count / 2] / 1e3,
                sorted[count * 99 / 100] / 1e3);
    }
}
