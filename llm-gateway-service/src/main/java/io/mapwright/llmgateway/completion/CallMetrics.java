package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.metering.UsageEvent;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

import java.time.Duration;

/** Measures calls under the names of OpenTelemetry's conventions for generative AI, and the gateway's own share. */
@Singleton
final class CallMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30),
        Duration.ofSeconds(60), Duration.ofSeconds(120)
    };
    private static final Duration[] OVERHEAD_BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(UsageEvent event) {
        Tags tags = tags(event.call());
        timer(
                        "gen_ai.server.request.duration",
                        tags.and("error.type", event.error().orElse("")))
                .record(event.duration());
        event.timeToFirstToken()
                .ifPresent(first ->
                        timer("gen_ai.server.time_to_first_token", tags).record(first));
        tokens(tags, "input", event.usage().input());
        tokens(tags, "output", event.usage().output());
    }

    /** The whole stay of a request in the gateway. */
    void answered(String model, String errorType, Duration stay, Duration overhead) {
        Tags tags = Tags.of("gen_ai.operation.name", "chat", "gen_ai.request.model", model, "error.type", errorType);
        timer("gen_ai.client.operation.duration", tags).record(stay);
        Timer.builder("llm_gateway_overhead")
                .serviceLevelObjectives(OVERHEAD_BUCKETS)
                .register(registry)
                .record(overhead);
    }

    private void tokens(Tags tags, String type, long count) {
        DistributionSummary.builder("gen_ai.client.token.usage")
                .tags(tags.and("gen_ai.token.type", type))
                .serviceLevelObjectives(16, 64, 256, 1024, 4096, 16_384, 65_536)
                .register(registry)
                .record(count);
    }

    private Timer timer(String name, Tags tags) {
        return Timer.builder(name).tags(tags).serviceLevelObjectives(BUCKETS).register(registry);
    }

    private static Tags tags(OpenCall call) {
        return Tags.of(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.provider.name",
                call.target().provider(),
                "gen_ai.request.model",
                call.target().physicalModel());
    }
}
