package io.mapwright.llmgateway.overview;

import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.QuotaScope;
import io.mapwright.llmgateway.quota.QuotaSnapshot;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

/** Shows the quotas as gauges, a few seconds old. Every replica shows what all of them hold together. */
@Singleton
final class QuotaGauges {

    private final Overview overview;
    private final MultiGauge limit;
    private final MultiGauge effective;
    private final MultiGauge used;
    private final MultiGauge inFlight;
    private final MultiGauge waiting;
    private final MultiGauge degraded;

    QuotaGauges(Overview overview, MeterRegistry registry) {
        this.overview = overview;
        this.limit = gauge("llm_gateway_quota_limit", "As the provider publishes it", registry);
        this.effective = gauge("llm_gateway_quota_effective", "What is spent of it at most", registry);
        this.used = gauge("llm_gateway_quota_used", "What the current window holds", registry);
        this.inFlight = gauge("llm_gateway_permits_in_flight", "Calls that hold a permit", registry);
        this.waiting = gauge("llm_gateway_queue_depth", "Callers in line", registry);
        this.degraded = gauge("llm_gateway_redis_degraded", "1 while the local share decides", registry);
    }

    @Scheduled(
            every = "${gateway.overview.gauges-every:5s}",
            concurrentExecution = SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> refresh() {
        return overview.routes().invoke(this::show).replaceWithVoid();
    }

    void show(List<RouteStanding> routes) {
        Map<QuotaScope, QuotaSnapshot> quotas = new LinkedHashMap<>();
        routes.forEach(standing -> quotas.put(standing.quota().scope(), standing.quota()));
        limits(limit, quotas.values(), QuotaSnapshot.Usage::limit);
        limits(effective, quotas.values(), QuotaSnapshot.Usage::effective);
        limits(used, quotas.values(), QuotaSnapshot.Usage::used);
        one(inFlight, quotas.values(), QuotaSnapshot::inFlight);
        one(degraded, quotas.values(), quota -> quota.mode() == Admission.Mode.LOCAL_SHARE ? 1 : 0);
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        quotas.values()
                .forEach(quota -> quota.waiting()
                        .forEach((priority, count) ->
                                rows.add(MultiGauge.Row.of(tags(quota).and("class", lower(priority)), count))));
        waiting.register(rows, true);
    }

    private static void limits(
            MultiGauge gauge, Collection<QuotaSnapshot> quotas, Function<QuotaSnapshot.Usage, Number> value) {
        Stream<MultiGauge.Row<?>> rows = quotas.stream()
                .flatMap(quota -> quota.usage().stream()
                        .map(usage -> MultiGauge.Row.of(
                                tags(quota).and("dimension", lower(usage.dimension())), value.apply(usage))));
        gauge.register(rows.toList(), true);
    }

    private static void one(MultiGauge gauge, Collection<QuotaSnapshot> quotas, Function<QuotaSnapshot, Number> value) {
        Stream<MultiGauge.Row<?>> rows =
                quotas.stream().map(quota -> MultiGauge.Row.of(tags(quota), value.apply(quota)));
        gauge.register(rows.toList(), true);
    }

    private static Tags tags(QuotaSnapshot quota) {
        return Tags.of(
                "provider", quota.scope().provider(), "pool", quota.scope().pool());
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
