package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.estimation.CallKind;
import io.mapwright.llmgateway.estimation.DurationForecast;
import io.mapwright.llmgateway.estimation.OutputForecast;
import io.mapwright.llmgateway.metering.Attribution;
import io.mapwright.llmgateway.metering.CallJournal;
import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.metering.PriceTable;
import io.mapwright.llmgateway.metering.UsageEvent;
import io.mapwright.llmgateway.provider.Usage;
import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.TokenEstimate;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Records calls that are sent and what they took, and learns from them. */
@Singleton
final class Bookkeeping {

    private final CallJournal journal;
    private final PriceTable prices;
    private final OutputForecast lengths;
    private final DurationForecast durations;
    private final CallMetrics metrics;
    private final AdmissionMetrics admissions;
    private final InstantSource clock;

    Bookkeeping(
            CallJournal journal,
            PriceTable prices,
            OutputForecast lengths,
            DurationForecast durations,
            CallMetrics metrics,
            AdmissionMetrics admissions,
            InstantSource clock) {
        this.journal = journal;
        this.prices = prices;
        this.lengths = lengths;
        this.durations = durations;
        this.metrics = metrics;
        this.admissions = admissions;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void decided(Route route, PriorityClass priority, TokenEstimate estimate, Admission admission) {
        admissions.decided(route, priority, estimate, admission);
    }

    void open(OpenCall call) {
        journal.open(call);
    }

    void discard(OpenCall call) {
        journal.discard(call);
    }

    /** @param usage empty when the provider never told; {@code estimate} stands in for it then */
    void close(OpenCall call, Optional<Usage> usage, Usage estimate, Ended ended) {
        Usage taken = usage.orElse(estimate);
        OpenCall.Target target = call.target();
        UsageEvent event = new UsageEvent(
                call,
                taken,
                usage.isEmpty(),
                prices.cost(target.provider(), target.physicalModel(), taken),
                ended.error(),
                ended.finish(),
                ended.firstToken().map(first -> Duration.between(call.startedAt(), first)),
                clock.instant());
        journal.close(event);
        metrics.ended(event);
        admissions.settled(target.provider(), taken.total());
        if (ended.finish() == UsageEvent.Finish.COMPLETE) {
            CallKind kind = kind(target.logicalModel(), call.attribution());
            lengths.observe(kind, taken.output());
            durations.observe(kind, event.duration());
        }
    }

    /** What is learned of a call serves the calls of the same model and purpose. */
    static CallKind kind(String model, Attribution attribution) {
        return new CallKind(model, attribution.requestType().orElse(""));
    }

    /**
     * How a call ended.
     *
     * @param finish in short
     * @param error category of the failure
     * @param firstToken when the first word arrived
     */
    record Ended(UsageEvent.Finish finish, Optional<String> error, Optional<Instant> firstToken) {}
}
