package io.mapwright.deploy.systemtests.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.load.suite.Answer;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.load.suite.UnexpectedAnswerException;
import io.mapwright.deploy.load.suite.UsageEvents;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Three independent books about the same model calls: what the providers saw, what was published, what administrators read. */
final class UsageSums {

    private final Api api;
    private final Simulator simulator;
    private final UsageEvents usage;
    private final Caller admin;
    private final long firstCall;
    private final UsageEvents.Position firstEvent;
    private final Sum statisticsBefore;

    /** Tokens of some calls. */
    private record Sum(long input, long output) {

        private Sum minus(Sum other) {
            return new Sum(input - other.input, output - other.output);
        }
    }

    /** Remembers where all three books stand now. */
    UsageSums(Api api, Simulator simulator, UsageEvents usage, Caller admin) throws InterruptedException {
        this.api = api;
        this.simulator = simulator;
        this.usage = usage;
        this.admin = admin;
        this.firstCall = simulator.position();
        this.firstEvent = usage.end();
        this.statisticsBefore = statistics();
    }

    /** How the books differ about what happened since, in words; empty when they agree. */
    Optional<String> difference() throws InterruptedException {
        List<Simulator.Call> calls = simulator.callsSince(firstCall);
        Collection<UsageEvents.Usage> facts = usage.since(firstEvent).values();
        if (calls.isEmpty()) {
            return Optional.of("no provider was called");
        }
        if (calls.size() != facts.size()) {
            return Optional.of(calls.size() + " provider calls, but " + facts.size() + " usage events");
        }
        Sum seen = new Sum(
                calls.stream().mapToLong(Simulator.Call::promptTokens).sum(),
                calls.stream().mapToLong(Simulator.Call::completionTokens).sum());
        Sum published = new Sum(
                facts.stream().mapToLong(UsageEvents.Usage::inputTokens).sum(),
                facts.stream().mapToLong(UsageEvents.Usage::outputTokens).sum());
        Sum shown = statistics().minus(statisticsBefore);
        return seen.equals(published) && published.equals(shown)
                ? Optional.empty()
                : Optional.of(
                        "the provider counted " + seen + ", the events " + published + ", the statistics " + shown);
    }

    String summary() throws InterruptedException {
        return simulator.callsSince(firstCall).size() + " calls";
    }

    private Sum statistics() throws InterruptedException {
        Answer answer = api.get("/api/auth/admin/token-stats", admin);
        JsonNode total = answer.json().path("total");
        if (answer.status() != 200 || !total.path("input_tokens").isNumber()) {
            throw new UnexpectedAnswerException("token statistics", answer);
        }
        return new Sum(
                total.path("input_tokens").asLong(), total.path("output_tokens").asLong());
    }
}
