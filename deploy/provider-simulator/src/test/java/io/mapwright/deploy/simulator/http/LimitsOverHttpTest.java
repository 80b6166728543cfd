package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.Caller;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.SimulatorOptions;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.ledger.Call;
import io.mapwright.deploy.simulator.ledger.Outcome;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LimitsOverHttpTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withNanos(nanos::get));
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void admitsTheLimitPerRollingMinuteHoweverManyCallAtOnce() {
        simulator.limits("{\"dashscope\":{\"account\":{\"requests_per_minute\":20}}}");

        assertThat(statuses(Caller.DASHSCOPE, 50)).containsExactly(entry(200, 20), entry(429, 30));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(60) - 1);
        assertThat(statuses(Caller.DASHSCOPE, 1)).containsExactly(entry(429, 1));
        nanos.addAndGet(1);
        assertThat(statuses(Caller.DASHSCOPE, 25)).containsExactly(entry(200, 20), entry(429, 5));

        var totals = simulator.stats().of("dashscope");
        assertThat(totals.rejections()).containsEntry("requests_per_minute", 36L);
        assertThat(totals.rate().worstMinute()).isEqualTo(51);
        assertThat(totals.traffic().accepted()).isEqualTo(40);
        assertThat(simulator.stats().rejectedTotal()).isEqualTo(36);
    }

    @Test
    void refusesHunyuansSixthCallAtOnceWithHttp400() throws Exception {
        simulator.limits("{\"hunyuan\":{\"account\":{\"in_flight\":5},\"first_byte_ms\":{\"median\":400}}}");
        List<CompletableFuture<HttpResponse<String>>> five = Stream.generate(
                        () -> caller.start(Caller.HUNYUAN, ",\"stream\":true"))
                .limit(5)
                .toList();
        await().until(() -> simulator.stats().of("hunyuan").traffic().inFlight() == 5);

        var sixth = caller.chat(Caller.HUNYUAN, "");

        assertThat(sixth.statusCode()).isEqualTo(400);
        assertThat(sixth.body()).contains("\"code\":\"2003\"").contains("请求限频，请稍后重试");
        five.forEach(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        assertThat(caller.chat(Caller.HUNYUAN, "").statusCode()).isEqualTo(200);
        assertThat(simulator.stats().of("hunyuan").traffic().worstInFlight()).isEqualTo(5);
    }

    @Test
    void looksAtKimisLimitsInTheirOrderAndNamesTheSeconds() throws Exception {
        simulator.limits("{\"moonshot\":{\"account\":{\"requests_per_minute\":1,\"tokens_per_minute\":100}}}");
        assertThat(caller.chat(Caller.MOONSHOT, "").statusCode()).isEqualTo(200);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(20));

        assertThat(caller.chat(Caller.MOONSHOT, "").body())
                .contains("rate_limit_reached_error")
                .contains("max RPM: 1, please try again after 40 seconds");
        simulator.limits("{\"moonshot\":{\"account\":{\"requests_per_minute\":0}}}");
        assertThat(caller.chat(Caller.MOONSHOT, ",\"max_tokens\":90").body())
                .contains("organization TPM rate limit, current:");
    }

    @Test
    void tellsOpenAisCallersWhatIsLeft() throws Exception {
        simulator.limits("{\"openai\":{\"account\":{\"requests_per_minute\":2,\"tokens_per_minute\":100000}}}");
        caller.chat(Caller.OPENAI, "");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
        var headers = caller.chat(Caller.OPENAI, ",\"stream\":true").headers();

        assertThat(headers.firstValue("x-ratelimit-limit-requests")).contains("2");
        assertThat(headers.firstValue("x-ratelimit-remaining-requests")).contains("0");
        assertThat(headers.firstValue("x-ratelimit-reset-requests")).contains("1m0s");
        assertThat(headers.firstValue("x-ratelimit-limit-tokens")).contains("100000");
        assertThat(headers.firstValue("x-ratelimit-remaining-tokens").map(Integer::parseInt))
                .get()
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isBetween(1, 99_900);
        var refused = caller.chat(Caller.OPENAI, "");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("45");
        assertThat(refused.headers().firstValue("retry-after-ms")).contains("45000");
        assertThat(caller.chat(Caller.ARK, "").headers().map()).doesNotContainKey("x-ratelimit-limit-requests");
    }

    @Test
    void letsArkQueueACallWhoseCallerWaits() throws Exception {
        simulator.limits("{\"ark\":{\"account\":{\"in_flight\":1},\"first_byte_ms\":{\"median\":150}}}");
        var first = caller.start(Caller.ARK, "");
        await().until(() -> simulator.stats().of("ark").traffic().inFlight() == 1);

        var patient = caller.post(Caller.ARK, Caller.body(Caller.ARK, ""), "X-Ark-Max-Wait-Timeout-Ms", "60000");

        assertThat(patient.statusCode()).isEqualTo(200);
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(simulator.stats().rejectedTotal()).isZero();
    }

    @Test
    void keepsAccountsOfOneProviderApart() throws Exception {
        simulator.limits(
                "{\"openai\":{\"account\":{\"requests_per_minute\":1},\"accounts\":{\"second\":{\"keys\":[\"sk-2\"]}}}}");
        String body = Caller.body(Caller.OPENAI, "");

        assertThat(caller.post(Caller.OPENAI, body).statusCode()).isEqualTo(200);
        assertThat(caller.post(Caller.OPENAI, body, "authorization", "Bearer sk-2")
                        .statusCode())
                .isEqualTo(200);
        var refused = caller.post(Caller.OPENAI, body, "authorization", "Bearer sk-2");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("60");
        assertThat(simulator.stats().of("openai", "second").calls()).isEqualTo(2);
    }

    @Test
    void freesThePlaceOfAClientThatGoesAwayWithinASecond() {
        simulator.limits("{\"hunyuan\":{\"account\":{\"in_flight\":2}}}");
        simulator.addFault(Fault.of(FaultKind.STALL).at("hunyuan"));
        var first = caller.start(Caller.HUNYUAN, ",\"stream\":true");
        simulator.addFault(Fault.of(FaultKind.STALL_MID_STREAM).at("hunyuan"));
        var second = caller.start(Caller.HUNYUAN, ",\"stream\":true");
        await().until(() -> simulator.stats().of("hunyuan").traffic().inFlight() == 2);

        first.cancel(true);
        second.cancel(true);

        await().atMost(1, TimeUnit.SECONDS)
                .until(() -> simulator.stats().of("hunyuan").traffic().inFlight() == 0);
        assertThat(simulator.stats().of("hunyuan").aborted().count()).isEqualTo(2);
        assertThat(simulator.callsSince(0)).allMatch(call -> call.outcome() == Outcome.ABORTED && call.endedAt() > 0);
    }

    @Test
    void writesEveryCallIntoTheLedgerWithWhatTheCallerWasTold() throws Exception {
        var answer = caller.post(Caller.DASHSCOPE, Caller.body(Caller.DASHSCOPE, ""), "x-request-id", "mine-1");
        caller.post(Caller.DASHSCOPE, "{}");

        List<Call> calls = simulator.callsSince(0);
        assertThat(calls).hasSize(2);
        Call first = calls.getFirst();
        assertThat(first.requestId()).isEqualTo("mine-1");
        assertThat(first.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(answer.body())
                .contains("\"id\":\"" + first.id() + "\"")
                .contains("\"prompt_tokens\":" + first.promptTokens() + ",\"completion_tokens\":"
                        + first.completionTokens());
        assertThat(calls.get(1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(simulator.callsSince(first.seq())).hasSize(1);
        assertThat(simulator.stats().total().tokens().total())
                .isEqualTo(first.promptTokens() + first.completionTokens());
    }

    @Test
    void pacesAStreamByItsTokens() {
        Simulator paced =
                Simulator.start(SimulatorOptions.defaults().withLimits("{\"openai\":{\"tokens_per_second\":100}}"));
        try (paced) {
            Caller slow = new Caller(paced);
            long started = System.nanoTime();
            String body = slow.start(Caller.OPENAI, ",\"stream\":true").join().body();
            long millis = (System.nanoTime() - started) / 1_000_000;
            int tokens = paced.callsSince(0).getFirst().completionTokens();

            assertThat(body).endsWith("data: [DONE]\n\n");
            assertThat(millis).isBetween(tokens * 8L, tokens * 10L + 2_000);
        }
    }

    private List<Map.Entry<Integer, Integer>> statuses(String path, int calls) {
        var all =
                IntStream.range(0, calls).mapToObj(i -> caller.start(path, "")).toList();
        var counts = new TreeMap<Integer, Integer>();
        all.forEach(call -> counts.merge(call.join().statusCode(), 1, Integer::sum));
        return List.copyOf(counts.entrySet());
    }

    private static Map.Entry<Integer, Integer> entry(int status, int count) {
        return Map.entry(status, count);
    }
}
