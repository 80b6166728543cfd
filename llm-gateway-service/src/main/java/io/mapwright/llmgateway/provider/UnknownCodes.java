package io.mapwright.llmgateway.provider;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts error codes that no table knows, and logs each of them once: the tables want a new row. */
@Singleton
public final class UnknownCodes {

    private static final Logger LOG = Logger.getLogger(UnknownCodes.class);

    /** A provider that makes up codes must not fill the memory. */
    private static final int MOST_REMEMBERED = 1_000;

    private final MeterRegistry metrics;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    UnknownCodes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Takes note of a diagnosis; one that a table decided is no news. */
    public void note(ProviderId provider, Diagnosis diagnosis) {
        if (diagnosis.known()) {
            return;
        }
        metrics.counter("llm_gateway_unknown_error_codes", "provider", provider.value())
                .increment();
        ErrorSignal signal = diagnosis.failure().signal();
        String code = provider + "/" + signal.name();
        if (seen.size() < MOST_REMEMBERED && seen.add(code)) {
            LOG.warnf(
                    "unknown error code: provider=%s status=%d code=%s treatedAs=%s",
                    provider,
                    signal.status(),
                    printable(signal.name()),
                    diagnosis.failure().category().wireName());
        }
    }

    private static String printable(String code) {
        String safe = code.replaceAll("[^A-Za-z0-9._-]", "?");
        return safe.length() > 80 ? safe.substring(0, 80) : safe;
    }
}
