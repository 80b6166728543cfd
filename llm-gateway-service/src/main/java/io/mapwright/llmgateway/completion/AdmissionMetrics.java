package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.provider.ProviderId;
import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.TokenEstimate;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.Locale;

/** Measures what the quota decides and what providers say to it. */
@Singleton
final class AdmissionMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(500),
        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15),
        Duration.ofSeconds(60), Duration.ofSeconds(120)
    };

    private final MeterRegistry registry;

    AdmissionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void decided(Route route, PriorityClass priority, TokenEstimate estimate, Admission admission) {
        Tags tags = Tags.of("provider", route.provider().id().value(), "class", lower(priority));
        registry.counter("llm_gateway_admission_decisions", tags.and("outcome", outcome(admission)))
                .increment();
        if (admission instanceof Admission.Granted granted) {
            Timer.builder("llm_gateway_admission_wait")
                    .tags(tags)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry)
                    .record(granted.waited());
            tokens("reserved", route.provider().id().value(), estimate.input() + estimate.output());
        }
    }

    void settled(String provider, long tokens) {
        tokens("settled", provider, tokens);
    }

    /** A provider refused a call that the quota had let through. */
    void rejected(ProviderId provider, Dimension dimension) {
        registry.counter("llm_gateway_provider_rejections", "provider", provider.value(), "dimension", lower(dimension))
                .increment();
    }

    private void tokens(String what, String provider, long count) {
        registry.counter("llm_gateway_tokens_" + what, "provider", provider).increment(count);
    }

    private static String outcome(Admission admission) {
        return switch (admission) {
            case Admission.Granted granted -> granted.waited().isZero() ? "granted" : "granted_after_wait";
            case Admission.Refused refused -> lower(refused.reason());
            case Admission.NeverAdmissible never -> "never_admissible";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
