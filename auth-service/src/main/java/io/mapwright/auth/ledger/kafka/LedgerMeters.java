package io.mapwright.auth.ledger.kafka;

import io.mapwright.auth.ledger.UsageLedger.Recorded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of the usage events that came: {@code auth_ledger_events_total} and {@code auth_ledger_retries_total}. */
@ApplicationScoped
class LedgerMeters {

    private final Counter added;
    private final Counter known;
    private final Counter deadLettered;
    private final Counter retries;

    LedgerMeters(MeterRegistry registry) {
        this.added = events(registry, "recorded");
        this.known = events(registry, "duplicate");
        this.deadLettered = events(registry, "dead_lettered");
        this.retries = Counter.builder("auth.ledger.retries")
                .description("attempts to record or dead-letter usage events that failed and will be repeated")
                .register(registry);
    }

    void recorded(Recorded recorded) {
        added.increment(recorded.added());
        known.increment(recorded.known());
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void retried() {
        retries.increment();
    }

    private static Counter events(MeterRegistry registry, String outcome) {
        return Counter.builder("auth.ledger.events")
                .description("usage events by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
